/** Comments that silence a rule; codes are added to a comment that is there. */
import type { Change, Remedy } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Comment } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { below } from './children.ts';
import type { Source } from './source.ts';

const LINE = /(#\s*awaitwise:\s*ignore\s*\[)([^\]]*)/i;
const FILE = /(#\s*awaitwise:\s*file-ignore\s*\[)([^\]]*)/i;
/** Lines that have to stay first: the interpreter's, the encoding's. */
const FIRST = /^(?:#!.*(?:\r\n|\r|\n))?(?:#.*coding[:=].*(?:\r\n|\r|\n))?/;

export function silenceLine(source: Source, span: Span, code: string): Remedy {
  const known = { id: 'ignore-line', title: `Ignore ${code} on this line` };
  const last = Math.max(span.start, span.end - 1);
  for (const offset of [span.start, last]) {
    const merged = merge(source, onLineOf(source, offset), LINE, code);
    if (merged) return { ...known, safe: true, edits: [merged] };
  }
  const place = [span.start, last].map((offset) => source.lineEnd(offset)).find((end) => canEnd(source, end));
  if (place !== undefined) {
    return { ...known, safe: true, edits: [insertion(place, `  # awaitwise: ignore[${code}]`)] };
  }
  const start = source.lineStart(span.start);
  if (start > 0 && !canEnd(source, start - 1)) {
    return { ...known, refusal: 'the line begins inside a string or behind a backslash' };
  }
  const indent = source.indentAt(span.start);
  return {
    ...known,
    safe: true,
    edits: [insertion(start, `${indent}# awaitwise: ignore[${code}]${source.newline}`)],
  };
}

export function silenceFile(source: Source, code: string): Remedy {
  const known = { id: 'ignore-file', title: `Ignore ${code} in this file` };
  const merged = merge(source, source.module.comments, FILE, code);
  const start = FIRST.exec(source.text)?.[0].length ?? 0;
  const edit = merged ?? insertion(start, `# awaitwise: file-ignore[${code}]${source.newline}`);
  return { ...known, safe: true, edits: [edit] };
}

function insertion(at: number, text: string): Change['edits'][number] {
  return { span: { start: at, end: at }, text };
}

function onLineOf(source: Source, offset: number): readonly Comment[] {
  const [start, end] = [source.lineStart(offset), source.lineEnd(offset)];
  return source.module.comments.filter((comment) => start <= comment.start && comment.end <= end);
}

/** Adds the code to the first comment that has a list of them. */
function merge(source: Source, comments: readonly Comment[], form: RegExp, code: string) {
  for (const comment of comments) {
    const match = form.exec(source.of(comment));
    if (!match) continue;
    const [, opening = '', codes = ''] = match;
    const at = comment.start + match.index + opening.length + codes.trimEnd().length;
    return insertion(at, codes.trim() === '' ? code : `, ${code}`);
  }
  return undefined;
}

/** Whether a comment may stand at the end of a line. */
function canEnd(source: Source, lineEnd: number): boolean {
  if (source.text[lineEnd - 1] === '\\') return false;
  for (const statement of source.module.body) {
    if (statement.end <= lineEnd || statement.start > lineEnd) continue;
    for (const node of below(statement, ({ start, end }) => start <= lineEnd && lineEnd < end)) {
      const isString = node.kind === Kind.String || node.kind === Kind.FString;
      if (isString && node.start < lineEnd && lineEnd < node.end && /"""|'''/.test(source.of(node)))
        return false;
    }
  }
  return true;
}
