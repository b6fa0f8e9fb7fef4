/** What IPython adds to Python: magics, shell commands and help, blanked so that every other letter stays in its place. */

/** The lines that a cell begins with. */
const CELL_MAGICS = /^\s*(?:%%.*\s*)*/;
/** Cell magics whose cell is Python all the same. */
const PYTHON_CELL =
  /^%%(?:time|timeit|capture|prun|memit|mprun|lprun|snakeviz|scalene|pyinstrument|debug|chime)\b/;
const ESCAPED = /^[ \t]*(?:[!?]|%%?[A-Za-z_!])/;
const HELP = /^[ \t]*[%\w.*]+\?\??[ \t]*$/;
/** `x = !ls`, `a, b = %magic`. */
const ASSIGNED = /^([\w.,[\]'" \t*]+=[ \t]*)(?:!|%[A-Za-z_])/;

const STRING_OR_BRACKET = /"""|'''|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[([{]|[)\]}]|#.*|\\$/g;

export function blankMagics(source: string): string {
  const [cellMagics] = CELL_MAGICS.exec(source) ?? [''];
  const lines = cellMagics.split(/[\r\n]+/).map((line) => line.trim());
  if (!lines.every((line) => line === '' || PYTHON_CELL.test(line))) return blank(source);
  return blank(cellMagics) + blankLineMagics(source.slice(cellMagics.length));
}

function blankLineMagics(source: string): string {
  if (!/[%!?]/.test(source)) return source;
  const lines = new Lines();
  // Line ends are kept as parts of their own.
  return source
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 0 ? lines.next(part) : part))
    .join('');
}

/** Knows whether a line begins a statement: only there can a magic stand. */
class Lines {
  private brackets = 0;
  private openString = '';
  private isContinued = false;
  /** The magic before it ended in a backslash. */
  private isMagicContinued = false;

  next(line: string): string {
    const beginsStatement = this.brackets === 0 && this.openString === '' && !this.isContinued;
    if (this.isMagicContinued || (beginsStatement && (ESCAPED.test(line) || HELP.test(line)))) {
      this.isMagicContinued = line.endsWith('\\');
      return blank(line);
    }
    const assigned = beginsStatement ? ASSIGNED.exec(line)?.[1] : undefined;
    if (assigned !== undefined) {
      this.isMagicContinued = line.endsWith('\\');
      return assigned + blank(line.slice(assigned.length));
    }
    this.follow(line);
    return line;
  }

  /** What stays open at the end of the line. */
  private follow(line: string): void {
    this.isContinued = false;
    let at = 0;
    while (at < line.length) {
      if (this.openString !== '') {
        const end = line.indexOf(this.openString, at);
        if (end < 0) return;
        at = end + 3;
        this.openString = '';
      }
      STRING_OR_BRACKET.lastIndex = at;
      const match = STRING_OR_BRACKET.exec(line);
      if (!match) return;
      const [found] = match;
      at = match.index + found.length;
      if (found === '"""' || found === "'''") this.openString = found;
      else if ('([{'.includes(found)) this.brackets++;
      else if (')]}'.includes(found)) this.brackets = Math.max(0, this.brackets - 1);
      else if (found === '\\') this.isContinued = true;
    }
  }
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
