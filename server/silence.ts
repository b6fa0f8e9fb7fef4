/** The edits that put a comment beside a finding, so that its rule is silent there. */
import { TextEdit, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A comment at the end of the last line, or into the one that is there; on a line of its own above where the end is no place for it. */
export function silenceLine(document: TextDocument, { start, end }: Range, code: string): TextEdit {
  const last = lineAt(document, end.line);
  const known = /#\s*awaitwise:\s*ignore\[([^\]]*)/i.exec(last);
  if (known) {
    const character = known.index + known[0].length;
    const text = known[1]?.trim() === '' ? code : `, ${code}`;
    return TextEdit.insert({ line: end.line, character }, text);
  }
  const comment = `# awaitwise: ignore[${code}]`;
  if (endsInCode(last.slice(end.character))) {
    return TextEdit.insert({ line: end.line, character: last.trimEnd().length }, `  ${comment}`);
  }
  const indentation = /^\s*/.exec(lineAt(document, start.line))?.[0] ?? '';
  return TextEdit.insert({ line: start.line, character: 0 }, `${indentation}${comment}\n`);
}

/** A comment for the whole file, below what has to stand in its first lines. */
export function silenceFile(document: TextDocument, code: string): TextEdit {
  let line = 0;
  while (line < 2 && /^#(!|.*coding[:=])/.test(lineAt(document, line))) line++;
  return TextEdit.insert({ line, character: 0 }, `# awaitwise: file-ignore[${code}]\n`);
}

/** Whether a comment may follow: the line does not end in a string that goes on, nor in a backslash. */
function endsInCode(rest: string): boolean {
  const quotes = rest.match(/"""|'''/g)?.length ?? 0;
  return quotes % 2 === 0 && !/\\\s*$/.test(rest);
}

function lineAt(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/[\r\n]+$/, '');
}
