/** Draws a line of source, and a line under it that marks a part. */
import { printable } from './terminal.ts';

export interface Excerpt {
  readonly code: string;
  readonly underline: string;
}

const TAB = '    ';
const GAP = '…';
/** Of what is marked and of what stands before it, so much is shown in any case. */
const LEAST = 20;

/**
 * A line with the columns from `from` up to `to` marked (from 1, the last not included). What is too far from the
 * marked part for `width` is cut, on both sides alike.
 */
export function excerpt(line: string, from: number, to: number, mark: string, width: number): Excerpt {
  const [start, end] = [from - 1, Math.max(to - 1, from)];
  // No letter takes less than a cell, so more than this could not be shown; a line may be megabytes long.
  const before = cells(line.slice(Math.max(0, start - width - 1), start));
  const marked = cells(line.slice(start, Math.min(end, start + width + 1)));
  const after = cells(line.slice(end, end + width + 1));

  const room = Math.max(0, width - widthOf(marked));
  const head = withoutHead(before, Math.max(LEAST, room - Math.min(widthOf(after), Math.floor(room / 2))));
  const shown = withoutTail(marked, Math.max(LEAST, width - widthOf(head)));
  const tail = withoutTail(after, Math.max(0, width - widthOf(head) - widthOf(shown)));
  return {
    code: [...head, ...shown, ...tail].join('').trimEnd(),
    underline: ' '.repeat(widthOf(head)) + mark.repeat(Math.max(1, widthOf(shown))),
  };
}

const segmenter = new Intl.Segmenter();

/** What a reader takes for single letters. */
function cells(text: string): string[] {
  return Array.from(segmenter.segment(printable(text.replaceAll('\t', TAB))), ({ segment }) => segment);
}

function withoutHead(letters: readonly string[], width: number): readonly string[] {
  if (widthOf(letters) <= width) return letters;
  let kept = letters.length;
  for (let room = width - 1; room > 0 && kept > 0; kept -= 1) room -= widthOf(letters.slice(kept - 1, kept));
  return [GAP, ...letters.slice(kept)];
}

function withoutTail(letters: readonly string[], width: number): readonly string[] {
  if (widthOf(letters) <= width) return letters;
  if (width === 0) return [];
  let kept = 0;
  for (let room = width - 1; room > 0 && kept < letters.length; kept += 1) {
    room -= widthOf(letters.slice(kept, kept + 1));
  }
  return [...letters.slice(0, kept), GAP];
}

/** Letters that take two cells of a terminal. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

function widthOf(letters: readonly string[]): number {
  return letters.reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
}
