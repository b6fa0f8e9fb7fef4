/** The imports of a library that another one has taken over: from where its names are now. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { MovedLibrary, MovedModule } from '../../model/swap.ts';
import type { Import, ImportFrom, ImportName } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below } from './children.ts';
import { changedNames } from './changed-names.ts';
import { mentions } from './name-uses.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** All imports of the file, and what is used of them. */
export function moveImports(source: Source, { modules }: MovedLibrary): Edit[] | Obstacle | undefined {
  const edits: Edit[] = [];
  const roots = Object.keys(modules).map((module) => module.split('.', 1)[0]);
  for (const node of source.module.body.flatMap((one) => [...below(one)])) {
    const moved =
      node.kind === Kind.Import
        ? node.names
            .filter(({ name }) => roots.includes(name.split('.', 1)[0]))
            .map((entry) => movedModule(source, node, entry, modules[entry.name]))
        : node.kind === Kind.ImportFrom && node.level === 0 && roots.includes(node.module.split('.', 1)[0])
          ? [movedNames(source, node, modules[node.module])]
          : [];
    for (const one of moved) {
      if (one instanceof Obstacle) return one;
      edits.push(...one);
    }
  }
  return edits.length > 0 ? edits : undefined;
}

/** `import old` becomes `import new.place as old`, or `import new` where that is as short. */
function movedModule(
  source: Source,
  statement: Import,
  entry: ImportName,
  moved: MovedModule | undefined,
): Edit[] | Obstacle {
  const { name, asName, start, end } = entry;
  if (!moved || (name.includes('.') && asName === undefined)) return lost(name);
  const bound = asName ?? name;
  const uses = usesOf(source, bound);
  const obstacle = uses.map((use) => obstacleTo(source, use, moved)).find((one) => one !== undefined);
  if (obstacle) return obstacle;
  const isShort = asName === undefined && !moved.to.includes('.');
  if (!isShort) return [{ span: { start, end }, text: `${moved.to} as ${bound}` }];
  const known = source.globals.get(moved.to);
  if (known && !(known.size === 1 && known.has(moved.to)))
    return new Obstacle(`\`${moved.to}\` means something else here`);
  const imported = known
    ? changedNames(source, [{ statement, entry, added: undefined }])
    : [{ span: { start, end }, text: moved.to }];
  return [...imported, ...uses.map((use) => ({ span: spanOf(use), text: moved.to }))];
}

/** Why a use of the module cannot stay as it is. */
function obstacleTo(source: Source, use: Path, { names, isUnlike }: MovedModule): Obstacle | undefined {
  const around = use.at(-2);
  if (around?.kind !== Kind.Attribute) return lost(source.of(spanOf(use)));
  if (!names.includes(around.name)) return lost(source.of(around));
  return isUnlike === true && isNamed(use.slice(0, -1)) ? unlike(source.of(around)) : undefined;
}

function spanOf(path: Path): Span {
  const { start, end } = path.at(-1) as AnyNode;
  return { start, end };
}

/** `from old import name` becomes `from new.place import name`. */
function movedNames(
  source: Source,
  statement: ImportFrom,
  moved: MovedModule | undefined,
): Edit[] | Obstacle {
  const { module, names, start } = statement;
  const stranger = names.find(({ name }) => moved?.names.includes(name) !== true);
  if (!moved || stranger) return lost(stranger ? `${module}.${stranger.name}` : module);
  for (const { name, asName } of names) {
    const isKept = usesOf(source, asName ?? name).some((use) => isNamed(use));
    if (moved.isUnlike === true && isKept) return unlike(name);
  }
  const at = source.text.indexOf(module, start + 'from'.length);
  return [{ span: { start: at, end: at + module.length }, text: moved.to }];
}

function usesOf({ module: { body } }: Source, name: string): Path[] {
  return body.flatMap((one) => [...mentions(one, name, [])]);
}

/** Whether what is called at the end of a path is given a name, or to somebody. */
function isNamed(path: Path): boolean {
  const [around, call, callee] = path.slice(-3);
  const isCalled = call?.kind === Kind.Call && call.callee === callee;
  const item =
    around?.kind === Kind.With && around.isAsync
      ? around.items.find(({ context }) => context === call)
      : undefined;
  return !isCalled || !item || item.target !== undefined;
}

function lost(name: string): Obstacle {
  return new Obstacle(`nothing is known to be what \`${name}\` is`);
}

function unlike(name: string): Obstacle {
  return new Obstacle(`what \`${name}\` gives has other members there`);
}
