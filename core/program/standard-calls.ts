/** What functions of the standard library do with their arguments before they return: iterate, call or enter them. */
import { type CallArguments, withPositional } from './arguments.ts';
import type { CallTarget } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import { iterationTargets, managerTargets, ownMethodTargets, textTargets } from './implicit-calls.ts';
import type { Type } from './types.ts';

const ITERATES =
  /^builtins\.(list|tuple|set|frozenset|dict|sorted|sum|min|max|any|all|next|str\.join|list\.extend|set\.update|dict\.update|bytes\.join)$|^collections\.(deque|Counter)$/;

/** Where a function is handed over that is called on each of the elements. */
const CALLS: Readonly<Record<string, { readonly place?: number; readonly keyword?: string } | undefined>> = {
  'builtins.map': { place: 0 },
  'builtins.filter': { place: 0 },
  'builtins.sorted': { keyword: 'key' },
  'builtins.min': { keyword: 'key' },
  'builtins.max': { keyword: 'key' },
  'builtins.list.sort': { keyword: 'key' },
  '_functools.reduce': { place: 0 },
  'functools.reduce': { place: 0 },
  'itertools.starmap': { place: 0 },
  'itertools.takewhile': { place: 0 },
  'itertools.dropwhile': { place: 0 },
  'itertools.filterfalse': { place: 0 },
  'itertools.groupby': { place: 1, keyword: 'key' },
  're.sub': { place: 1, keyword: 'repl' },
};

const METHODS: Readonly<Record<string, string | undefined>> = {
  'builtins.len': '__len__',
  'builtins.bool': '__bool__',
  'builtins.iter': '__iter__',
  'builtins.reversed': '__reversed__',
  'builtins.abs': '__abs__',
  'builtins.hash': '__hash__',
  'builtins.int': '__int__',
  'builtins.float': '__float__',
  'builtins.bytes': '__bytes__',
  'builtins.repr': '__repr__',
};

const MAKES_TEXT = /^builtins\.(str|print|format)$/;

const ENTERS = /^contextlib\.(Async)?ExitStack\.enter_context$/;

/** What else a call runs, by the names of the function that is called. */
export function standardTargets(p: Evaluator, names: readonly string[], args: CallArguments): CallTarget[] {
  return names.filter(isKnown).flatMap((name) => {
    const [first] = args.positional;
    if (!first) return [];
    const method = METHODS[name];
    return [
      ...(ITERATES.test(name) ? args.positional.flatMap((argument) => iterationTargets(p, argument)) : []),
      ...(MAKES_TEXT.test(name) ? args.positional.flatMap((argument) => textTargets(p, argument)) : []),
      ...(ENTERS.test(name) ? managerTargets(p, first, 'enter') : []),
      ...(method === undefined ? [] : ownMethodTargets(p, first, method)),
      ...called(p, name, args),
    ];
  });
}

/** Asked of every call: what is not known is not to have its arguments looked at. */
function isKnown(name: string): boolean {
  let known = KNOWN.get(name);
  if (known === undefined) {
    known =
      name in METHODS || name in CALLS || [ITERATES, MAKES_TEXT, ENTERS].some((form) => form.test(name));
    KNOWN.set(name, known);
  }
  return known;
}

const KNOWN = new Map<string, boolean>();

function called(p: Evaluator, name: string, args: CallArguments): CallTarget[] {
  const role = CALLS[name];
  if (!role) return [];
  const { place, keyword } = role;
  const callee =
    (keyword === undefined ? undefined : args.keywords.get(keyword)) ??
    (place === undefined ? undefined : args.positional[place]);
  if (!callee) return [];
  return p
    .callTargets(callee, withPositional(...elements(p, name, args)))
    .filter(({ frame }) => frame !== undefined);
}

/** What the function is called with, where it is one element of each iterable. */
function elements(p: Evaluator, name: string, { positional }: CallArguments): Type[] {
  if (name === 'builtins.map') return positional.slice(1).map((argument) => p.elementOf(argument));
  const iterable = name === 'builtins.filter' ? positional[1] : positional[0];
  return iterable ? [p.elementOf(iterable)] : [];
}
