// A stub in fewer characters that says the same of types.
import { parseModule } from '../../core/python/syntax/parser.ts';
import { tokens } from '../../core/python/syntax/token-buffer.ts';
import { tokenize } from '../../core/python/syntax/tokenizer.ts';
import { Token } from '../../core/python/syntax/tokens.ts';

/** Lines are broken at the first comma behind this column, where they can be: changes shall be readable. */
const WIDTH = 100;

/** Decorators that say nothing of types, and warn of many functions at length. */
const SILENT = /^@?(\w+\.)?(deprecated|disjoint_base|type_check_only)\b/;

/** The tokens of a stub, with no more between them than Python needs. */
export function minify(text: string): string {
  return linesOf(text)
    .filter(({ words }) => !SILENT.test(words.join('')))
    .map(({ depth, words }) => `${' '.repeat(depth)}${joined(words)}\n`)
    .join('');
}

/** The same, once it is sure that nothing was lost. */
export function minifyChecked(path: string, text: string): string {
  const result = minify(text);
  if (shape(path, result) !== shape(path, text)) throw new Error(`${path} says something else when minified`);
  if (/[^\n -~]/.test(result)) throw new Error(`${path} is not ASCII`);
  return result;
}

/** The syntax tree of a stub as a text, without positions and silent decorators. */
function shape(path: string, text: string): string {
  const { body, problems } = parseModule(text);
  for (const { start, message } of problems) {
    throw new Error(`${path}, line ${text.slice(0, start).split('\n').length}: ${message}`);
  }
  return JSON.stringify(body, (key, value: unknown) => {
    if (/^(start|end|\w+(Start|End))$/.test(key)) return undefined;
    if (key !== 'decorators') return value;
    const decorators = value as { start: number; end: number }[];
    return decorators.filter(({ start, end }) => !SILENT.test(text.slice(start, end)));
  });
}

/** A statement, or what stands before its block; in brackets it may have gone over several lines. */
interface Line {
  readonly depth: number;
  readonly words: readonly string[];
}

function linesOf(text: string): Line[] {
  tokenize(text);
  const lines: Line[] = [];
  let words: string[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index] as Token;
    if (kind === Token.Newline) {
      lines.push({ depth, words });
      words = [];
    } else if (kind === Token.Indent) depth++;
    else if (kind === Token.Dedent) depth--;
    else if (kind !== Token.End) words.push(text.slice(tokens.starts[index], tokens.ends[index]));
  }
  return lines;
}

function joined(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  let brackets = 0;
  for (const word of words) {
    line += /^\w$/.test(line.at(-1) ?? '') && /^["'\w]/.test(word) ? ` ${word}` : word;
    if ('([{'.includes(word)) brackets++;
    else if (')]}'.includes(word)) brackets--;
    else if (word === ',' && brackets > 0 && line.length > WIDTH) {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line].join('\n');
}
