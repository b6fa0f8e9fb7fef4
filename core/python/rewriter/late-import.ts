/** Imports that a coroutine makes: moved to the top of the file, or preceded by a thread that loads the same. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { FunctionDef, Import, ImportFrom } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, children, pathToFirst } from './children.ts';
import type { Dialect } from './dialects.ts';
import { opening } from './first-evaluated.ts';
import { placeAgain } from './import-placement.ts';
import { Imports, together } from './imports.ts';
import { bindingsAround, bindingsIn, importsOf, mentionedNames } from './names.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** What is said to tools that want imports at the top: with the move it has done its work. */
const FOR_TOOLS = /^#\s*(?:noqa\b|pylint:\s*disable=(?:import-outside-toplevel|C0415)\s*$)/;

/** Decides what an import finds. */
const DECIDES = /\b(?:environ|putenv|sys\.(?:path|modules))\b/;

/** The path to the import statement around a name. */
export function importAt({ module }: Source, span: Span): Path | undefined {
  const isImport = ({ kind }: AnyNode) => kind === Kind.Import || kind === Kind.ImportFrom;
  return pathToFirst(module.body, span, isImport);
}

export function importAtTop(source: Source, path: Path): Edit[] | Obstacle | undefined {
  const statement = path.at(-1);
  const fn = path.at(-2);
  if (statement?.kind !== Kind.Import && statement?.kind !== Kind.ImportFrom) return undefined;
  if (fn?.kind !== Kind.FunctionDef) return new Obstacle(fn ? conditional(fn) : 'it stands at the top');
  const obstacle =
    notMovable(source, fn, statement) ??
    importsOf(statement)
      .map(({ name, path: meant }) => notGlobal(source, path, name, meant))
      .find((one) => one !== undefined);
  return obstacle ?? [...together(placeAgain(source, statement)), removal(source, fn, statement)];
}

/** A thread loads a module in front of the statement that imports it, which finds it loaded then. */
export function loadBefore(
  source: Source,
  path: Path,
  { module, dialect }: { module: string; dialect: Dialect },
): Edit[] | Obstacle {
  const coroutine = coroutineAround(path);
  if (coroutine instanceof Obstacle) return coroutine;
  const statement = path.at(-1) as AnyNode;
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  const imports = new Imports(source, path);
  const callee = imports.name('importlib', 'import_module');
  const hop = dialect.write({ callee, args: source.quote + module + source.quote, keywords: [] }, imports);
  const text = `${source.indentAt(statement.start)}await ${hop}${source.newline}`;
  return [...imports.edits(), { span: before, text }];
}

function conditional({ kind }: AnyNode): string {
  switch (kind) {
    case Kind.Try:
      return 'the `try` around it handles that it cannot be imported';
    case Kind.With:
      return 'it stands in a `with`';
    default:
      return 'it is imported on some paths only';
  }
}

/** Why an import may say something where it stands that it would not say at the top. */
function notMovable(source: Source, fn: FunctionDef, statement: Import | ImportFrom): Obstacle | undefined {
  if (source.isNotebook) return new Obstacle('a cell has no top');
  if (
    !source.beginsLine(statement.start) ||
    !/^[ \t]*(?:#.*)?$/.test(source.text.slice(statement.end, source.lineEnd(statement.end)))
  )
    return new Obstacle('it shares a line with other code');
  if (hasComment(source, statement)) return new Obstacle('the comment there may say why it is imported late');
  const before = fn.body.slice(0, fn.body.indexOf(statement));
  const mayEnd = before.some((one) =>
    [...below(one)].some(({ kind }) => kind === Kind.Return || kind === Kind.Raise),
  );
  if (mayEnd) return new Obstacle('the function may end before it');
  const loose = source.module.body.filter(({ kind }) => kind !== Kind.FunctionDef && kind !== Kind.ClassDef);
  if ([...before, ...loose].some((one) => DECIDES.test(source.of(one))))
    return new Obstacle('what runs before it may decide what is imported');
  return undefined;
}

/** Beside the statement, inside of it, or right above. */
function hasComment(source: Source, { start, end }: Import | ImportFrom): boolean {
  const above =
    source.text
      .slice(0, source.lineStart(start))
      .trimEnd()
      .split(/\r\n|\r|\n/)
      .at(-1) ?? '';
  const [, beside] = /(#.*)/.exec(source.text.slice(end, source.lineEnd(end))) ?? [];
  return (
    /^\s*#/.test(above) ||
    source.of({ start, end }).includes('#') ||
    (beside !== undefined && !FOR_TOOLS.test(beside))
  );
}

/** Why a name of the function cannot be one of the module. */
function notGlobal(source: Source, path: Path, name: string, meant: string): Obstacle | undefined {
  const fn = path.at(-2) as FunctionDef;
  const around = bindingsAround(path).get(name);
  const taken = new Obstacle(`\`${name}\` means something else as well`);
  if (source.globals.has(name)) return taken;
  const bound = [...below(fn, (node) => node === fn || node.kind !== Kind.FunctionDef)].filter(
    (node) =>
      (node.kind === Kind.Import || node.kind === Kind.ImportFrom) &&
      importsOf(node).some((one) => one.name === name),
  );
  if (around?.size !== 1 || !around.has(meant) || bound.length > 1) return taken;
  const text = source.text.slice(0, fn.start) + source.text.slice(fn.end);
  if (!mentionedNames(text)(name)) return undefined;
  return source.module.body.some((one) => reads(one, name, fn)) ? taken : undefined;
}

/** Whether somebody outside of a function means the name that the module will have. */
function reads(node: AnyNode, name: string, except: FunctionDef): boolean {
  if (node === except) return false;
  if (node.kind === Kind.Name) return node.id === name;
  if (node.kind === Kind.Global || node.kind === Kind.Nonlocal) return node.names.includes(name);
  const isOwn =
    node.kind === Kind.FunctionDef &&
    (bindingsIn(node.body).has(name) || node.parameters.some((one) => one.name === name));
  return !isOwn && children(node).some((child) => reads(child, name, except));
}

/** With the empty lines behind it, where it opens the function. */
function removal(source: Source, fn: FunctionDef, statement: Import | ImportFrom): Edit {
  if (fn.body.length === 1) return { span: { start: statement.start, end: statement.end }, text: 'pass' };
  const start = source.lineStart(statement.start);
  let end = source.nextLine(statement.end);
  const previous = fn.body[fn.body.indexOf(statement) - 1];
  const isApart = !previous || source.hasEmptyLine({ start: previous.end, end: start });
  while (isApart && end < fn.end && source.text.slice(end, source.lineEnd(end)).trim() === '')
    end = source.nextLine(end);
  return { span: { start, end }, text: '' };
}
