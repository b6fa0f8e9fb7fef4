/** Functions made async, in all files that it takes: `async` before `def`, and `await` before their calls. */
import type { Edit, EntryCall, Place, Recolouring } from '../../model/rewriter.ts';
import { pathTo } from './children.ts';
import { Imports } from './imports.ts';
import { awaitNeedsParentheses, coroutineAround, Obstacle } from './placement.ts';
import type { Source } from './source.ts';

type Change = Exclude<Recolouring, { readonly refusal: string }>;

export function recolouringTitle(name: string, recolouring: Recolouring): string {
  if ('refusal' in recolouring) return `Make \`${name}\` async, and what calls it`;
  const { functions, calls } = recolouring;
  if (functions.length === 0) return `Run it with \`asyncio.run\``;
  const files = new Set([...functions, ...calls].map(({ path }) => path)).size;
  const others = functions.length - 1;
  const callers = others === 0 ? '' : `, and ${others === 1 ? 'one caller' : `${others} callers`}`;
  return `Make \`${name}\` async${callers}${files === 1 ? '' : `, in ${files} files`}`;
}

export function recolour(
  sourceOf: (path: string) => Source,
  { functions, calls }: Change,
): Edit[] | Obstacle {
  const edits: Edit[] = [];
  for (const path of new Set([...functions, ...calls].map((place) => place.path))) {
    const source = sourceOf(path);
    const names = functions.filter((place) => place.path === path);
    // Of calls that begin at one place, the outer one is written first.
    const here = calls.filter((place) => place.path === path).sort(inOrder);
    const added = [
      ...names.map((name) => defEdit(source, name)),
      ...here.map((call) => callEdits(source, call, names)),
    ];
    for (const one of added.flat()) {
      if (one instanceof Obstacle) return one;
      const isKnown = edits.some(
        (other) => other.path === path && isSame(other, one) && one.text.includes('import'),
      );
      if (!isKnown) edits.push({ ...one, path });
    }
  }
  return edits;
}

function inOrder(a: Place, b: Place): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** `def` becomes `async def`; `name` is where its name stands. */
function defEdit({ text }: Source, { span }: Place): Edit | Obstacle {
  const start = text.lastIndexOf('def', span.start);
  return start < 0 || !/^def\s+$/.test(text.slice(start, span.start))
    ? new Obstacle('the function was not found')
    : insertion(start, 'async ');
}

function callEdits(
  source: Source,
  { span, isEntry }: EntryCall,
  names: readonly Place[],
): (Edit | Obstacle)[] {
  const path = pathTo(source.module.body, span.start, span.end);
  const node = path.at(-1);
  if (!node) return [new Obstacle('a call was not found')];
  if (isEntry) {
    const imports = new Imports(source, path);
    const run = imports.name('asyncio', 'run');
    return [...imports.edits(), insertion(span.start, `${run}(`), insertion(span.end, ')')];
  }
  const becomesAsync = ({ headEnd, start }: { headEnd: number; start: number }) =>
    names.some(({ span: name }) => start <= name.start && name.end <= headEnd);
  const around = coroutineAround(path, (fn) => fn.isAsync || becomesAsync(fn));
  if (around instanceof Obstacle) return [around];
  return awaitNeedsParentheses(node, path.at(-2))
    ? [insertion(span.start, '(await '), insertion(span.end, ')')]
    : [insertion(span.start, 'await ')];
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
