/** Where code and the framework that runs it disagree on what is async. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks, Registration } from '../knowledge/frameworks.ts';
import type { Recolouring } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';
import {
  type ModeMismatch,
  modeMismatches,
  type PersisterMismatch,
  persisterMismatches,
} from './burr-modes.ts';
import { type ImplicitLoad, ImplicitLoads } from './implicit-loads.ts';
import { LoopStarts } from './loop-starts.ts';
import { type NestedLoop, NestedLoops } from './nested-loops.ts';
import { PerFile } from './per-file.ts';
import { perModule } from './per-module.ts';
import type { Reach } from './reach.ts';
import { type Registered, registeredIn } from './registrations.ts';
import { suspends } from './free-functions.ts';
import { referencesTo } from './references.ts';
import { SyncBridges } from './sync-bridges.ts';
import { type OffloadMistake, offloadMistakes } from './offload-mistakes.ts';
import { isTest } from './test-code.ts';
import { Triviality } from './triviality.ts';

/** A function, and what a framework takes it for. */
export interface FrameworkFunction {
  /** Its name. */
  readonly span: Span;
  readonly function: string;
  readonly framework: string;
  /** What it is to the framework: `endpoint`, `task`. */
  readonly role: string;
  /** The keyword argument that would say where it runs. */
  readonly unsaid: string | undefined;
}

export interface RecolouredEndpoint {
  readonly framework: string;
  readonly colour: Recolouring;
}

export class FrameworkFacts {
  readonly #p: Evaluator;
  readonly #frameworks: Frameworks;
  readonly #modules: ReadonlyMap<string, Module>;
  readonly #trivial: PerFile<FrameworkFunction>;
  readonly #ownLoops: PerFile<NestedLoop>;
  readonly #bridges: PerFile<NestedLoop>;
  readonly #offloads: PerFile<OffloadMistake>;
  readonly #burrModes: PerFile<ModeMismatch>;
  readonly #burrPersisters: PerFile<PersisterMismatch>;
  readonly #implicitLoads: PerFile<ImplicitLoad>;
  #registered: ReadonlyMap<string, readonly Registered[]> | undefined;

  /** `rootsOf` tells which functions of a module run on the loop. */
  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    frameworks: Frameworks,
    reach: Reach,
    modules: ReadonlyMap<string, Module>,
    rootsOf: (module: Module) => readonly Frame[],
  ) {
    this.#p = p;
    this.#frameworks = frameworks;
    this.#modules = modules;
    const trivial = new Triviality(p, catalogue);
    this.#trivial = new PerFile(modules, (module) =>
      (isTest(module) ? [] : this.#inThreads(module))
        .filter(({ frame, registration: { pool } }) => pool?.name === 'anyio' && trivial.isTrivial(frame))
        .map(asFunction),
    );
    const loops = new NestedLoops(p, new LoopStarts(p), reach);
    this.#ownLoops = new PerFile(modules, (module) =>
      loops
        .behind(this.#endpointsIn(module).map(({ frame }) => frame))
        .filter(({ via }) => via !== 'package'),
    );
    const bridges = new NestedLoops(p, new SyncBridges(p), reach);
    this.#bridges = new PerFile(modules, (module) => bridges.behind(rootsOf(module)));
    this.#offloads = new PerFile(modules, (module) => offloadMistakes(p, reach, module));
    this.#burrModes = new PerFile(modules, (module) => modeMismatches(p, module));
    const loads = new ImplicitLoads(p, modules);
    this.#implicitLoads = new PerFile(modules, (module) => loads.in(module));
    this.#burrPersisters = new PerFile(modules, (module) => persisterMismatches(p, module));
  }

  /** Sync endpoints and dependencies that a framework sends to a thread, and that are done at once. */
  trivialInThread(path: string): readonly FrameworkFunction[] {
    return this.#trivial.of(path);
  }

  /** Loops that are started in sync functions which the framework would run on its own loop if they were async. */
  ownLoops(path: string): readonly NestedLoop[] {
    return this.#ownLoops.of(path);
  }

  /** Calls on the loop that wait for a coroutine through a bridge from sync code. */
  bridges(path: string): readonly NestedLoop[] {
    return this.#bridges.of(path);
  }

  /** What it takes to write an endpoint or dependency in the other colour; undefined for other functions. */
  recoloured(path: string, qualname: string): RecolouredEndpoint | undefined {
    const found = this.#of(path).find(({ frame, registration }) => {
      return frame.scope.qualname === qualname && isEither(registration);
    });
    if (!found || found.frame.scope.isGenerator) return undefined;
    const { scope, module } = found.frame;
    const { calls } = referencesTo(this.#p, this.#modules.values(), found.frame);
    const refusal =
      scope.isAsync && suspends(module, scope)
        ? `\`${scope.name}\` awaits`
        : calls.length > 0
          ? `\`${scope.name}\` is called by others too`
          : undefined;
    const functions = [{ path, span: scope.nameSpan }];
    const colour = refusal === undefined ? { functions, calls: [] } : { refusal };
    return { framework: found.registration.framework, colour };
  }

  /** What is given to an offload and should not be. */
  offloadMistakes(path: string): readonly OffloadMistake[] {
    return this.#offloads.of(path);
  }

  /** Runs of applications whose hooks, builder and run do not go together. */
  burrModes(path: string): readonly ModeMismatch[] {
    return this.#burrModes.of(path);
  }

  /** Builders that refuse the persister they are given. */
  burrPersisters(path: string): readonly PersisterMismatch[] {
    return this.#burrPersisters.of(path);
  }

  /** Reads of what an `AsyncSession` has loaded that would load more. */
  implicitLoads(path: string): readonly ImplicitLoad[] {
    return this.#implicitLoads.of(path);
  }

  /** Coroutine functions in a role that no framework awaits: `task`, `serverless handler`. */
  neverAwaited(path: string, role: string): readonly FrameworkFunction[] {
    return this.#of(path)
      .filter(({ frame, registration }) => {
        const { scope } = frame;
        return scope.isAsync && !scope.isGenerator && registration.role === role && isRefused(registration);
      })
      .map(asFunction);
  }

  /** Sync functions that run on the loop because nobody said where they should; in tests it does not matter. */
  unsaid(path: string): readonly FrameworkFunction[] {
    return this.#of(path)
      .filter(({ frame, registration: { sync, unsaid } }) => {
        return !frame.scope.isAsync && sync === 'loop' && unsaid !== undefined && !isTest(frame.module);
      })
      .map(asFunction);
  }

  /** Sync functions that could as well be async; a tool or a hook may be bound to its base class. */
  #endpointsIn(module: Module): Registered[] {
    return this.#inThreads(module).filter(({ registration }) => isEither(registration));
  }

  #inThreads(module: Module): Registered[] {
    return this.#of(module.path).filter(({ frame, registration }) => {
      return !frame.scope.isAsync && sendsToThread(registration);
    });
  }

  /** The registered functions of a file, each once, wherever they are registered. */
  #of(path: string): readonly Registered[] {
    this.#registered ??= this.#byFile();
    return this.#registered.get(path) ?? [];
  }

  #byFile(): ReadonlyMap<string, readonly Registered[]> {
    const byFile = new Map<string, Registered[]>();
    for (const module of this.#modules.values()) {
      for (const found of registrations(module, this.#p, this.#frameworks)) {
        const { path } = found.frame.module;
        // A file that has not changed may still speak of what another one was before it did.
        if (this.#modules.get(path) !== found.frame.module) continue;
        const known = byFile.get(path) ?? [];
        if (!byFile.has(path)) byFile.set(path, known);
        if (!known.some(({ frame }) => frame.scope === found.frame.scope)) known.push(found);
      }
    }
    return byFile;
  }
}

/** The framework sends plain functions to a thread, and runs coroutines on its loop. */
function sendsToThread({ sync, async: place, drivenBy }: Registration): boolean {
  return sync === 'worker' && place === 'loop' && drivenBy.length === 0;
}

/** Nothing but the framework says which colour it has: a tool or a hook may be bound to its base class. */
function isEither(registration: Registration): boolean {
  return sendsToThread(registration) && /^(endpoint|dependency)$/.test(registration.role);
}

const registrations = perModule((module, p: Evaluator, frameworks: Frameworks) =>
  registeredIn(p, frameworks, module),
);

function isRefused({ async: place, drivenBy }: Registration): boolean {
  return place === 'refused' && drivenBy.length === 0;
}

function asFunction({ frame: { scope }, registration }: Registered): FrameworkFunction {
  const { framework, role, unsaid } = registration;
  return { span: scope.nameSpan, function: scope.qualname, framework, role, unsaid };
}
