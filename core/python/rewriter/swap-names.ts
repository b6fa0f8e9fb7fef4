/** The name of a class where another one takes its place: in its calls, in annotations, and in its import. */
import type { ClientSwap, Edit } from '../../model/rewriter.ts';
import type { Import, ImportFrom, ImportName, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, spans } from './children.ts';
import { changedNames, isOnOneLine, type NameChange } from './changed-names.ts';
import { Imports } from './imports.ts';
import { importedName } from '../summarise/bound-names.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** What is called at one place, and is to be something else. */
interface Renaming {
  /** Leads to the call. */
  readonly path: Path;
  readonly callee: AnyNode;
  /** The new one's full name. */
  readonly to: string;
}

/** The import of the name that a dotted name begins with. */
interface Known {
  readonly statement: Import | ImportFrom;
  readonly entry: ImportName;
  readonly name: string;
}

/** How the new name is reached, and what that takes. */
interface Reached {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly changes?: readonly NameChange[];
}

/** Module and attribute: a class and its method are two names of one attribute. */
export function moduleOf(path: string): [module: string, attribute: string] {
  const [, module = '', attribute = ''] = /^((?:[^.A-Z][^.]*\.)*)(.+)$/.exec(path) ?? [];
  return [module.slice(0, -1), attribute];
}

/** Each of these, and what annotations say of them. */
export function renameClasses(
  source: Source,
  renamings: readonly Renaming[],
  annotations: readonly AnyNode[],
  swap: ClientSwap,
): Edit[] | Obstacle {
  const classes = new Map<string, Renaming & { readonly nodes: AnyNode[] }>();
  for (const renaming of renamings) {
    const { callee, to } = classOf(renaming);
    const key = `${source.of(callee)} ${to}`;
    const known = classes.get(key);
    if (known) known.nodes.push(callee);
    else classes.set(key, { ...renaming, callee, to, nodes: [callee] });
  }
  const done: Edit[] = [];
  const changes: NameChange[] = [];
  let named = annotations;
  for (const { nodes, ...renaming } of classes.values()) {
    const places = annotations.flatMap((one) => annotated(source, one, renaming.callee));
    named = named.filter((one) => !places.some((place) => spans(one, place)));
    const { text, edits, changes: ofNames = [] } = reached(source, renaming, [...nodes, ...places], swap);
    changes.push(...ofNames);
    const renamed = [...nodes, ...places].map(({ start, end }) => ({ span: { start, end }, text }));
    done.push(...edits, ...(text === source.of(renaming.callee) ? [] : renamed));
  }
  return named.length > 0
    ? new Obstacle('its annotation names another class')
    : [...done, ...changedNames(source, changes)];
}

/** Of a method that makes objects, the class: it is called by the same name there. */
function classOf({ callee, to }: Renaming): Pick<Renaming, 'callee' | 'to'> {
  const [, attribute] = moduleOf(to);
  const method = attribute.split('.')[1];
  const isMethod = callee.kind === Kind.Attribute && callee.name === method;
  return isMethod ? { callee: callee.value, to: to.slice(0, -method.length - 1) } : { callee, to };
}

/** Where an annotation names the class that is called. */
function annotated(source: Source, annotation: AnyNode, callee: AnyNode): AnyNode[] {
  const isClass = (node: AnyNode) => node.kind === Kind.Name || node.kind === Kind.Attribute;
  return [...below(annotation)].filter((node) => isClass(node) && source.of(node) === source.of(callee));
}

/** By a change of the import that is there, or by one of its own. */
function reached(
  source: Source,
  { path, callee, to }: Renaming,
  places: readonly AnyNode[],
  swap: ClientSwap,
): Reached {
  const [module, attribute] = moduleOf(to);
  const [first = '', ...rest] = attribute.split('.');
  const behind = rest.map((one) => `.${one}`).join('');
  const known = importOf(source, path, source.of(callee).split('.', 1)[0] ?? '');
  const isLast = known && !isNeeded(source, known, places, swap);
  const changed = known && changedImport(source, known, { module, first, isLast: isLast === true });
  if (changed) return { ...changed, text: changed.text + behind };
  const imports = new Imports(source, path);
  const text = imports.name(module, first, callee.kind === Kind.Name ? 'from' : 'module') + behind;
  const changes = known && isLast ? [{ ...known, added: undefined }] : [];
  return { text, edits: imports.edits(), changes };
}

/** The only import that gives a name its meaning where a path leads: in the innermost function that has one, or the module. */
function importOf(source: Source, path: Path, name: string): Known | undefined {
  const functions = path.filter((node) => node.kind === Kind.FunctionDef).toReversed();
  for (const { body } of [...functions, source.module]) {
    const found = body.flatMap((statement) => importsIn(statement)).filter((one) => one.name === name);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

function importsIn(statement: Statement): Known[] {
  if (statement.kind !== Kind.Import && statement.kind !== Kind.ImportFrom) return [];
  return statement.names.map((entry) => ({
    statement,
    entry,
    name:
      statement.kind === Kind.Import ? importedName(entry.name, entry.asName) : (entry.asName ?? entry.name),
  }));
}

/** Whether somebody else than some places wants what is imported. */
function isNeeded(source: Source, { name }: Known, places: readonly AnyNode[], swap: ClientSwap): boolean {
  if (swap.isMentionedElsewhere(name)) return true;
  const word = new RegExp(`^[^\\n]{0,80}\\b${name}\\b[^\\n]{0,80}$`);
  return source.module.body
    .flatMap((one) => [...below(one)])
    .some(
      (node) =>
        (node.kind === Kind.Name && node.id === name && !places.some((place) => spans(place, node))) ||
        (node.kind === Kind.String && word.test(node.value ?? '') && !/\s\S+\s/.test(node.value ?? '')),
    );
}

/** A class of a module, to be imported in the place of another one; `isLast`: nobody else needs that. */
interface Wanted {
  readonly module: string;
  readonly first: string;
  readonly isLast: boolean;
}

function changedImport(source: Source, known: Known, wanted: Wanted): Reached | undefined {
  return known.statement.kind === Kind.Import
    ? changedModule(source, known, wanted)
    : changedName(source, known, known.statement, wanted);
}

/** `import redis` becomes `import redis.asyncio as redis`. */
function changedModule(source: Source, { entry, name }: Known, wanted: Wanted): Reached | undefined {
  const { module, first, isLast } = wanted;
  const instead = (text: string) => [{ span: { start: entry.start, end: entry.end }, text }];
  if (entry.name === module) return { text: `${name}.${first}`, edits: [] };
  if (!isLast) return undefined;
  if (module.startsWith(`${entry.name}.`))
    return { text: `${name}.${first}`, edits: instead(`${module} as ${name}`) };
  const isFree = !module.includes('.') && !source.globals.has(module) && entry.asName === undefined;
  return isFree ? { text: `${module}.${first}`, edits: instead(module) } : undefined;
}

/** `from redis import Redis` becomes `from redis.asyncio import Redis`. */
function changedName(
  source: Source,
  known: Known,
  { level, module: there, names, start, end }: ImportFrom,
  { module, first, isLast }: Wanted,
): Reached | undefined {
  const { entry, name } = known;
  const as = entry.asName === undefined ? '' : ` as ${entry.asName}`;
  const text = entry.asName ?? first;
  if (level > 0 || (text !== name && source.globals.has(text))) return undefined;
  if (there === module) {
    if (isLast && as !== '')
      return { text, edits: [{ span: { start: entry.start, end: entry.end }, text: first + as }] };
    if (isLast) return { text, edits: [], changes: [{ ...known, added: first }] };
    if (isOnOneLine(source, known.statement))
      return {
        text: first,
        edits: [],
        changes: [{ statement: known.statement, entry: undefined, added: first }],
      };
    return source.module.body.includes(known.statement)
      ? undefined
      : { text: first, edits: [insertion(entry.start, `${first}, `)] };
  }
  if (!isLast) return undefined;
  const line = `from ${module} import ${first}${as}`;
  if (names.length === 1) return { text, edits: [{ span: { start, end }, text: line }] };
  const behind = insertion(end, source.newline + source.indentAt(start) + line);
  return { text, edits: [behind], changes: [{ ...known, added: undefined }] };
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
