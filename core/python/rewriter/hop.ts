/** One call moved off the loop where it stands: `f(x)` becomes `await to_thread(f, x)`. */
import type { BlockingPlace, Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { Call, ClassDef, Comprehension, FunctionDef } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, spans } from './children.ts';
import type { Dialect, Work } from './dialects.ts';
import { Imports } from './imports.ts';
import { bindingsAround } from './names.ts';
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

/** Functions that give an iterator over what they are given. */
const WRAPPERS = /^(?:enumerate|zip|map|filter|islice|chain|takewhile|dropwhile|batched|tqdm)$/;

export class Hop {
  readonly #source: Source;
  readonly #unit: Unit;

  private constructor(source: Source, unit: Unit) {
    this.#source = source;
    this.#unit = unit;
  }

  /** How what blocks at the end of a path can go elsewhere; `others` are further places that block. */
  static plan(source: Source, path: Path, place: BlockingPlace, others: readonly Span[]): Hop | Obstacle {
    if (place.ownThread !== undefined) return new Obstacle(place.ownThread);
    if (path.at(-2)?.kind === Kind.Await)
      return new Obstacle('it gives something to await, which belongs to the loop');
    const unseen = unseenCall(path);
    if (unseen) return unseen;
    const unit = unitFor(path, place, others);
    if (unit instanceof Obstacle) return unit;
    const coroutine = coroutineAround(unit.path);
    if (coroutine instanceof Obstacle) return coroutine;
    if (isShownAsText(unit.path, source.text))
      return new Obstacle('the f-string shows the code itself', { isOfForm: true });
    return new Hop(source, unit);
  }

  /** It runs the same call with the same arguments, and nothing around it was read before and is written after. */
  get isPlain(): boolean {
    const { path, form } = this.#unit;
    return (
      form === 'call' && !path.some((node) => node.kind === Kind.AugAssign && node.target.kind !== Kind.Name)
    );
  }

  /** What runs elsewhere. */
  get span(): Span {
    return this.#unit.path.at(-1) as AnyNode;
  }

  /** The function that is called, when another process could find it by its name. */
  get isImportable(): boolean {
    const { path, form } = this.#unit;
    const node = path.at(-1);
    if (form !== 'call' || node?.kind !== Kind.Call) return false;
    const around = bindingsAround(path);
    const [root = ''] = this.#source.of(node.callee).split('.');
    return /^[\w.]+$/.test(this.#source.of(node.callee)) && !around.has(root);
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

/** Calls that are no expression, so that nothing can be put in their place. */
function unseenCall(path: Path): Obstacle | undefined {
  const node = path.at(-1) as AnyNode;
  const around = path.at(-2);
  const isDefinition = (one: AnyNode): one is FunctionDef | ClassDef =>
    one.kind === Kind.FunctionDef || one.kind === Kind.ClassDef;
  const isDecorator = around && isDefinition(around) && around.decorators.some((one) => one === node);
  if (isDecorator || isDefinition(node)) return new Obstacle('a decorator is called where it stands');
  return node.kind >= Kind.FunctionDef && node.kind !== Kind.For
    ? new Obstacle('the statement itself makes the call')
    : undefined;
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
function openingOf({ text }: Source, { callee, start, args, end }: Call): number {
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
  const unit = widened(path, place);
  if (unit instanceof Obstacle) return unit;
  const node = unit.path.at(-1) as AnyNode;
  const hasToGo = unit.form !== 'call' || node.kind !== Kind.Call || takesBareGenerator(node);
  const goesAlong = others.some(
    (other) => isSmaller(other, node) && spans(node, other) && runsBefore(node, other),
  );
  if (!hasToGo && !goesAlong) return unit;
  const obstacle = boundToExpression(node);
  if (!obstacle) return unit.form === 'list' ? unit : { path: unit.path, form: 'lambda' };
  // With what it is made of left behind, a call still goes.
  return hasToGo ? obstacle : unit;
}

/** `f(x for x in y)`: the generator is without parentheses of its own. */
function takesBareGenerator({ args, end }: Call): boolean {
  return args.some(
    ({ value }) => value.kind === Kind.Comprehension && value.form === 'generator' && value.end === end,
  );
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
  let unit: Unit = { path, form: 'call' };
  let isLazy = goesOn;
  for (let at = path.length - 2; at >= 0; at--) {
    const around = path[at] as AnyNode;
    const step = climb(around, path[at + 1] as AnyNode, isLazy);
    if (step === 'stop') break;
    if (step === 'pass') continue;
    if (step instanceof Obstacle) return step;
    unit = { path: path.slice(0, step.form === 'list' ? at + 2 : at + 1), form: step.form };
    isLazy = step.isLazy;
  }
  return unit;
}

interface Step {
  readonly form: 'lambda' | 'list';
  readonly isLazy: boolean;
}

/** From an expression to what is around it: whether that has to go along, and blocks later in its turn. */
function climb(around: AnyNode, inner: AnyNode, isLazy: boolean): Step | Obstacle | 'pass' | 'stop' {
  switch (around.kind) {
    case Kind.FunctionDef:
    case Kind.Lambda:
      return 'stop';
    case Kind.Comprehension:
      return intoComprehension(around, inner, isLazy);
    case Kind.For:
      return isLazy && inner === around.iterable ? { form: 'list', isLazy: false } : later(isLazy);
    case Kind.Call: {
      const name = isLazy && isArgument(around, inner) ? nameOf(around) : '';
      if (CONSUMERS.test(name)) return { form: 'lambda', isLazy: false };
      return WRAPPERS.test(name) ? 'pass' : later(isLazy);
    }
    default:
      return later(isLazy);
  }
}

function intoComprehension(
  around: Comprehension,
  inner: AnyNode,
  isLazy: boolean,
): Step | Obstacle | 'pass' | 'stop' {
  if (!isLazy && isFirstIterable(around, inner)) return 'pass';
  if (around.form === 'generator') return { form: 'lambda', isLazy: true };
  if (!boundToExpression(around)) return { form: 'lambda', isLazy: false };
  return isLazy ? later(true) : 'stop';
}

function later(isLazy: boolean): Obstacle | 'pass' {
  return isLazy ? new Obstacle('it is read later, and blocks then') : 'pass';
}

function isArgument({ args }: Call, inner: AnyNode): boolean {
  return args.some(({ value }) => value === inner);
}

function nameOf({ callee }: Call): string {
  return callee.kind === Kind.Attribute ? callee.name : callee.kind === Kind.Name ? callee.id : '';
}
