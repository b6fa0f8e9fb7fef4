/** What a fix may not do to a text, whatever it is for. */
import type { Edit } from '../../core/model/rewriter.ts';

/** A comment, or one of several on a line; those about rules may go with what they are about. */
const COMMENT = /#(?!\s*awaitwise:)[^#\r\n]*[^#\s]/gi;

/** Why a rewritten text is not what its author would have written; one line each. */
export function complaintsOfText(
  before: string,
  after: string,
  { edits = [], keepsAll }: { readonly edits?: readonly Edit[]; readonly keepsAll: boolean },
): string[] {
  const complaints = lost(before, after, COMMENT).map((comment) => `loses the comment ${comment}`);
  if (keepsAll) complaints.push(...lost(before, after, /\w+/g).map((word) => `loses \`${word}\``));
  if (edits.some(({ text }) => /[ \t]+(?:[\r\n]|$)/.test(text.replace(/[ \t]+$/, '')))) {
    complaints.push('leaves white space at the end of a line');
  }
  if (isMixed(after) && !isMixed(before)) complaints.push('mixes line ends');
  return complaints;
}

/** What a text has more often than another. */
function lost(before: string, after: string, pattern: RegExp): string[] {
  const counts = new Map<string, number>();
  for (const [found] of after.matchAll(pattern)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const missing = new Set<string>();
  for (const [found] of before.matchAll(pattern)) {
    const left = (counts.get(found) ?? 0) - 1;
    counts.set(found, left);
    if (left < 0) missing.add(found);
  }
  return [...missing];
}

function isMixed(text: string): boolean {
  return new Set(text.match(/\r\n|\r|\n/g) ?? []).size > 1;
}
