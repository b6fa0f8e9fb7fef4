/** What a fix may not do to a text, whatever it is for. */
import { parseModule } from '../../core/python/syntax/parser.ts';
import type { Edit } from '../../core/model/rewriter.ts';

/** The comments of a module; those about rules may go with what they are about. */
function comments(text: string): string[] {
  const all = parseModule(text).comments.map(({ start, end }) => text.slice(start, end));
  return all.flatMap((comment) => comment.match(/#(?!\s*awaitwise:)[^#]*[^#\s]/gi) ?? []);
}

/** Words, numbers, and what strings and comments consist of. */
function words(text: string): string[] {
  return text.match(/\w+/g) ?? [];
}

/** Why a rewritten text is not what its author would have written; one line each. */
export function complaintsOfText(
  before: string,
  after: string,
  { edits = [], keepsAll }: { readonly edits?: readonly Edit[]; readonly keepsAll: boolean },
): string[] {
  const complaints = surplus(comments(before), comments(after)).map(
    (comment) => `loses the comment ${comment}`,
  );
  if (keepsAll) complaints.push(...surplus(words(before), words(after)).map((word) => `loses \`${word}\``));
  if (edits.some(({ text }) => /[ \t]+(?:[\r\n]|$)/.test(text.replace(/[ \t]+$/, '')))) {
    complaints.push('leaves white space at the end of a line');
  }
  if (isMixed(after) && !isMixed(before)) complaints.push('mixes line ends');
  return complaints;
}

/** What there is more of before than after. */
function surplus(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of after) counts.set(one, (counts.get(one) ?? 0) + 1);
  const missing = new Set<string>();
  for (const one of before) {
    const left = (counts.get(one) ?? 0) - 1;
    counts.set(one, left);
    if (left < 0) missing.add(one);
  }
  return [...missing];
}

function isMixed(text: string): boolean {
  return new Set(text.match(/\r\n|\r|\n/g) ?? []).size > 1;
}
