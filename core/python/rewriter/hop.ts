/** One call moved off the loop where it stands: `f(x)` becomes `await to_thread(f, x)`. */
import type { BlockingPlace, Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, spans } from './children.ts';
import type { Dialect, Work } from './dialects.ts';
import { Imports } from './imports.ts';
import {
  awaitNeedsParentheses,
  boundToExpression,
  coroutineAround,
  isFirstIterable,
  isShownAsText,
  Obstacle,
  type Path,
} from './placement.ts';
import type { Source } from './source.ts';

/** What is to run elsewhere: the node at the end of the path, and in which form. */
interface Unit {
  readonly path: Path;
  /** As a call with its own arguments, or whole in a lambda; `list` when it has to be read there as well. */
  readonly form: 'call' | 'lambda' | 'list';
}

/** Functions that read all that an iterator gives before they return. */
const CONSUMERS =
  /^(?:list|tuple|set|frozenset|dict|sorted|sum|min|max|any|all|join|extend|update|deque|Counter)$/;

export class Hop {
  readonly #source: Source;
  readonly #unit: Unit;

  private constructor(source: Source, unit: Unit) {
    this.#source = source;
    this.#unit = unit;
  }

  /** How what blocks at the end of a path can go elsewhere; `others` are further places that block. */
  static plan(source: Source, path: Path, place: BlockingPlace, others: readonly Span[]): Hop | Obstacle {
    const unit = unitFor(path, place, others);
    if (unit instanceof Obstacle) return unit;
    const coroutine = coroutineAround(unit.path);
    if (coroutine instanceof Obstacle) return coroutine;
    if (isShownAsText(unit.path, source.text)) return new Obstacle('the f-string shows the code itself');
    return new Hop(source, unit);
  }

  /** It runs the same call with the same arguments, and nothing else. */
  get isPlain(): boolean {
    return this.#unit.form === 'call';
  }

  write(dialect: Dialect): Edit[] {
    const { path } = this.#unit;
    const node = path.at(-1) as AnyNode;
    const imports = new Imports(this.#source, path);
    const awaited = `await ${dialect.write(this.#work(node), imports)}`;
    const text = awaitNeedsParentheses(node, path.at(-2)) ? `(${awaited})` : awaited;
    return [...imports.edits(), { span: { start: node.start, end: node.end }, text }];
  }

  #work(node: AnyNode): Work {
    const text = this.#source.of(node);
    if (this.#unit.form === 'list') return { callee: `lambda: list(${text})`, args: '', keywords: [] };
    return this.#unit.form === 'call' && node.kind === Kind.Call
      ? callAsWork(this.#source, node)
      : { callee: `lambda: ${text}`, args: '', keywords: [] };
  }
}

/** A call taken apart. */
export function callAsWork(source: Source, node: Call): Work {
  const opening = openingOf(source, node);
  return {
    // A lambda that is called at once needs its parentheses no longer.
    callee:
      node.callee.kind === Kind.Lambda
        ? source.of(node.callee)
        : source.text.slice(node.start, opening).trimEnd(),
    args: source.text.slice(opening + 1, node.end - 1),
    keywords: node.args.flatMap(({ name, stars }) => (stars === 2 ? '**' : (name ?? []))),
  };
}

/** Where the parenthesis stands that opens a call's arguments. */
export function openingOf({ text }: Source, { callee, start, args, end }: Call): number {
  // Parentheses around the callee close behind it: each that opened before it.
  let open = text.slice(start, callee.start).split('(').length - 1;
  const limit = args[0]?.start ?? end;
  for (let at = callee.end; at <= limit; at++) {
    if (text[at] === '#') at = text.slice(at).search(/[\r\n]/) + at;
    else if (text[at] === ')') open--;
    else if (text[at] === '(' && open <= 0) return at;
  }
  return callee.end;
}

function unitFor(path: Path, place: BlockingPlace, others: readonly Span[]): Unit | Obstacle {
  const wide = widened(path, place);
  if (wide instanceof Obstacle) return wide;
  const node = wide.path.at(-1) as AnyNode;
  const isWhole = wide.form === 'lambda' || wide.form === 'list';
  const goesAlong = others.some(
    (other) => isSmaller(other, node) && spans(node, other) && runsBefore(node, other),
  );
  const isGeneratorArgument =
    node.kind === Kind.Call && node.args.some(({ value }) => isBareGenerator(node, value));
  if (!isWhole && !goesAlong && !isGeneratorArgument && node.kind === Kind.Call) return wide;
  const obstacle = boundToExpression(node);
  if (!obstacle) return wide.form === 'list' ? wide : { path: wide.path, form: 'lambda' };
  // With what it is made of left behind, a call still goes.
  return !isWhole && !isGeneratorArgument && node.kind === Kind.Call ? wide : obstacle;
}

/** `f(x for x in y)`: the generator is without parentheses of its own. */
function isBareGenerator(call: Call, value: AnyNode): boolean {
  return value.kind === Kind.Comprehension && value.form === 'generator' && value.end === call.end;
}

function isSmaller(one: Span, other: Span): boolean {
  return one.end - one.start < other.end - other.start;
}

/** Whether a part of an expression is evaluated when that is, and not when somebody calls it. */
function runsBefore(node: AnyNode, part: Span): boolean {
  return ![...below(node)].some(
    (around) => around.kind === Kind.Lambda && around !== node && spans(around.body, part),
  );
}

/** The smallest expression around what blocks that can be awaited and that has it over and done with. */
function widened(path: Path, { goesOn }: BlockingPlace): Unit | Obstacle {
  let size = path.length;
  let form: Unit['form'] = 'call';
  let isLazy = goesOn;
  for (let at = path.length - 2; at >= 0; at--) {
    const around = path[at] as AnyNode;
    const inner = path[at + 1] as AnyNode;
    if (around.kind === Kind.FunctionDef || around.kind === Kind.Lambda) break;
    if (around.kind === Kind.Comprehension && !(isFirstIterable(around, inner) && !isLazy)) {
      if (around.form === 'generator') isLazy = true;
      else if (boundToExpression(around)) break;
      else isLazy = false;
      [size, form] = [at + 1, 'lambda'];
    } else if (isLazy && around.kind === Kind.Call && isArgument(around, inner)) {
      if (!CONSUMERS.test(nameOf(around))) return new Obstacle('it is read later, by whoever is given it');
      isLazy = false;
      [size, form] = [at + 1, 'lambda'];
    } else if (isLazy && around.kind === Kind.For && inner === around.iterable) {
      return { path: path.slice(0, at + 2), form: 'list' };
    } else if (isLazy && size === at + 2) {
      return new Obstacle('it is read later, and blocks then');
    }
  }
  return { path: path.slice(0, size), form };
}

function isArgument({ args }: Call, inner: AnyNode): boolean {
  return args.some(({ value }) => value === inner);
}

function nameOf({ callee }: Call): string {
  return callee.kind === Kind.Attribute ? callee.name : callee.kind === Kind.Name ? callee.id : '';
}
