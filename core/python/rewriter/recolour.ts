/** Functions made async, in all files that it takes: `async` before `def`, and `await` before their calls. */
import type { Edit, EntryCall, NewColour, Place, Recolouring } from '../../model/rewriter.ts';
import type { FunctionDef } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, children, pathTo, spans } from './children.ts';
import { awaitInsteadOfRun } from './colour.ts';
import { withParentheses } from './hops.ts';
import { Imports } from './imports.ts';
import {
  awaitNeedsParentheses,
  boundToCoroutine,
  coroutineAround,
  type IsCoroutine,
  Obstacle,
} from './placement.ts';
import type { Source } from './source.ts';

export function asyncTitle(name: string, recolouring: Recolouring): string {
  if ('refusal' in recolouring) return `Make \`${name}\` async, and what calls it`;
  const { functions, calls } = recolouring;
  if (functions.length === 0) return `Run it with \`asyncio.run\``;
  const files = new Set([...functions, ...calls].map(({ path }) => path)).size;
  const others = functions.length - 1;
  const callers = others === 0 ? '' : `, and ${others === 1 ? 'one caller' : `${others} callers`}`;
  return `Make \`${name}\` async${callers}${files === 1 ? '' : `, in ${files} files`}`;
}

/** Makes functions async, and awaits their calls. */
export function makeAsync(sourceOf: (path: string) => Source, colour: NewColour): Edit[] | Obstacle {
  return inAllFiles(sourceOf, colour, asyncDef, awaitedCall);
}

/** Makes functions plain, and drops the `await` of their calls. */
export function makeSync(
  sourceOf: (path: string) => Source,
  colour: NewColour,
  goesToThread: boolean,
): Edit[] | Obstacle {
  const plain = (source: Source, name: Place) => plainDef(source, name, goesToThread);
  return inAllFiles(sourceOf, colour, plain, (source, call) => [plainCall(source, call)]);
}

function inAllFiles(
  sourceOf: (path: string) => Source,
  { functions, calls }: NewColour,
  ofName: (source: Source, name: Place) => Edit | Obstacle,
  ofCall: (source: Source, call: EntryCall, names: readonly Place[]) => (Edit | Obstacle)[],
): Edit[] | Obstacle {
  const edits: Edit[] = [];
  for (const path of new Set([...functions, ...calls].map((place) => place.path))) {
    const source = sourceOf(path);
    const names = functions.filter((place) => place.path === path);
    // Of calls that begin at one place, the outer one is written first.
    const here = calls.filter((place) => place.path === path).sort(inOrder);
    const added = [
      ...names.map((name) => ofName(source, name)),
      ...here.map((call) => ofCall(source, call, names)),
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
function asyncDef({ text }: Source, { span }: Place): Edit | Obstacle {
  const start = text.lastIndexOf('def', span.start);
  return start < 0 || !/^def\s+$/.test(text.slice(start, span.start))
    ? new Obstacle('the function was not found')
    : insertion(start, 'async ');
}

/** `async def` becomes `def`; what goes to a thread may do nothing there that belongs to the loop. */
function plainDef(source: Source, { span }: Place, goesToThread: boolean): Edit | Obstacle {
  const fn = functionNamed(source, span);
  if (!fn?.isAsync) return new Obstacle('the function was not found');
  if (callsWhatItIsGiven(fn)) return new Obstacle('it calls what it is given, and that may block');
  const bound = goesToThread ? boundToCoroutine(fn.body) : undefined;
  const [keyword = ''] = /^async\s+/.exec(source.text.slice(fn.keywordStart)) ?? [];
  return bound ?? { span: { start: fn.keywordStart, end: fn.keywordStart + keyword.length }, text: '' };
}

function callsWhatItIsGiven(fn: FunctionDef): boolean {
  const given = new Set(fn.parameters.map(({ name }) => name));
  return [...below(fn)].some(
    (node) => node.kind === Kind.Call && node.callee.kind === Kind.Name && given.has(node.callee.id),
  );
}

function functionNamed({ module: { body } }: Source, name: Place['span']): FunctionDef | undefined {
  const path = functionsAround(body, name);
  return path.find((fn) => fn.nameStart === name.start);
}

function functionsAround(body: readonly AnyNode[], name: Place['span']): FunctionDef[] {
  const around = body.find((node) => spans(node, name));
  if (!around) return [];
  const inside = functionsAround(children(around), name);
  return around.kind === Kind.FunctionDef ? [around, ...inside] : inside;
}

function awaitedCall(source: Source, call: EntryCall, names: readonly Place[]): (Edit | Obstacle)[] {
  const { span, isEntry, start } = call;
  const path = pathTo(source.module.body, span.start, span.end);
  const node = path.at(-1);
  if (!node) return [new Obstacle('a call was not found')];
  if (isEntry) {
    const imports = new Imports(source, path);
    const run = imports.name('asyncio', 'run');
    return [...imports.edits(), insertion(span.start, `${run}(`), insertion(span.end, ')')];
  }
  const becomesAsync: IsCoroutine = ({ isAsync, nameStart }) =>
    isAsync || names.some((name) => name.span.start === nameStart);
  if (start !== undefined) {
    const edits = awaitInsteadOfRun(source, path, start, becomesAsync);
    return edits instanceof Obstacle ? [edits] : (edits ?? [new Obstacle(`\`${start}\` is given options`)]);
  }
  const around = coroutineAround(path, becomesAsync);
  if (around instanceof Obstacle) return [around];
  return awaitNeedsParentheses(node, path.at(-2))
    ? [insertion(span.start, '(await '), insertion(span.end, ')')]
    : [insertion(span.start, 'await ')];
}

/** `await f()` becomes `f()`. */
function plainCall(source: Source, { span }: EntryCall): Edit | Obstacle {
  const path = pathTo(source.module.body, span.start, span.end);
  const awaited = path.at(-2);
  if (awaited?.kind !== Kind.Await) return new Obstacle('a call is not awaited on the spot');
  return { span: withParentheses(source, path.slice(0, -1)), text: source.of(span) };
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
