/** The ways of running a function off the event loop, and which of them suit a file. */
import type { ContextUse, OffloadHelper, ProjectFacts } from '../../model/rewriter.ts';
import { Kind } from '../syntax/tree.ts';
import type { Imports } from './imports.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** A call that is to be made elsewhere. */
export interface Work {
  readonly callee: string;
  /** What stands between its parentheses, as written. */
  readonly args: string;
  /** Names of its keyword arguments; `**` where they are not known. */
  readonly keywords: readonly string[];
}

export interface Dialect {
  readonly id: string;
  /** As people write it: `asyncio.to_thread`. */
  readonly title: string;
  /** What the function sees of the context variables: those of the caller, a copy of them, or nothing. */
  readonly context: 'shared' | 'copied' | 'none';
  /** The expression to be awaited. */
  write(work: Work, imports: Imports): string;
}

const toThread: Dialect = {
  id: 'offload-to-thread',
  title: 'asyncio.to_thread',
  context: 'copied',
  write: (work, imports) => call(imports.name('asyncio', 'to_thread'), [], work),
};

const runInExecutor: Dialect = {
  id: 'offload-to-executor',
  title: 'run_in_executor',
  context: 'none',
  write: (work, imports) =>
    call(`${imports.name('asyncio', 'get_running_loop')}().run_in_executor`, ['None'], bound(work, imports)),
};

const anyio: Dialect = {
  id: 'offload-anyio',
  title: 'anyio.to_thread.run_sync',
  context: 'copied',
  write: (work, imports) => call(imports.name('anyio', 'to_thread.run_sync'), [], bound(work, imports)),
};

const trio: Dialect = {
  id: 'offload-trio',
  title: 'trio.to_thread.run_sync',
  context: 'copied',
  write: (work, imports) => call(imports.name('trio', 'to_thread.run_sync'), [], bound(work, imports)),
};

const starlette: Dialect = {
  id: 'offload-starlette',
  title: 'run_in_threadpool',
  context: 'copied',
  write(work, imports) {
    const name = imports.name('starlette.concurrency', 'run_in_threadpool', 'from');
    return call(
      name,
      [],
      work.keywords.some((one) => one === 'func' || one === '**') ? bound(work, imports) : work,
    );
  },
};

const asgiref: Dialect = {
  id: 'offload-sync-to-async',
  title: 'sync_to_async',
  context: 'shared',
  write: ({ callee, args }, imports) =>
    `${imports.name('asgiref.sync', 'sync_to_async', 'from')}(${callee})(${args})`,
};

/** For what holds the GIL, so that no thread can run beside it. */
export const processPool: Dialect = {
  id: 'offload-to-process',
  title: 'ProcessPoolExecutor',
  context: 'none',
  write(work, imports) {
    const pool = imports.object('processes', 'concurrent.futures', 'ProcessPoolExecutor');
    return call(
      `${imports.name('asyncio', 'get_running_loop')}().run_in_executor`,
      [pool],
      bound(work, imports),
    );
  },
};

/** Home Assistant's own executor; `hass` is how the object is reached here. */
function homeAssistant(hass: string): Dialect {
  return {
    id: 'offload-hass',
    title: `${hass}.async_add_executor_job`,
    context: 'none',
    write: (work, imports) => call(`${hass}.async_add_executor_job`, [], bound(work, imports)),
  };
}

function ownHelper({ module, name, keywords, keepsContext }: OffloadHelper, isHere: boolean): Dialect {
  return {
    id: 'offload-own-helper',
    title: name,
    context: keepsContext ? 'copied' : 'none',
    write: (work, imports) =>
      call(isHere ? name : imports.name(module, name, 'from'), [], keywords ? work : bound(work, imports)),
  };
}

/** Why what uses a context variable may not run elsewhere in this way. */
export function losesContext(
  { title, context }: Dialect,
  { variable, isSet }: ContextUse,
): Obstacle | undefined {
  if (context === 'shared') return undefined;
  if (isSet)
    return new Obstacle(`\`${variable}\` is set there, and would keep its value in the thread alone`);
  return context === 'none'
    ? new Obstacle(`\`${title}\` leaves the context behind, and \`${variable}\` is read there`)
    : undefined;
}

/** `f(first, …, callee, args)`, with each on a line of its own where the arguments are. */
function call(name: string, first: readonly string[], { callee, args }: Work): string {
  const lead = /^\s*/.exec(args)?.[0] ?? '';
  const separator = /[\r\n]/.test(lead) ? `,${lead}` : ', ';
  const opening = separator === ', ' ? '' : lead;
  const rest = args.trim() === '' ? '' : separator + args.slice(lead.length);
  return `${name}(${opening}${[...first, callee].join(separator)}${rest})`;
}

/** For what takes no keywords: they are bound to the function beforehand. */
function bound(work: Work, imports: Imports): Work {
  if (work.keywords.length === 0) return work;
  return { callee: call(imports.name('functools', 'partial'), [], work), args: '', keywords: [] };
}

/** The dialects that suit a place, the best one first. */
export function dialectsFor(source: Source, path: Path, project: ProjectFacts): Dialect[] {
  const here = source.imported;
  const uses = (module: string) => [...here].some((one) => one === module || one.startsWith(`${module}.`));
  const hass = hassAt(source, path);
  const candidates: [Dialect, boolean][] = [
    ...project.helpers.map((helper): [Dialect, boolean] => {
      const isHere = definesAtTop(source, helper.name);
      return [ownHelper(helper, isHere), isHere || here.has(`${helper.module}.${helper.name}`)];
    }),
    [homeAssistant(hass ?? 'hass'), hass !== undefined && uses('homeassistant')],
    [asgiref, uses('asgiref') || uses('django')],
    [starlette, uses('starlette.concurrency') || uses('fastapi.concurrency')],
    [trio, uses('trio')],
    [anyio, uses('anyio')],
  ];
  const chosen = candidates.filter(([, fits]) => fits).map(([dialect]) => dialect);
  // What only trio runs cannot wait for an asyncio thread.
  if (uses('trio') && !uses('asyncio')) return chosen;
  const standard = isBefore39(project) ? runInExecutor : toThread;
  const elsewhere = candidates
    .filter(([dialect]) => project.imports(MODULE_OF[dialect.id] ?? '?'))
    .map(([one]) => one);
  // What the file does elsewhere it does here.
  const isFamiliar = ({ title }: Dialect) => source.calls(title);
  const all = [...new Set([...chosen, standard, ...elsewhere])];
  return [...all.filter(isFamiliar), ...all.filter((one) => !isFamiliar(one))];
}

/** Of some functions, those whose library is at hand: what this file uses goes first, then the standard library. */
export function inUse<T extends { readonly path: string }>(
  source: Source,
  all: readonly T[],
  project: ProjectFacts,
): T[] {
  const here = new Set([...source.imported].map(root));
  const rank = ({ path }: T) => {
    const library = root(path);
    if (here.has(library)) return 0;
    if (library === 'asyncio') return here.has('trio') ? 3 : 1;
    return project.imports(library) ? 2 : 3;
  };
  return all.filter((one) => rank(one) < 3).sort((a, b) => rank(a) - rank(b));
}

function root(path: string): string {
  return path.split('.', 1).join('');
}

/** Dialects worth offering where another file of the project uses their library. */
const MODULE_OF: Readonly<Record<string, string>> = {
  'offload-anyio': 'anyio.to_thread',
  'offload-starlette': 'starlette.concurrency',
  'offload-sync-to-async': 'asgiref.sync',
};

function isBefore39({ pythonVersion }: ProjectFacts): boolean {
  return (pythonVersion?.[1] ?? 9) < 9;
}

function definesAtTop({ module: { body } }: Source, name: string): boolean {
  return body.some((statement) => statement.kind === Kind.FunctionDef && statement.name === name);
}

/** How the Home Assistant object is reached: an argument `hass`, or `self.hass` where the file uses that. */
function hassAt(source: Source, path: Path): string | undefined {
  const functions = path.filter((node) => node.kind === Kind.FunctionDef);
  if (functions.some(({ parameters }) => parameters.some(({ name }) => name === 'hass'))) return 'hass';
  const [first] = functions.at(-1)?.parameters ?? [];
  return first?.name === 'self' && /\bself\.hass\b/.test(source.text) ? 'self.hass' : undefined;
}
