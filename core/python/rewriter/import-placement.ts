/** Where a new import goes: in the block of its kind, in the order that is there. */
import type { Edit } from '../../model/rewriter.ts';
import type { Import, ImportFrom, ImportName, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { Source } from './source.ts';
import { isStandardModule } from './standard-modules.ts';

export interface NewImport {
  readonly module: string;
  /** Undefined for `import module`. */
  readonly name: string | undefined;
  readonly asName: string | undefined;
  /** How it is written, where it is more than one name on a line. */
  readonly line?: string;
}

type ImportStatement = Import | ImportFrom;

const enum Section {
  Future,
  Standard,
  Other,
  Relative,
}

export function placeImport(source: Source, added: NewImport): Edit {
  const { newline, module } = source;
  const run = importRun(module.body);
  const merged = added.name === undefined ? undefined : mergeInto(source, run, added);
  if (merged) return merged;
  const line = lineOf(added);
  const own = sectionOf(added.module);
  const section = withKin(
    source,
    run.filter((statement) => sectionOfStatement(statement) === own),
    added,
  );
  const [first] = run;
  if (!first) return openModule(source, line);
  if (section.length === 0) {
    const next = run.find((statement) => sectionOfStatement(statement) > own);
    return next
      ? insert(source.lineStart(next.start), `${line}${newline}${newline}`)
      : appendLine(source, run.at(-1) ?? first, `${newline}${line}`);
  }
  const after = section.findLast((statement) => !comesAfter(statement, added, section));
  if (after) return appendLine(source, after, line);
  const [next = first] = section;
  return insert(source.lineStart(next.start), line + newline);
}

/** Where an import goes that stands elsewhere now: with all that it names. */
export function placeAgain(source: Source, statement: ImportStatement): Edit[] {
  const { names } = statement;
  if (statement.kind === Kind.Import)
    return names.map(({ name, asName }) => placeImport(source, { module: name, name: undefined, asName }));
  const module = writtenModule(statement);
  const isThere = importRun(source.module.body).some((one) => isFrom(one, module));
  const indent = source.newline + source.indentAt(statement.start);
  const line = source.of(statement).replaceAll(indent, source.newline);
  const asOne = { name: names[0]?.name ?? '', asName: undefined, line };
  return (isThere ? names : [asOne]).map((one) => placeImport(source, { module, ...one }));
}

/** Puts a line of code behind the imports. */
export function placeGlobal(source: Source, line: string): Edit {
  const { newline, module } = source;
  const last = importRun(module.body).at(-1);
  if (last) return appendLine(source, last, newline + line);
  return openModule(source, line);
}

function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Puts lines behind the one on which a statement ends. */
function appendLine(source: Source, { end }: Statement, lines: string): Edit {
  return insert(source.lineEnd(end), source.newline + lines);
}

function lineOf({ module, name, asName, line }: NewImport): string {
  if (line !== undefined) return line;
  const as = asName === undefined ? '' : ` as ${asName}`;
  return name === undefined ? `import ${module}${as}` : `from ${module} import ${name}${as}`;
}

/** The imports at the top of a module: a docstring may stand before them, anything else ends them. */
function importRun(body: readonly Statement[]): ImportStatement[] {
  const run: ImportStatement[] = [];
  for (const [at, statement] of body.entries()) {
    if (statement.kind === Kind.Import || statement.kind === Kind.ImportFrom) run.push(statement);
    else if (run.length > 0 || !(at === 0 && isDocstring(statement))) break;
  }
  return run;
}

/** The block in which the same package is imported already; all of the section where it is not. */
function withKin(
  source: Source,
  section: readonly ImportStatement[],
  { module }: NewImport,
): readonly ImportStatement[] {
  const root = (name: string) => name.split('.').find((part) => part !== '') ?? '';
  const at = section.findIndex((statement) => root(writtenModule(statement)) === root(module));
  if (at < 0) return section;
  const isApart = (next: number) =>
    source.hasEmptyLine({ start: section[next - 1]?.end ?? 0, end: section[next]?.start ?? 0 });
  let [start, end] = [at, at + 1];
  while (start > 0 && !isApart(start)) start--;
  while (end < section.length && !isApart(end)) end++;
  return section.slice(start, end);
}

function isDocstring(statement: Statement): boolean {
  return statement.kind === Kind.ExpressionStatement && statement.value.kind === Kind.String;
}

function sectionOfStatement(statement: ImportStatement): Section {
  return sectionOf(writtenModule(statement));
}

function sectionOf(module: string): Section {
  if (module.startsWith('.')) return Section.Relative;
  if (module === '__future__') return Section.Future;
  return isStandardModule(module) ? Section.Standard : Section.Other;
}

/** With the dots in front. */
function writtenModule(statement: ImportStatement): string {
  return statement.kind === Kind.ImportFrom
    ? '.'.repeat(statement.level) + statement.module
    : (statement.names[0]?.name ?? '');
}

/** A `from` import of this module that takes more names. */
function isFrom(statement: ImportStatement, module: string): statement is ImportFrom {
  const isAll = statement.names.some(({ name }) => name === '*');
  return statement.kind === Kind.ImportFrom && !isAll && writtenModule(statement) === module;
}

function comesAfter(
  statement: ImportStatement,
  added: NewImport,
  section: readonly ImportStatement[],
): boolean {
  const isPlain = statement.kind === Kind.Import;
  const addsPlain = added.name === undefined;
  if (isPlain !== addsPlain && !isMixed(section)) return addsPlain;
  return writtenModule(statement).toLowerCase() > added.module.toLowerCase();
}

/** `import` and `from` stand among each other, instead of one kind after the other. */
function isMixed(section: readonly ImportStatement[]): boolean {
  const firstFrom = section.findIndex(({ kind }) => kind === Kind.ImportFrom);
  return firstFrom >= 0 && section.slice(firstFrom).some(({ kind }) => kind === Kind.Import);
}

/** Adds a name to a `from` import of the same module. */
function mergeInto(source: Source, run: readonly ImportStatement[], added: NewImport): Edit | undefined {
  const statement = run.find((one) => isFrom(one, added.module));
  const last = statement?.names.at(-1);
  if (!last) return undefined;
  const text = added.asName === undefined ? (added.name ?? '') : `${added.name ?? ''} as ${added.asName}`;
  const isOnePerLine = source.lineStart(last.start) > source.lineStart(statement?.start ?? 0);
  const separator = isOnePerLine ? `,${source.newline}${source.indentAt(last.start)}` : ', ';
  const next = statement?.names.find((one) => comesBefore(added.name ?? '', one));
  return next ? insert(next.start, text + separator) : insert(last.end, separator + text);
}

/** Constants, then classes, then functions; each by the alphabet. */
export function comesBefore(name: string, { name: other }: ImportName): boolean {
  const rank = (text: string) => (/^[A-Z\d_]+$/.test(text) ? 0 : /^_?[A-Z]/.test(text) ? 1 : 2);
  return rank(name) === rank(other) ? name.toLowerCase() < other.toLowerCase() : rank(name) < rank(other);
}

/** The first import of a module: behind its docstring, or before its first statement. */
function openModule(source: Source, line: string): Edit {
  const { newline, module } = source;
  const [first, second] = module.body;
  if (!first) return insert(source.text.length, line + newline);
  if (isDocstring(first)) {
    const isTight = source.text.slice(first.end, second?.start).split(/\r\n|\r|\n/).length <= 2;
    return appendLine(source, first, newline + line + (second && isTight ? newline : ''));
  }
  const isDefinition = first.kind === Kind.FunctionDef || first.kind === Kind.ClassDef;
  return insert(aboveComments(source, first.start), line + newline.repeat(isDefinition ? 3 : 2));
}

/** The beginning of the comments that stand right above a place, save for those that open the file. */
function aboveComments(source: Source, offset: number): number {
  let at = source.lineStart(offset);
  while (at > 0) {
    const above = source.lineStart(at - (source.text.startsWith('\r\n', at - 2) ? 2 : 1));
    if (!/^[ \t]*#/.test(source.text.slice(above, at))) return at;
    at = above;
  }
  return source.lineStart(offset);
}
