/** Programs that are run to their end, started and waited for by asyncio. */
import type { BlockingPlace, Edit } from '../../model/rewriter.ts';
import type { Attribute, Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { freeName } from './block.ts';
import type { AnyNode } from './children.ts';
import { beginsStatement, opening } from './first-evaluated.ts';
import { Imports } from './imports.ts';
import { awaitNeedsParentheses, coroutineAround, isShownAsText, Obstacle, type Path } from './placement.ts';
import { ProcessLines, type Starter, type Wanted } from './process-lines.ts';
import { type Running, runningOf } from './running.ts';
import type { Source } from './source.ts';

export interface ProcessAwaited {
  readonly starter: Starter;
  readonly edits: Edit[] | Obstacle;
}

/** What runs a program is awaited: in its place where that will do, else in front of its statement. */
export function awaitProcess(source: Source, path: Path, place: BlockingPlace): ProcessAwaited | undefined {
  const call = path.at(-1) as AnyNode;
  if (call.kind !== Kind.Call) return undefined;
  if (/^(?:subprocess\.Popen|Popen\.(?:communicate|wait))$/.test(place.name)) {
    const edits = ofPopen(source, path, place);
    return edits && { starter: 'create_subprocess_exec', edits };
  }
  const running = runningOf(source, call, place);
  if (!running) return undefined;
  if (running instanceof Obstacle) return { starter: 'create_subprocess_exec', edits: running };
  const starter = starterOf(running);
  return { starter, edits: editsFor(source, path, call, running) };
}

function starterOf({ isShell }: Running): Starter {
  return isShell ? 'create_subprocess_shell' : 'create_subprocess_exec';
}

function editsFor(source: Source, path: Path, call: Call, running: Running): Edit[] | Obstacle {
  const fn = coroutineAround(path);
  if (fn instanceof Obstacle) return fn;
  if (source.of(call).includes('#')) return new Obstacle('a comment would be lost');
  const statement = beginsStatement(path);
  const isDiscarded = statement?.kind === Kind.ExpressionStatement && statement.value === call;
  if (running.kind === 'system' && !isDiscarded)
    return new Obstacle('`os.system` tells in numbers of its own how it ended');
  const imports = new Imports(source, path);
  const own = source.of(call);
  // The names of its own options are nobody's.
  const around = source.of(fn).replace(own, own.replace(/\b\w+=(?![=}])/g, ''));
  const free = (stem: string) => freeName(around, { stem, number: 1 });
  const { wanted, end } = isDiscarded
    ? { wanted: 'nothing' as const, end: call.end }
    : wantedOf(path, running);
  const lines = new ProcessLines(source, running, { imports, free, wanted, starter: starterOf(running) });
  if (lines.isOneCall) {
    const whole = wanted === 'returncode' ? path.slice(0, -1) : path;
    return inPlace(source, whole, `(await ${lines.start('')}).wait()`, imports);
  }
  if (!statement) return new Obstacle('something else in its statement comes first');
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  const written = lines.write(source.indentAt(statement.start));
  if (written instanceof Obstacle) return written;
  const newline = source.newline + source.indentAt(statement.start);
  const span = { start: call.start, end };
  if (isDiscarded) return [...imports.edits(), { span, text: written.lines.join(newline) }];
  const at = { start: statement.start, end: statement.start };
  return [
    ...imports.edits(),
    { span: at, text: written.lines.map((line) => line + newline).join('') },
    { span, text: written.result },
  ];
}

/** `run(…).stdout` asks for no more than that. */
function wantedOf(path: Path, { kind }: Running): { wanted: Wanted; end: number } {
  const [around, call] = path.slice(-2) as [AnyNode, AnyNode];
  const isOne = kind === 'run' && around.kind === Kind.Attribute && around.start === call.start;
  const name = isOne ? around.name : '';
  return name === 'stdout' || name === 'stderr' || name === 'returncode'
    ? { wanted: name, end: around.end }
    : { wanted: 'all', end: call.end };
}

function inPlace(source: Source, path: Path, awaited: string, imports: Imports): Edit[] | Obstacle {
  const node = path.at(-1) as AnyNode;
  if (isShownAsText(path, source.text))
    return new Obstacle('the f-string shows the code itself', { isOfForm: true });
  const text = awaitNeedsParentheses(node, path.at(-2)) ? `(await ${awaited})` : `await ${awaited}`;
  return [...imports.edits(), { span: { start: node.start, end: node.end }, text }];
}

/** `Popen(…).communicate()` and `Popen(…).wait()`. */
function ofPopen(source: Source, path: Path, place: BlockingPlace): Edit[] | Obstacle | undefined {
  const isMaker = place.name === 'subprocess.Popen';
  const whole = isMaker ? path.slice(0, -2) : path;
  const waiting = waitingIn(whole);
  if (!waiting)
    return isMaker ? new Obstacle('what is done with the process would have to be awaited too') : undefined;
  const fn = coroutineAround(whole);
  if (fn instanceof Obstacle) return fn;
  const running = runningOf(source, waiting.maker, { name: 'subprocess.call', command: place.command });
  if (!running || running instanceof Obstacle) return running;
  if (running.decode !== undefined) return new Obstacle('it gives text, and asyncio gives bytes');
  if (hasTimeout(waiting)) return new Obstacle('asyncio has no `timeout=` there');
  const imports = new Imports(source, whole);
  const free = (stem: string) => stem;
  const lines = new ProcessLines(source, running, {
    imports,
    free,
    wanted: 'all',
    starter: starterOf(running),
  });
  const tail = source.text.slice(waiting.method.nameStart, waiting.call.end);
  return inPlace(source, whole, `(await ${lines.start('')}).${tail}`, imports);
}

/** A call that makes a process, and the one that waits for it on the spot. */
interface Waiting {
  readonly call: Call;
  readonly method: Attribute;
  readonly maker: Call;
}

function waitingIn(path: Path): Waiting | undefined {
  const call = path.at(-1);
  const method = call?.kind === Kind.Call ? call.callee : undefined;
  if (call?.kind !== Kind.Call || method?.kind !== Kind.Attribute) return undefined;
  const { name, value: maker } = method;
  const isWaiting = name === 'communicate' || name === 'wait';
  return isWaiting && maker.kind === Kind.Call ? { call, method, maker } : undefined;
}

function hasTimeout({ call: { args }, method }: Waiting): boolean {
  const isNamed = args.some(({ name, stars }) => stars > 0 || name === 'timeout');
  return isNamed || args.length > (method.name === 'wait' ? 0 : 1);
}
