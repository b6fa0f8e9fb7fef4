/** Finds the workflows of a program, and gathers what is known of each. */
import type { BlockingCall } from '../effects/facts.ts';
import { type Found, isWait } from '../effects/work.ts';
import type { EntryPoint, Root, Work, WorkflowFacts } from '../effects/workflow-facts.ts';
import type { Registration } from '../knowledge/frameworks.ts';
import type { Place as Where } from '../knowledge/pack.ts';
import type { FileSummary, Scope } from '../model/summary.ts';
import type { Span } from '../model/span.ts';
import { syncLibraries } from './libraries.ts';
import { kindOfRole } from './kinds.ts';
import type { Obstacle, Operation, Place, TouchedFunction, Workflow, WorkflowKind } from './workflow.ts';

/** What discovery asks of the analysis around it. */
export interface Ground {
  /** Absolute path of the folder that is analysed, without a slash behind. */
  readonly root: string;
  readonly pythonVersion: readonly [number, number] | undefined;
  /** Functions that the project's metadata makes commands. */
  readonly commands: readonly string[];
  /** Whether a distribution is installed; undefined when nobody knows what is. */
  readonly installed: (distribution: string) => boolean | undefined;
  readonly blockingCalls: (path: string) => readonly BlockingCall[];
  /** The code of the rule that reports a place; undefined when none does. */
  readonly codeAt: (path: string, span: Span) => string | undefined;
}

/** What begins together: one function, or all steps of one graph. */
interface Beginning {
  readonly kind: WorkflowKind;
  readonly points: readonly [EntryPoint, ...EntryPoint[]];
}

/** In the order of their files, and of their places in them. */
export function discover(facts: WorkflowFacts, ground: Ground): Workflow[] {
  const found: Workflow[] = [];
  const reached = new Set<Found['frame']>();
  const isMeant = ({ path }: { readonly path: string }) => !isTest(relative(ground.root, path));
  const points = facts.entryPoints(ground.commands).filter(({ written }) => isMeant(written.module));
  const functions = new Set(
    points
      .filter(({ how }) => how === 'registered' || how === 'group' || how === 'declared')
      .map(({ written }) => written.scope),
  );
  for (const beginning of beginnings(points)) {
    const work = facts.work(beginning.points.map(rootOf));
    for (const frame of work.frames.keys()) reached.add(frame);
    if (isOnlyStart(beginning.points[0], work, functions)) continue;
    found.push(describe(facts, beginning, work, ground));
  }
  const batches = facts
    .batches(reached, isMeant)
    .map((point) => ({ point, work: facts.work([rootOf(point)]) }));
  for (const { point, work } of batches) {
    // What another batch goes through is a part of that.
    if (batches.some((other) => other.point !== point && other.work.frames.has(point.frame))) continue;
    found.push(describe(facts, { kind: 'batch', points: [point] }, work, ground));
  }
  return found.sort(
    (a, b) => a.place.path.localeCompare(b.place.path) || a.place.span.start - b.place.span.start,
  );
}

/** The steps of a graph are one workflow: those of one framework in one class, or in one file. */
function beginnings(points: readonly EntryPoint[]): Beginning[] {
  const graphs = new Map<string, [EntryPoint, ...EntryPoint[]]>();
  const all: Beginning[] = [];
  for (const point of points) {
    const kind = kindOf(point);
    if (kind === undefined) continue;
    if (kind !== 'agent-graph') {
      all.push({ kind, points: [point] });
      continue;
    }
    const { module, scope } = point.written;
    const owner = module.summary.scope(scope.parent);
    const key = [module.path, owner.kind === 'class' ? owner.qualname : '', frameworkOf(point)].join('::');
    const known = graphs.get(key);
    if (known) known.push(point);
    else {
      const started: [EntryPoint, ...EntryPoint[]] = [point];
      graphs.set(key, started);
      all.push({ kind, points: started });
    }
  }
  return all;
}

function frameworkOf({ registrations }: EntryPoint): string {
  return registrationOf(registrations)?.registration.framework ?? '';
}

function rootOf(point: EntryPoint): Root {
  return { frame: point.frame, onLoop: startsOnLoop(point), isMeant: point.isMeant };
}

/** Tests are run, and have entry points of their own; nobody decides on their colour. By the path below the root. */
function isTest(path: string): boolean {
  return /(^|\/)(tests?|testing)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
}

/** `if __name__ == "__main__": app.run()`: what it starts are workflows of their own. */
function isOnlyStart(
  { how, written }: EntryPoint,
  { frames, found }: Work,
  functions: ReadonlySet<Scope>,
): boolean {
  if (how !== 'script' && how !== 'declared') return false;
  if ([...frames.keys()].some(({ scope }) => scope !== written.scope && functions.has(scope))) return true;
  const waits = found.some(({ leaf }) => leaf.kind === 'cpu' || isWait(leaf.kind));
  return how === 'script' && !waits && frames.size <= 1;
}

function kindOf({ how, registrations, written }: EntryPoint): WorkflowKind | undefined {
  switch (how) {
    case 'notebook':
    case 'batch':
      return how;
    case 'declared':
      return 'cli-command';
    case 'script':
      return usesArguments(written.module.summary) ? 'cli-command' : 'script';
    case 'registered':
      return registrationOf(registrations)?.kind;
    case 'group':
      return undefined;
  }
}

const COMMAND_LINES = new Set([
  'argparse',
  'optparse',
  'docopt',
  'fire',
  'click',
  'typer',
  'absl',
  'cleo',
  'plac',
]);

function usesArguments({ data }: FileSummary): boolean {
  return data.imports.some(
    ({ level, module }) => level === 0 && COMMAND_LINES.has(module.split('.')[0] ?? ''),
  );
}

function registrationOf(
  registrations: readonly Registration[],
): { readonly registration: Registration; readonly kind: WorkflowKind } | undefined {
  for (const registration of registrations) {
    const kind = kindOfRole(registration.role);
    if (kind) return { registration, kind };
  }
  return undefined;
}

function whereItRuns({ written, registrations, how }: EntryPoint): Where {
  const { isAsync } = written.scope;
  const registration = registrationOf(registrations)?.registration;
  // Where it hangs on how the program drives the framework, a plain function may run anywhere.
  if (registration && !isAsync && registration.drivenBy.length > 0) return 'none';
  if (registration) return isAsync ? registration.async : registration.sync;
  return isAsync || how === 'notebook' ? 'loop' : 'none';
}

/** A cell of a notebook runs on a loop, and may block it: nothing else is there. */
function startsOnLoop(point: EntryPoint): boolean {
  return point.how !== 'notebook' && whereItRuns(point) === 'loop';
}

const RUNS_ON: Readonly<Record<Where, Workflow['runsOn']>> = {
  loop: 'loop',
  worker: 'worker',
  process: 'process',
  none: 'thread',
  // It fails, or is never awaited: wherever it was meant to run.
  refused: 'thread',
};

function describe(facts: WorkflowFacts, { kind, points }: Beginning, work: Work, ground: Ground): Workflow {
  const [point] = points;
  const { written } = point;
  const registration = registrationOf(point.registrations)?.registration;
  const operations = work.found.map((one) => operation(one));
  const obstacles = obstaclesOf(work, ground);
  return {
    ...identity(kind, points, relative(ground.root, written.module.path)),
    kind,
    place:
      written.scope.kind === 'module' ? firstPlace(point) : placeOf(written.module, written.scope.nameSpan),
    today: todayOf(work, operations, obstacles),
    isCoroutine: points.some((each) => each.written.scope.isAsync),
    runsOn: RUNS_ON[whereItRuns(point)],
    framework: registration && {
      name: registration.framework,
      role: registration.role,
      pool: registration.pool,
      advice: registration.advice,
    },
    pythonVersion: ground.pythonVersion,
    operations,
    obstacles,
    libraries: syncLibraries(
      work.found.map(({ leaf }) => leaf),
      ground.installed,
    ),
    touched: touchedBy(facts, work, ground.root),
    unresolved: work.unresolved,
  };
}

/** What a workflow is called; what begins in one place is told apart by nothing else than that place. */
function identity(
  kind: WorkflowKind,
  [{ written, how }, ...others]: Beginning['points'],
  path: string,
): Pick<Workflow, 'id' | 'name'> {
  if (how === 'notebook') return { id: path, name: path };
  if (how === 'script') return { id: `${path}::__main__`, name: path };
  const { module, scope } = written;
  const owner = module.summary.scope(scope.parent);
  if (kind === 'agent-graph' && others.length > 0) {
    const graph = owner.kind === 'class' ? owner.qualname : 'graph';
    return { id: `${path}::${graph}`, name: `${graph} of ${String(others.length + 1)} steps` };
  }
  return { id: `${path}::${scope.qualname}`, name: scope.qualname };
}

/**
 * `async` needs a coroutine that runs in it; what waits outside of the loop or blocks on it makes a mixture. What a
 * library does inside is its own affair.
 */
function todayOf(
  work: Work,
  operations: readonly Operation[],
  obstacles: readonly Obstacle[],
): Workflow['today'] {
  const isAsync =
    [...work.frames.keys()].some(({ scope }) => scope.isAsync) ||
    operations.some(({ style }) => style === 'async');
  if (!isAsync) return 'sync';
  const blocks = work.found.some(
    ({ leaf, frame, isOffloaded }) =>
      !leaf.isAwaited && !isOffloaded && isWait(leaf.kind) && work.frames.get(frame)?.onLoop !== true,
  );
  return blocks || obstacles.some(({ via }) => via !== 'package') ? 'mixed' : 'async';
}

function operation({ leaf, frame, call, inLoop, isIndependent, isOffloaded }: Found): Operation {
  return {
    kind: leaf.kind,
    library: leaf.library,
    call: leaf.name,
    place: placeOf(frame.module, frame.module.summary.span(call)),
    function: frame.scope.qualname,
    style: isOffloaded ? 'offloaded' : leaf.isAwaited ? 'async' : 'sync',
    inLoop,
    independent: isIndependent,
    gil: leaf.gil,
  };
}

/** The blocking calls of the functions that run on the loop, as the rules report them. */
function obstaclesOf(work: Work, { blockingCalls, codeAt }: Ground): Obstacle[] {
  const found = new Map<string, Obstacle>();
  for (const [{ module, scope }, { onLoop }] of work.frames) {
    if (!onLoop || scope.kind === 'module') continue;
    for (const call of blockingCalls(module.path)) {
      if (call.function !== scope.qualname) continue;
      const code = codeAt(module.path, call.span);
      if (code === undefined) continue;
      found.set(`${module.path} ${String(call.span.start)}`, {
        kind: call.kind,
        place: placeOf(module, call.span),
        function: call.function,
        chain: call.chain.map(({ callee }) => callee),
        code,
        via: call.via,
      });
    }
  }
  return [...found.values()];
}

/** Every function on the way to something that waits, and those that call them from outside. */
function touchedBy(facts: WorkflowFacts, { found, waiting, frames }: Work, root: string): TouchedFunction[] {
  const touched = new Map<Scope, TouchedFunction>();
  const direct = new Set(found.filter(({ leaf }) => isWait(leaf.kind)).map(({ frame }) => frame));
  for (const frame of waiting) {
    if (frame.scope.kind !== 'function' || touched.has(frame.scope)) continue;
    touched.set(frame.scope, touch(frame, direct.has(frame) ? 'waits' : 'between'));
  }
  const own = new Set(Array.from(waiting).filter(({ scope }) => scope.kind === 'function'));
  for (const caller of facts.callersOf(own)) {
    if (
      frames.has(caller) ||
      caller.scope.kind !== 'function' ||
      touched.has(caller.scope) ||
      isTest(relative(root, caller.module.path))
    )
      continue;
    touched.set(caller.scope, touch(caller, 'caller'));
  }
  return [...touched.values()];
}

function touch({ module, scope }: Found['frame'], because: TouchedFunction['because']): TouchedFunction {
  return { name: scope.qualname, place: placeOf(module, scope.nameSpan), because };
}

/** The first call of a script; the beginning of a notebook. */
function firstPlace({ written: { module, scope }, isMeant, how }: EntryPoint): Place {
  if (how === 'script') {
    for (let row = scope.first; row < scope.end; row++) {
      if (isMeant(row))
        return placeOf(module, { start: module.summary.start(row), end: module.summary.end(row) });
    }
  }
  return placeOf(module, { start: 0, end: 0 });
}

function placeOf({ path, summary }: Found['frame']['module'], span: Span): Place {
  return { path, span, ...summary.position(span.start) };
}

function relative(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
