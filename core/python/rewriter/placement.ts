/** Where `await` may stand, and what an expression would mean if it ran somewhere else. */
import { OPEN_NAME } from '../../model/open-name.ts';
import type { Expression, FunctionDef, If, Try, With } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below, spans } from './children.ts';

/** What stands in the way; to stand behind "because". */
export class Obstacle {
  readonly reason: string;
  /** It stands in the way of one form of the change, and not of every other. */
  readonly isOfForm: boolean;

  constructor(reason: string, { isOfForm = false } = {}) {
    this.reason = reason;
    this.isOfForm = isOfForm;
  }
}

/** A path from the module's statements down to a node, that node last. */
export type Path = readonly AnyNode[];

/** Whether a function is a coroutine, or will be. */
export type IsCoroutine = (fn: FunctionDef) => boolean;

/** The coroutine in which `await` at the end of the path would run. */
export function coroutineAround(
  path: Path,
  isCoroutine: IsCoroutine = ({ isAsync }) => isAsync,
): FunctionDef | Obstacle {
  for (let at = path.length - 2; at >= 0; at--) {
    const around = path[at] as AnyNode;
    const inner = path[at + 1] as AnyNode;
    if (around.kind === Kind.FunctionDef && inner.start >= around.headEnd)
      return isCoroutine(around) ? around : new Obstacle('the function around it is not a coroutine');
    const reason = forbidsAwait(around, inner);
    if (reason !== undefined) return new Obstacle(reason);
  }
  return IN_MODULE;
}

const IN_MODULE = new Obstacle('the module cannot await');

/** Why `await` cannot stand at the end of a path. The top level of a notebook may await. */
export function obstacleToAwait(
  path: Path,
  isNotebook: boolean,
  isCoroutine?: IsCoroutine,
): Obstacle | undefined {
  const around = coroutineAround(path, isCoroutine);
  if (!(around instanceof Obstacle) || (isNotebook && around === IN_MODULE)) return undefined;
  return around;
}

function forbidsAwait(around: AnyNode, inner: AnyNode): string | undefined {
  switch (around.kind) {
    case Kind.Lambda:
      return spans(around.body, inner) ? 'a lambda cannot await' : undefined;
    case Kind.Comprehension:
      return around.form === 'generator' && !isFirstIterable(around, inner)
        ? 'a generator that awaits is another kind of generator'
        : undefined;
    case Kind.ClassDef:
      return inner.start >= around.headEnd ? 'a class body cannot await' : undefined;
    case Kind.AnnAssign:
      return inner === around.annotation ? 'an annotation cannot await' : undefined;
    case Kind.Try:
      return endsCancellation(around, inner)
        ? 'the `except` around it catches everything, so the task could not be cancelled while it waits'
        : undefined;
    case Kind.With:
      return holdsThreadLock(around, inner)
        ? 'the lock around it would be held while it waits, and the next task that wants it would block the loop'
        : undefined;
    case Kind.If:
      return fillsOnce(around, inner)
        ? 'another task may fill in the same meanwhile: it takes a lock around the question and the answer'
        : undefined;
    default:
      return undefined;
  }
}

/** `with self._lock:` can only be a lock of threads. */
function holdsThreadLock({ isAsync, items, body }: With, inner: AnyNode): boolean {
  const names = items.map(({ context }) => lastName(context));
  return !isAsync && body.some((one) => one === inner) && names.some((name) => /lock$|mutex$/i.test(name));
}

/** `if self.client is None: self.client = …`: who waits between the two has others ask the same. */
function fillsOnce({ test, body }: If, inner: AnyNode): boolean {
  const at = body.findIndex((one) => one === inner);
  const asked = new Set([...below(test)].flatMap((node) => (node.kind === Kind.Attribute ? node.name : [])));
  if (at < 0 || asked.size === 0) return false;
  return body
    .slice(at)
    .some((one) =>
      [...below(one)].some(
        (node) =>
          node.kind === Kind.Assign &&
          node.targets.some(
            (target) =>
              target.kind === Kind.Attribute && asked.has(target.name) && OPEN_NAME.test(target.name),
          ),
      ),
    );
}

/** Whether whoever cancels what is awaited here would not be heard, and was never in anybody's way before. */
function endsCancellation({ body, handlers }: Try, inner: AnyNode): boolean {
  const handler = handlers.find(
    ({ type }) =>
      !type || [...below(type)].some((node) => /^(?:BaseException|CancelledError)$/.test(lastName(node))),
  );
  if (!handler || !body.some((one) => one === inner)) return false;
  return !holds(handler.body, Kind.Raise) && !holds(body, Kind.Await);
}

function holds(body: readonly AnyNode[], kind: Kind): boolean {
  return body.some((one) => [...below(one)].some((node) => node.kind === kind));
}

function lastName(node: AnyNode): string {
  return node.kind === Kind.Attribute ? node.name : node.kind === Kind.Name ? node.id : '';
}

/** The first iterable of a comprehension is evaluated outside of it. */
export function isFirstIterable(around: AnyNode, inner: AnyNode): boolean {
  return around.kind === Kind.Comprehension && around.clauses[0]?.iterable === inner;
}

/** Whether `await …` needs parentheses where `node` stands. */
export function awaitNeedsParentheses(node: AnyNode, around: AnyNode | undefined): boolean {
  switch (around?.kind) {
    case Kind.Await:
      return true;
    case Kind.Attribute:
    case Kind.Subscript:
      // Where it begins later than what is around it, it stands in parentheses already.
      return node === around.value && node.start === around.start;
    case Kind.Call:
      return node === around.callee && node.start === around.start;
    default:
      return false;
  }
}

/** Reads the frame that it is called in, so it means something else in a function of its own. */
const FRAME_READERS = new Set(['locals', 'vars', 'dir', 'eval', 'exec', 'super', '__class__']);

/** Why a part of a coroutine cannot become a sync function of its own; undefined when it can. */
export function boundToCoroutine(nodes: readonly AnyNode[]): Obstacle | undefined {
  for (const root of nodes) {
    for (const node of below(root)) {
      const reason = boundByItself(node);
      if (reason !== undefined) return new Obstacle(reason);
    }
  }
  return undefined;
}

function boundByItself(node: AnyNode): string | undefined {
  switch (node.kind) {
    case Kind.Await:
      return 'it awaits';
    case Kind.For:
    case Kind.With:
      return node.isAsync ? 'it awaits' : undefined;
    case Kind.Comprehension:
      return node.clauses.some(({ isAsync }) => isAsync) ? 'it awaits' : undefined;
    case Kind.FunctionDef:
      if (node.isAsync) return 'it defines a coroutine';
      return node.decorators.length > 0 ? 'it defines a function that a decorator takes note of' : undefined;
    case Kind.Yield:
    case Kind.YieldFrom:
      return 'it yields';
    case Kind.Name:
      return FRAME_READERS.has(node.id) ? `\`${node.id}\` looks at the function it stands in` : undefined;
    case Kind.Call:
      return callBoundToLoop(node.callee);
    default:
      return undefined;
  }
}

/** Methods that only the loop's own thread may call. */
const LOOP_METHODS =
  /^(?:call_soon|call_later|call_at|create_task|ensure_future|start_soon|set_result|set_exception|add_done_callback|put_nowait|get_nowait|get_running_loop|get_event_loop|current_task|all_tasks|create_future)$/;

function callBoundToLoop(callee: Expression): string | undefined {
  const name = callee.kind === Kind.Attribute ? callee.name : callee.kind === Kind.Name ? callee.id : '';
  return LOOP_METHODS.test(name) ? `\`${name}\` belongs on the loop's own thread` : undefined;
}

/** Why an expression cannot become the body of a lambda. */
export function boundToExpression(node: AnyNode): Obstacle | undefined {
  for (const inner of below(node, ({ kind }) => kind !== Kind.Lambda)) {
    if (inner.kind === Kind.NamedExpression) return new Obstacle('it binds a name', { isOfForm: true });
  }
  return boundToCoroutine([node]);
}

/** The text of an f-string's field is shown by `{field=}`. */
export function isShownAsText(path: Path, text: string): boolean {
  return path.some((node, at) => {
    const field = path[at + 1];
    return (
      node.kind === Kind.FString &&
      field !== undefined &&
      /^[\s)]*=(?!=)/.test(text.slice(field.end, node.end))
    );
  });
}
