/** How long things may take, and who closes them. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks } from '../knowledge/frameworks.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { type ClientPerCall, clientsPerCall } from './clients-per-call.ts';
import { type OpenResource, OpenResources } from './open-resources.ts';
import { PerFile } from './per-file.ts';
import { type ThreadTimeout, threadTimeouts } from './thread-timeouts.ts';
import { type TimeoutErrorName, timeoutErrorNames } from './timeout-errors.ts';
import { type EndlessWait, EndlessWaits } from './waits-without-end.ts';

export class ResourceFacts {
  readonly #endless: PerFile<EndlessWait>;
  readonly #clients: PerFile<ClientPerCall>;
  readonly #open: PerFile<OpenResource>;
  readonly #threadTimeouts: PerFile<ThreadTimeout>;
  readonly #timeoutErrors: PerFile<TimeoutErrorName>;

  constructor(
    p: Evaluator,
    catalogue: Catalogue,
    frameworks: Frameworks,
    modules: ReadonlyMap<string, Module>,
  ) {
    this.#clients = new PerFile(modules, (module) => clientsPerCall(p, catalogue, frameworks, module));
    const open = new OpenResources(p, catalogue, modules);
    this.#open = new PerFile(modules, (module) => open.in(module));
    const endless = new EndlessWaits(p, catalogue, modules);
    this.#endless = new PerFile(modules, (module) => endless.in(module));
    this.#threadTimeouts = new PerFile(modules, (module) => threadTimeouts(p, catalogue, module));
    this.#timeoutErrors = new PerFile(modules, (module) => timeoutErrorNames(p, module));
  }

  /** Calls that wait as long as it takes. */
  endlessWaits(path: string): readonly EndlessWait[] {
    return this.#endless.of(path);
  }

  /** Clients that are built for one request, or for one turn of a loop. */
  clientsPerCall(path: string): readonly ClientPerCall[] {
    return this.#clients.of(path);
  }

  /** What nobody closes. */
  leftOpen(path: string): readonly OpenResource[] {
    return this.#open.of(path);
  }

  /** Time limits around work in threads. */
  threadTimeouts(path: string): readonly ThreadTimeout[] {
    return this.#threadTimeouts.of(path);
  }

  /** Names for the error of a timeout that do not fit the Python that runs the code. */
  timeoutErrorNames(path: string): readonly TimeoutErrorName[] {
    return this.#timeoutErrors.of(path);
  }
}
