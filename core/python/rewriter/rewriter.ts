/** Writes changes to one file of Python: finds the place, plans what is to move, and offers it in each dialect. */
import type { RewriteSubject } from '../../model/front-end.ts';
import type {
  BlockingPlace,
  ClientSwap,
  Edit,
  HopPlace,
  LateImport,
  ProjectFacts,
  Recolouring,
  Remedy,
  Rewriter,
  Twin,
} from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { MovedLibrary } from '../../model/swap.ts';
import type { Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { gathered, inTaskGroup, rowOfAwaits } from './at-once.ts';
import { Block, type BlockName } from './block.ts';
import { boundFanOut } from './bounds.ts';
import { gatherLoop } from './gather-loop.ts';
import { nameForBlock } from './block-name.ts';
import { type AnyNode, below, pathTo, spans } from './children.ts';
import { swapClient } from './client-swap.ts';
import { addAwait, awaitInsteadOfRun, dropAwait, switchProtocol } from './colour.ts';
import { dialectsFor, inUse } from './dialects.ts';
import { swapFile } from './file-swap.ts';
import { grouped } from './grouped.ts';
import { Hop } from './hop.ts';
import { Obstacle, type Path } from './placement.ts';
import { bindingChildren } from './liveness.ts';
import { awaitProcess } from './process.ts';
import { asyncTitle, makeAsync, makeSync } from './recolour.ts';
import { inOrder, inProcess, type Offer, offer } from './offer.ts';
import { mergeHops, unwrapHop } from './hops.ts';
import { moveImports } from './moved-imports.ts';
import { replaceCall, replaceMethod } from './replace.ts';
import { rowOfBlocking } from './row.ts';
import { selectionAt } from './selection.ts';
import { importAt, importAtTop, loadBefore } from './late-import.ts';
import { silenceFile, silenceLine } from './silence.ts';
import { Source } from './source.ts';
import { limitTime, SECONDS } from './time-limit.ts';
import { keepTask, loopAt, rename, renameCallee, suspendInLoop } from './tasks.ts';

/** Code of which nothing is known. */
const ANYTHING = {
  name: '',
  goesOn: false,
  holdsGil: false,
  anyThread: false,
  threadHelps: undefined,
  ownThread: undefined,
  command: undefined,
  contextIn: () => undefined,
};

/** What asyncio has for programs that are run. */
const PROCESS = 'asyncio.create_subprocess_';

/** Longer code is called by its name. */
const MOST_SHOWN = 40;

export class PythonRewriter implements Rewriter {
  readonly #source: Source;
  readonly #project: ProjectFacts;
  /** All places in the file that block. */
  readonly #blocking: readonly Span[];

  readonly #sourceOf: (path: string) => Source;

  constructor(subject: RewriteSubject) {
    const { path, project, blocking } = subject;
    const open = (one: string) => new Source(subject.text(one), { isNotebook: one.endsWith('.ipynb') });
    this.#source = open(path);
    this.#project = project;
    this.#blocking = blocking;
    this.#sourceOf = (other) => (other === path ? this.#source : open(other));
  }

  offload(place: BlockingPlace): readonly Remedy[] {
    const path = this.#pathTo(place.span);
    if (path.length === 0) return [];
    const block = blockAt(path);
    if (block) return [...this.#inDialects(path, this.#block(block, place)), ...this.#otherFile(path)];
    const hop = this.#hop(path, place);
    if (place.holdsGil) return [inProcess(hop)];
    if (!(hop.plan instanceof Obstacle))
      return [...this.#inDialects(path, hop), ...this.#together(path, place)];
    const instead = place.ownThread === undefined ? statementAround(path) : outermostWith(path);
    const moved =
      instead && (place.ownThread !== undefined || hop.plan.isOfForm) ? this.#block(instead, place) : hop;
    return this.#inDialects(path, moved.plan instanceof Obstacle ? hop : moved);
  }

  awaitInstead(place: BlockingPlace, twins: readonly Twin[]): readonly Remedy[] {
    const path = this.#pathTo(place.span);
    if (path.length === 0) return [];
    return inUse(this.#source, twins, this.#project).flatMap((twin) => {
      const process = twin.path.startsWith(PROCESS) ? awaitProcess(this.#source, path, place) : undefined;
      const replacement = process ? `asyncio.${process.starter}` : twin.path;
      const edits = process?.edits ?? replaceCall(this.#source, path, twin);
      const safe = !process && twin.isAlike && place.anyThread;
      return asRemedy(`await-${slug(replacement)}`, `Await \`${replacement}\` instead`, edits, safe);
    });
  }

  awaitMethod(place: BlockingPlace, replacement: string): readonly Remedy[] {
    const path = this.#pathTo(place.span);
    const [name = ''] = replacement.split('.').slice(-1);
    const edits = path.length === 0 ? undefined : replaceMethod(this.#source, path, replacement);
    return asRemedy('await-twin', `Await \`${name}\` instead`, edits, false);
  }

  swapClient(place: BlockingPlace, swap: ClientSwap): readonly Remedy[] {
    const path = this.#pathTo(place.span);
    const swapped = path.length === 0 ? undefined : swapClient(this.#source, path, swap, this.#project);
    return swapped ? asRemedy('swap-client', swapped.title, swapped.edits, false) : [];
  }

  moveImports(moved: MovedLibrary, isOlder: boolean): readonly Remedy[] {
    const [{ to } = { to: '' }] = Object.values(moved.modules);
    const { package: other } = moved;
    const obstacle = isOlder
      ? new Obstacle('this is an older version, of which not all was taken over')
      : other !== undefined && !this.#project.imports(other)
        ? new Obstacle(`the project does not use \`${other}\` yet`)
        : undefined;
    const edits = obstacle ?? moveImports(this.#source, moved);
    return asRemedy('move-imports', `Import from \`${to}\` instead`, edits, false);
  }

  addAwait(span: Span): readonly Remedy[] {
    return this.#mend(span, 'add-await', 'Add `await`', (path) => addAwait(this.#source, path));
  }

  dropAwait(span: Span): readonly Remedy[] {
    return this.#mend(span, 'drop-await', 'Drop `await`', (path) => dropAwait(this.#source, path));
  }

  switchProtocol(span: Span, statement: 'with' | 'for', isAsync: boolean): readonly Remedy[] {
    const title = isAsync ? `Write \`${statement}\` without \`async\`` : `Write \`async ${statement}\``;
    return this.#mend(span, 'switch-protocol', title, (path) => switchProtocol(this.#source, path));
  }

  awaitInsteadOfRun(span: Span, start: string): readonly Remedy[] {
    return this.#mend(span, 'await-instead-of-run', `Await it, without \`${start}\``, (path) =>
      awaitInsteadOfRun(this.#source, path, start),
    );
  }

  offloadSelection(span: Span): readonly Remedy[] {
    const selection = selectionAt(this.#source, span);
    if (!selection || selection.path.every(({ kind }) => kind !== Kind.FunctionDef)) return [];
    const { path, statements } = selection;
    const plan = statements
      ? Block.plan(this.#source, path, statements, { stem: 'work', number: 1 })
      : Hop.plan(this.#source, path, { ...ANYTHING, span }, []);
    const what = { plan, what: 'the selection', safe: false, place: ANYTHING };
    return dialectsFor(this.#source, path, this.#project).map((dialect) =>
      offer(dialect, what, '-selection'),
    );
  }

  keepTask(span: Span): readonly Remedy[] {
    const title = 'Keep the task until it is done';
    return this.#mend(span, 'keep-task', title, (path) => keepTask(this.#source, path));
  }

  suspendInLoop(head: Span): readonly Remedy[] {
    const path = loopAt(this.#source, head);
    const title = 'Let other tasks run in each round';
    return path ? asRemedy('suspend-in-loop', title, suspendInLoop(this.#source, path), false) : [];
  }

  askForRunningLoop(span: Span): readonly Remedy[] {
    const path = this.#pathTo(span);
    const edits =
      path.length === 0 ? undefined : renameCallee(this.#source, path, 'asyncio', 'get_running_loop');
    return asRemedy('ask-for-running-loop', 'Use `asyncio.get_running_loop`', edits, true);
  }

  nameTimeoutError(span: Span, isBuiltin: boolean): readonly Remedy[] {
    const [module, title] = isBuiltin
      ? ['builtins', 'Use the builtin `TimeoutError`']
      : ['asyncio', 'Use `asyncio.TimeoutError`'];
    const path = this.#pathTo(span);
    const edits = path.length === 0 ? undefined : rename(this.#source, path, module, 'TimeoutError');
    return asRemedy('name-timeout-error', title, edits, isBuiltin);
  }

  makeAsync(name: string, recolouring: Recolouring): readonly Remedy[] {
    const edits =
      'refusal' in recolouring ? new Obstacle(recolouring.refusal) : makeAsync(this.#sourceOf, recolouring);
    return asRemedy('make-async', asyncTitle(name, recolouring), edits, false);
  }

  makeSync(name: string, recolouring: Recolouring, by?: string): readonly Remedy[] {
    const thread = by === undefined ? '' : `: ${by} runs it in a worker thread then`;
    const edits =
      'refusal' in recolouring
        ? new Obstacle(recolouring.refusal)
        : makeSync(this.#sourceOf, recolouring, by !== undefined);
    return asRemedy('make-sync', `Make \`${name}\` a plain \`def\`${thread}`, edits, false);
  }

  unwrapOffload(hop: HopPlace): readonly Remedy[] {
    const edit = unwrapHop(this.#source, hop);
    return asRemedy('unwrap-offload', 'Call it here', edit instanceof Obstacle ? edit : [edit], false);
  }

  mergeOffloads(hops: readonly HopPlace[], inLoop: boolean): readonly Remedy[] {
    const title = inLoop ? 'Hop to the thread once, around the loop' : 'Make one hop of all of them';
    return asRemedy('merge-offloads', title, mergeHops(this.#source, hops, inLoop), false);
  }

  atOnce(awaits: readonly Span[]): readonly Remedy[] {
    const row = rowOfAwaits(this.#source, awaits);
    const isObstacle = row instanceof Obstacle;
    const group = isObstacle ? row : inTaskGroup(this.#source, row);
    const all = isObstacle ? row : gathered(this.#source, row);
    return [
      ...(this.#isSince(11)
        ? asRemedy('start-in-task-group', 'Run them in an `asyncio.TaskGroup`', group, false)
        : []),
      ...asRemedy('gather', 'Run them with `asyncio.gather`', all, false),
    ];
  }

  groupGathered(gather: Span, refusal: string | undefined): readonly Remedy[] {
    const title =
      'Start them in an `asyncio.TaskGroup`: one that fails ends the others, and its exception comes in an `ExceptionGroup`';
    const edits = refusal === undefined ? grouped(this.#source, gather) : new Obstacle(refusal);
    return asRemedy('start-in-task-group', title, edits, false);
  }

  gatherLoop(span: Span): readonly Remedy[] {
    const title = 'Ask for all items at once, ten at a time';
    return asRemedy('gather-loop', title, gatherLoop(this.#source, span), false);
  }

  boundFanOut(element: Span): readonly Remedy[] {
    const title = 'Let ten at a time run, by a semaphore';
    return asRemedy('bound-fan-out', title, boundFanOut(this.#source, element), false);
  }

  limitTime(span: Span, param: string | undefined): readonly Remedy[] {
    const edits = limitTime(this.#source, { span, param, hasBlock: this.#isSince(11) });
    return asRemedy('limit-time', `Wait for ${SECONDS} seconds at most`, edits, false);
  }

  importEarlier(place: LateImport): readonly Remedy[] {
    const { span, module, innermost, notAtTop } = place;
    const path = importAt(this.#source, span);
    if (!path) return [];
    const atTop = notAtTop === undefined ? importAtTop(this.#source, path) : new Obstacle(notAtTop);
    const [dialect] = dialectsFor(this.#source, path, this.#project);
    const title = `Import \`${module}\` at the top of the file: the program takes longer to start then`;
    return [
      ...asRemedy('import-at-top', title, atTop, false),
      ...(dialect
        ? asRemedy(
            'load-in-thread',
            `Load \`${innermost}\` in a worker thread before, with \`${dialect.title}\``,
            loadBefore(this.#source, path, { module: innermost, dialect }),
            false,
          )
        : []),
    ];
  }

  silence(span: Span, code: string): readonly Remedy[] {
    return [silenceLine(this.#source, span, code), silenceFile(this.#source, code)];
  }

  /** Whether the project is for no older Python 3 than this. */
  #isSince(minor: number): boolean {
    return (this.#project.pythonVersion?.[1] ?? 0) >= minor;
  }

  /** A change of meaning at one place. */
  #mend(
    span: Span,
    id: string,
    title: string,
    write: (path: Path) => Edit[] | Obstacle | undefined,
  ): Remedy[] {
    const path = this.#pathTo(span);
    return path.length === 0 ? [] : asRemedy(id, title, write(path), false);
  }

  #pathTo({ start, end }: Span): Path {
    return pathTo(this.#source.module.body, start, end);
  }

  /** The call by itself. */
  #hop(path: Path, place: BlockingPlace): Offer & { readonly plan: Hop | Obstacle } {
    const plan = Hop.plan(this.#source, path, place, this.#blocking);
    const safe = plan instanceof Hop && plan.isPlain && place.anyThread;
    return { plan, what: `\`${this.#shown(path, place)}\``, safe, place };
  }

  /** The statement at the end of a path. */
  #block(path: Path, place: BlockingPlace): Offer {
    const statement = path.at(-1) as Statement;
    const plan = Block.plan(this.#source, path, [statement], this.#blockName(path, place));
    return {
      plan,
      what: statement.kind === Kind.With ? 'the whole `with` block' : 'the statement',
      safe: false,
      place,
    };
  }

  /** What is opened can be opened by a library of coroutines, where the project has it; each call is a hop then. */
  #otherFile(path: Path): Remedy[] {
    if (!this.#project.imports('aiofiles')) return [];
    return asRemedy('open-with-aiofiles', 'Open it with `aiofiles`', swapFile(this.#source, path), false);
  }

  /** All statements in a row that block, in one hop: where there is more to save than one. */
  #together(path: Path, place: BlockingPlace): Remedy[] {
    const first = statementAround(path);
    const row = first && rowOfBlocking(this.#source, first, this.#blocking);
    if (!row) return [];
    const plan = Block.plan(this.#source, row.path, row.statements, { stem: 'work', number: 1 });
    if (plan instanceof Obstacle) return [];
    const what = row.statements.length === 1 ? 'the whole statement' : `${row.statements.length} statements`;
    const [dialect] = dialectsFor(this.#source, path, this.#project);
    return dialect ? [offer(dialect, { plan, what, safe: false, place }, '-together')] : [];
  }

  /** What to call the function that a block becomes; blocks before it in the same function may take the same name. */
  #blockName(block: Path, place: BlockingPlace): BlockName {
    const fn = block.findLast(({ kind }) => kind === Kind.FunctionDef);
    const statement = block.at(-1) as AnyNode;
    const stem = nameForBlock(this.#source, statement, place);
    const before = [...(fn ? below(fn) : [])].filter(
      (one) =>
        one.start < statement.start &&
        this.#blocking.some((span) => opens(one, span)) &&
        nameForBlock(this.#source, one, place) === stem,
    );
    return { stem, number: before.length + 1 };
  }

  /** What runs elsewhere, as it is written where that is short. */
  #shown(path: Path, { name }: BlockingPlace): string {
    const node = path.at(-1) as AnyNode;
    const text = this.#source.of(node.kind === Kind.Call ? node.callee : node);
    return text.length > MOST_SHOWN || /\s/.test(text) ? name : text;
  }

  #inDialects(path: Path, what: Offer): Remedy[] {
    return dialectsFor(this.#source, path, this.#project).map((dialect) => offer(dialect, what));
  }
}

function asRemedy(id: string, title: string, edits: Edit[] | Obstacle | undefined, safe: boolean): Remedy[] {
  if (edits === undefined) return [];
  return [
    edits instanceof Obstacle
      ? { id, title, refusal: edits.reason }
      : { id, title, edits: inOrder(edits), safe },
  ];
}

function slug(path: string): string {
  return path.replace(/[._]+/g, '-').toLowerCase();
}

/** The path to the statement that has to move as a whole: a `with` that blocks, or what assigns to a place that does. */
function blockAt(path: Path): Path | undefined {
  const node = path.at(-1) as AnyNode;
  for (let at = path.length - 2; at >= 0; at--) {
    const around = path[at] as AnyNode;
    if (around.kind === Kind.Lambda || around.kind === Kind.FunctionDef) return undefined;
    if (opens(around, node) || (isAssigned(around, node) && !isLoop(around))) return path.slice(0, at + 1);
  }
  return undefined;
}

/** The path to the innermost statement around what blocks. */
function statementAround(path: Path): Path | undefined {
  const at = path.findLastIndex(({ kind }) => kind >= Kind.FunctionDef);
  const isInside = path.slice(at).every(({ kind }) => kind !== Kind.Lambda);
  return at < 0 || path[at]?.kind === Kind.FunctionDef || !isInside ? undefined : path.slice(0, at + 1);
}

/** The path to the outermost `with` of the function: what is opened in it is closed in it. */
function outermostWith(path: Path): Path | undefined {
  const start = path.findLastIndex(({ kind }) => kind === Kind.FunctionDef || kind === Kind.Lambda);
  const at = path.findIndex((node, index) => index > start && node.kind === Kind.With && !node.isAsync);
  return at < 0 ? undefined : path.slice(0, at + 1);
}

function opens(around: AnyNode, node: Span): boolean {
  return (
    around.kind === Kind.With && !around.isAsync && around.items.some(({ context }) => spans(context, node))
  );
}

function isAssigned(around: AnyNode, node: AnyNode): boolean {
  if (around.kind === Kind.Delete) return around.targets.some((target) => target === node);
  return bindingChildren(around).has(node) || (around.kind === Kind.AugAssign && around.target === node);
}

function isLoop({ kind }: AnyNode): boolean {
  return kind === Kind.For || kind === Kind.Comprehension;
}
