/** What is true of the program, in the words in which rules ask for it. */
import type { BlockingRecord, Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks } from '../knowledge/frameworks.ts';
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { ChainHop, Confidence, Via } from '../model/finding.ts';
import type { ClientSwap, CommandForm, ContextUse, OffloadHelper } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import { Op, type Value } from '../model/summary.ts';
import { type CallSite, callSites } from '../program/call-sites.ts';
import type { CallTarget } from '../program/calls.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import { type CallStatistics, callStatistics } from '../program/statistics.ts';
import { explainLine, type TracedCall } from '../program/trace.ts';
import { CallHierarchy } from './call-hierarchy.ts';
import { type AuditedCall, auditOf } from './audit.ts';
import { type AsyncTwin, discoveredTwin, knownTwin } from './async-twins.ts';
import { calleeName, chainOf } from './chain.ts';
import { commandForm } from './command-form.ts';
import { contextUse } from './context-use.ts';
import { ClientSwaps } from './client-swaps.ts';
import { loopFrames } from './contexts.ts';
import { ConcurrencyFacts } from './concurrency-facts.ts';
import { CoroutineFacts } from './coroutine-facts.ts';
import { CoroutineFunctions } from './coroutine-functions.ts';
import { Edges, type EdgeOptions } from './edges.ts';
import { DesignFacts } from './design-facts.ts';
import { expectsError } from './expects-error.ts';
import { FrameworkFacts, type RecolouredEndpoint } from './framework-facts.ts';
import { type FirstImport, FirstImports } from './first-imports.ts';
import { goesOn, isStream } from './lasting.ts';
import { type BrokenDecision, brokenDecisions, type Decisions } from './decided.ts';
import { verdict as leafVerdict } from './leaves.ts';
import { LoopFacts } from './loop-facts.ts';
import { LoopStarts } from './loop-starts.ts';
import { PerFile } from './per-file.ts';
import { placeAt } from './place.ts';
import { offloadHelpers } from './offload-helpers.ts';
import { Overrides } from './overrides.ts';
import { type Effect, gravest, Reach } from './reach.ts';
import { ResourceFacts } from './resource-facts.ts';
import { Roots } from './roots.ts';
import { TaskFacts } from './task-facts.ts';
import { isTest } from './test-code.ts';
import { Recolourings } from './recolouring.ts';
import { type Verdict, Verdicts } from './verdict.ts';
import { WorkflowFacts } from './workflow-facts.ts';

/** A call in code on the event loop behind which something blocks. */
export interface BlockingCall {
  readonly kind: BlockingKind;
  /** Other ways in which it blocks, less grave. */
  readonly otherKinds: readonly BlockingKind[];
  readonly span: Span;
  /** The function on the loop in which it stands. */
  readonly function: string;
  readonly isCoroutine: boolean;
  /** It blocks again when its result is entered, left or iterated. */
  readonly goesOn: boolean;
  /** From this call down to the one that blocks. */
  readonly chain: readonly ChainHop[];
  readonly record: BlockingRecord;
  readonly via: Via;
  readonly confidence: Confidence;
  readonly reason: string;
  /** Something on the way is done once and remembered. */
  readonly isOnce: boolean;
  /** A loop goes over what it gives, and waits again for each element. */
  readonly isStream: boolean;
  /** What the same package has to await instead; undefined when what blocks is behind a function of the program. */
  readonly twin: AsyncTwin | undefined;
  /** Where a framework runs the function: what it takes to have it run in a thread. */
  readonly endpoint: () => RecolouredEndpoint | undefined;
  /** The async classes of its library, where they could be made instead. */
  readonly swap: () => ClientSwap | undefined;
  /** What it is given first, where that is a command or might be one. */
  readonly command: () => CommandForm | undefined;
  /** How a stretch of the function around uses context variables. */
  readonly contextIn: (span: Span) => ContextUse | undefined;
}

/** What is known of a call, how it came to be known, and what running it does. */
export interface CallTrace extends TracedCall {
  readonly path: string;
  readonly verdict: Verdict;
  /** What the same package has to await instead. */
  readonly twin: AsyncTwin | undefined;
}

export interface FactsOptions extends EdgeOptions {
  /** What was known before some files changed, when only the facts of `wanted` files are asked for. */
  readonly before?: { readonly facts: Facts; readonly wanted: ReadonlySet<string> } | undefined;
}

export class Facts {
  /** Where `async` and `await` do not fit together. */
  readonly coroutines: CoroutineFacts;
  /** Where event loops are started, and where they should not be. */
  readonly loops: LoopFacts;
  /** What coroutines do at once, or could. */
  readonly concurrency: ConcurrencyFacts;
  /** Who calls what. */
  readonly hierarchy: CallHierarchy;
  /** What goes wrong between tasks. */
  readonly tasks: TaskFacts;
  /** How long things may take, and who closes them. */
  readonly resources: ResourceFacts;
  /** Where the other colour, or another library, would suit the code better. */
  readonly design: DesignFacts;
  /** Where code and the framework that runs it disagree on what is async. */
  readonly frameworks: FrameworkFacts;
  /** What it all rests on, for the facts that come after. */
  readonly knowledge: { readonly catalogue: Catalogue; readonly frameworks: Frameworks };
  /** What it takes to make functions async. */
  readonly recolourings: Recolourings;
  readonly #p: Evaluator;
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #verdicts: Verdicts;
  readonly #reach: Reach;
  readonly #roots: Roots;
  readonly #calls = new Map<string, readonly BlockingCall[]>();
  readonly #firstImports: PerFile<FirstImport>;
  readonly #swaps: ClientSwaps;
  #helpers: readonly OffloadHelper[] | undefined;
  #workflows: WorkflowFacts | undefined;

  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    frameworks: Frameworks,
    modules: readonly Module[],
    { before, ...options }: FactsOptions,
  ) {
    this.#p = p;
    this.knowledge = { catalogue, frameworks };
    const lookIn = (module: Module) => loopFrames(p, catalogue, frameworks, module);
    const looked = before ? modules.filter(({ path }) => before.wanted.has(path)) : modules;
    this.#roots = new Roots(p, lookIn, looked, before && before.facts.#roots);
    this.#reach = before ? before.facts.#reach : new Reach(new Edges(p, catalogue, options));

    const byPath = new Map(modules.map((module) => [module.path, module]));
    this.#modules = byPath;
    this.#swaps = new ClientSwaps(p, catalogue, byPath);
    this.#verdicts = new Verdicts(p, catalogue, this.#reach);
    this.hierarchy = new CallHierarchy(p, this.#reach, this.#verdicts, byPath);
    this.recolourings = new Recolourings(p, new Overrides(p, modules), this.#verdicts, byPath);
    const functions = new CoroutineFunctions(p);
    this.coroutines = new CoroutineFacts(p, functions, catalogue, frameworks, byPath);
    this.concurrency = new ConcurrencyFacts(p, catalogue, this.#reach, functions, byPath);
    const rootsOf = ({ path }: Module) => this.#roots.of(path);
    this.loops = new LoopFacts(p, this.#reach, byPath, rootsOf);
    const imports = new FirstImports(p, modules);
    this.#firstImports = new PerFile(byPath, (module) => imports.in(module, rootsOf(module)));
    this.tasks = new TaskFacts(p, byPath);
    this.resources = new ResourceFacts(p, catalogue, frameworks, byPath);
    const calls = (path: string) => this.blockingCalls(path);
    this.design = new DesignFacts(p, catalogue, this.#reach, this.#verdicts, byPath, rootsOf, calls);
    this.frameworks = new FrameworkFacts(p, catalogue, frameworks, this.#reach, byPath, rootsOf);
  }

  /** Looks at all files for what runs on the loop, one a step; without it, the first question does so at once. */
  looking(): Iterable<void> {
    return this.#roots.looking();
  }

  /** The blocking calls of a file's code on the loop, in order of their place; each call once. */
  blockingCalls(path: string): readonly BlockingCall[] {
    let calls = this.#calls.get(path);
    if (!calls) {
      const roots = this.#roots.of(path);
      this.#reach.ensure(roots);
      calls = roots
        .flatMap((root) => this.#callsIn(root))
        .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      this.#calls.set(path, calls);
    }
    return calls;
  }

  /** The `import` statements of a file's code on the loop that load a module. */
  firstImports(path: string): readonly FirstImport[] {
    return this.#firstImports.of(path);
  }

  /** The blocking calls in a stretch of a file, whether their code runs on the loop or not. */
  blockingIn(path: string, { start, end }: Span): readonly BlockingCall[] {
    const module = this.#modules.get(path);
    const scopes = module?.summary.scopes.filter(
      ({ kind, span }) => kind !== 'class' && span.start <= end && start <= span.end,
    );
    if (!module || !scopes) return [];
    const frames = scopes.map(({ id }) => this.#p.genericFrame(module, id));
    this.#reach.ensure(frames);
    return frames
      .flatMap((frame) => this.#callsIn(frame))
      .filter(({ span }) => start <= span.end && span.end <= end);
  }

  /** The blocking calls in a function. */
  blockingInside(path: string, qualname: string): readonly BlockingCall[] {
    const scope = this.#modules.get(path)?.summary.scopes.find((one) => one.qualname === qualname);
    return scope ? this.blockingIn(path, scope.span) : [];
  }

  /** The program's own coroutines that run a function off the loop. */
  get offloadHelpers(): readonly OffloadHelper[] {
    return (this.#helpers ??= offloadHelpers(this.#p, this.knowledge.catalogue, this.#modules.values()));
  }

  /** How much is known of the calls in the project's own code that runs on the loop, and why the rest is not. */
  get callsOnLoop(): CallStatistics {
    const roots = [...this.#modules.keys()].flatMap((path) => this.#roots.of(path));
    return callStatistics(this.#p, roots, ({ module }) => module.origin === 'workspace');
  }

  /** Whether a file holds tests: nobody else waits for their loop. */
  isTest(path: string): boolean {
    const module = this.#modules.get(path);
    return module !== undefined && isTest(module);
  }

  /** Functions of a file that are not what was decided. */
  brokenDecisions(path: string, recorded: Decisions): readonly BrokenDecision[] {
    const module = this.#modules.get(path);
    return module ? brokenDecisions(this.#p, new LoopStarts(this.#p), module, recorded) : [];
  }

  /** Where work begins, and what it does. */
  get workflows(): WorkflowFacts {
    const modules = [...this.#modules.values()];
    return (this.#workflows ??= new WorkflowFacts(
      this.#p,
      this.knowledge.catalogue,
      this.knowledge.frameworks,
      modules,
      this.#reach,
    ));
  }

  /** What is known of the function or call at a place in a file, whether it runs on the loop or not. */
  verdictAt(path: string, offset: number): { readonly span: Span; readonly verdict: Verdict } | undefined {
    const module = this.#modules.get(path);
    const place = module && placeAt(module.summary, offset);
    if (!place) return undefined;
    const frame = this.#p.genericFrame(module, place.scope.id);
    const { span } = place;
    if (place.kind === 'function') return { span, verdict: this.#verdicts.ofFunction(frame) };
    return { span, verdict: this.#verdicts.ofCall(frame, place.call) };
  }

  /** What the coroutines of a file call and do not await. */
  audit(path: string): readonly AuditedCall[] {
    const module = this.#modules.get(path);
    return module ? auditOf(this.#p, this.#verdicts, module) : [];
  }

  /** Whether what is called last at a place would block if nobody awaited it. */
  blocksAt(path: string, { end }: Span): boolean {
    const module = this.#modules.get(path);
    const place = module && placeAt(module.summary, end - 1);
    if (!module || place?.kind !== 'call') return false;
    const frame = this.#p.genericFrame(module, place.scope.id);
    const sites = callSites(this.#p, frame).filter(({ value }) => value === place.call);
    return sites.some((site) => site.targets.some((target) => this.#targetBlocks(frame, site, target)));
  }

  #targetBlocks(from: Frame, site: CallSite, target: CallTarget): boolean {
    const known =
      target.names.length > 0 && leafVerdict(this.#p, this.knowledge.catalogue, from, site, target);
    if (known) return known !== 'harmless';
    return target.frame !== undefined && this.#verdicts.ofFunction(target.frame).kind === 'blocks';
  }

  /** What is known of the calls on a line (from 1), and how. */
  traceLine(path: string, line: number): CallTrace[] {
    const module = this.#modules.get(path);
    if (!module) return [];
    return explainLine(this.#p, module, line).map((call) => {
      const frame = this.#p.genericFrame(module, call.scope);
      const verdict = this.#verdicts.ofCall(frame, call.value);
      const twin = verdict.kind === 'blocks' ? discoveredTwin(this.#p, frame, call.value) : undefined;
      return { ...call, path, verdict, twin };
    });
  }

  #callsIn(root: Frame): BlockingCall[] {
    const bySite = new Map<string, { site: CallSite; effects: Effect[] }>();
    for (const edge of this.#reach.edges(root)) {
      const { start, end } = root.module.summary.span(edge.site.value);
      // `with f() as x:` calls, enters and leaves at one place: one finding.
      const key = `${String(start)}-${String(end)}`;
      const known = bySite.get(key);
      if (known) known.effects.push(...this.#reach.effectsOf(edge));
      else bySite.set(key, { site: edge.site, effects: this.#reach.effectsOf(edge) });
    }
    const calls: BlockingCall[] = [];
    for (const { effects } of bySite.values()) {
      const worst = gravest(effects);
      if (!worst || this.#isPartOfBlock(root, worst) || expectsError(this.#p, root, worst.site.value))
        continue;
      // In a test, something else stands in for much of what may be meant.
      if (worst.confidence === 'likely' && isTest(root.module)) continue;
      const others = new Set(effects.map(({ kind }) => kind));
      others.delete(worst.kind);
      const chain = chainOf(this.#reach, root, worst);
      calls.push({
        kind: worst.kind,
        otherKinds: [...others],
        span: root.module.summary.span(worst.site.value),
        function: root.scope.qualname,
        isCoroutine: root.scope.isAsync,
        goesOn: effects.some(({ site }) => goesOn(this.#p, root, site)),
        chain: chain.hops,
        record: worst.record,
        via: worst.next === undefined ? 'direct' : chain.throughPackage ? 'package' : 'project',
        confidence: worst.confidence,
        reason: doubt(worst),
        isOnce: worst.isOnce,
        isStream: effects.some(({ site }) => isStream(this.#p, root, site)),
        swap: () => this.#swaps.of(root.module, worst.record),
        command: () => commandForm(this.#p, root, worst.site.value),
        contextIn: (span) => contextUse(this.#p, root, span),
        endpoint: () =>
          root.scope.isAsync ? this.frameworks.recoloured(root.module.path, root.scope.qualname) : undefined,
        twin: worst.next ? discoveredTwin(this.#p, root, worst.site.value) : knownTwin(worst.record),
      });
    }
    return calls;
  }

  /** Reading from what `with open(…)` opened is part of that: the block is moved off the loop as a whole. */
  #isPartOfBlock(root: Frame, { site, kind }: Effect): boolean {
    if (kind !== 'file') return false;
    return handles(root, site.value).some((context) =>
      this.#reach
        .edges(root)
        .some(
          ({ site: opening, to }) => opening.value === context && 'kinds' in to && to.kinds[0] === 'file',
        ),
    );
  }
}

/** Why a chain is not certain; empty when it is. */
function doubt({ confidence, record }: Effect): string {
  if (confidence === 'certain') return '';
  if (confidence === 'possible')
    return 'nothing is known of what is called but its name, and all that goes by that name blocks';
  if (record.when === 'branch') return `\`${calleeName(record.name)}\` blocks on some paths only`;
  return 'one of the calls on the way may mean something else too';
}

/** The context expressions of the `with` blocks whose bound values a site uses: as its receiver, or as an argument. */
function handles({ module: { summary } }: Frame, site: Value): Value[] {
  const op = summary.op(site);
  const used = op === Op.Call ? summary.args(site).map(({ value }) => value) : [];
  const callee = summary.a(site);
  used.push(op === Op.Call && summary.op(callee) === Op.Attribute ? summary.a(callee) : callee);
  return used.filter((value) => summary.op(value) === Op.Enter).map((entered) => summary.a(entered));
}
