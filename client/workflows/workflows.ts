/** The workflows as the server knows them: asked for while somebody looks, and kept while the server is away. */
import { Disposable, EventEmitter, type Memento } from 'vscode';
import { WorkflowsRequest, type WorkflowList } from '../../server/protocol.ts';
import type { Session } from '../session.ts';
import { allGiven, NO_DRAFTS, type Drafts } from '../webview/drafts.ts';

/** Under which name drafts are kept. */
const DRAFTS = 'awaitwise.drafts';

const NONE: WorkflowList = { isPartial: true, workflows: [] };

export class Workflows {
  readonly #session: Session;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();
  /** There is a new list; what is known of single workflows may be new as well. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: Disposable[];
  #list = NONE;
  #watchers = 0;
  #isStale = true;
  #asking: Promise<void> | undefined;

  /** `memory` keeps what people have said about workflows. */
  constructor(session: Session, memory: Memento) {
    this.#session = session;
    this.#memory = memory;
    this.#subscriptions = [
      session.onDidChangeWorkflows(() => {
        this.#outdate();
      }),
      session.onDidChange(() => {
        if (session.state === 'starting') this.#isStale = true;
        this.#changed.fire();
      }),
    ];
  }

  get list(): WorkflowList {
    return this.#list;
  }

  get drafts(): Drafts {
    return this.#memory.get<Drafts>(DRAFTS) ?? NO_DRAFTS;
  }

  async keep(drafts: Drafts): Promise<void> {
    await this.#memory.update(DRAFTS, drafts);
    await this.refresh();
  }

  /** Keeps the list up to date until it is disposed of. */
  watch(): Disposable {
    this.#watchers++;
    if (this.#isStale) void this.refresh();
    return new Disposable(() => {
      this.#watchers--;
    });
  }

  /** Asks anew; one question at a time. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #outdate(): void {
    this.#isStale = true;
    if (this.#watchers > 0) void this.refresh();
  }

  async #ask(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const list = await this.#session.ask(WorkflowsRequest, allGiven(this.drafts));
      // It will say when it has something to say.
      if (!list) return;
      this.#list = list;
      this.#changed.fire();
    }
  }
}
