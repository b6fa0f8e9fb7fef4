/** The names that an import lists, where some are wanted no more and others are wanted instead. */
import type { Edit } from '../../model/rewriter.ts';
import type { Import, ImportFrom, ImportName } from '../syntax/tree.ts';
import { comesBefore } from './import-placement.ts';
import type { Source } from './source.ts';

export interface NameChange {
  readonly statement: Import | ImportFrom;
  /** What nobody needs any more; undefined when a name only comes to the others. */
  readonly entry: ImportName | undefined;
  readonly added: string | undefined;
}

export function changedNames(source: Source, changes: readonly NameChange[]): Edit[] {
  const statements = new Set(changes.map(({ statement }) => statement));
  return [...statements].flatMap((statement) =>
    changed(
      source,
      statement,
      changes.filter((one) => one.statement === statement),
    ),
  );
}

export function isOnOneLine(source: Source, { names }: Import | ImportFrom): boolean {
  return source.lineStart(names[0]?.start ?? 0) === source.lineStart(names.at(-1)?.start ?? 0);
}

function changed(source: Source, statement: Import | ImportFrom, changes: readonly NameChange[]): Edit[] {
  const { names } = statement;
  const removed = new Set(changes.map(({ entry }) => entry));
  const added = [...new Set(changes.flatMap((one) => one.added ?? []))];
  const kept = names.filter((entry) => !removed.has(entry));
  if (kept.length + added.length === 0) return withoutLine(source, statement);
  if (!isOnOneLine(source, statement)) return changes.flatMap((change) => inPlace(names, change));
  const written = kept.map((entry) => ({ entry, text: source.of(entry) }));
  for (const name of added) {
    const entry = { start: 0, end: 0, name, asName: undefined };
    const at = written.findIndex((other) => comesBefore(name, other.entry));
    written.splice(at < 0 ? written.length : at, 0, { entry, text: name });
  }
  const span = { start: names[0]?.start ?? 0, end: names.at(-1)?.end ?? 0 };
  return [{ span, text: written.map(({ text }) => text).join(', ') }];
}

/** One line for each name: the new one takes the line of the old. */
function inPlace(names: readonly ImportName[], { entry, added }: NameChange): Edit[] {
  if (!entry) return [];
  if (added !== undefined) return [{ span: { start: entry.start, end: entry.end }, text: added }];
  const at = names.indexOf(entry);
  const [before, after] = [names[at - 1], names[at + 1]];
  const span = after
    ? { start: entry.start, end: after.start }
    : { start: before?.end ?? entry.start, end: entry.end };
  return [{ span, text: '' }];
}

function withoutLine(source: Source, { start, end }: Import | ImportFrom): Edit[] {
  if (!source.beginsLine(start) || !source.endsLine(end)) return [];
  const [from, to] = [source.lineStart(start), source.nextLine(end)];
  const isBlank = (at: number) => source.text.slice(source.lineStart(at), source.lineEnd(at)).trim() === '';
  // Of the blank lines on both sides, one is enough.
  const isSection = from > 0 && isBlank(from - 1) && isBlank(to);
  return [{ span: { start: isSection ? source.lineStart(from - 1) : from, end: to }, text: '' }];
}
