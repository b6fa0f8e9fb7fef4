/** The language server as the extension has it: started, stopped, restarted, asked; and how it fares. */
import { commands, EventEmitter, l10n, window, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ExcludeWanted,
  StatusChanged,
  WorkflowsChanged,
  type Notification,
  type Request,
  type ServerStatus,
} from '../server/protocol.ts';

export type State = 'stopped' | 'starting' | 'running' | 'crashed';

/** What the process of the server tells the session. */
export interface ProcessEvents {
  readonly restarting: () => void;
  /** It will not be started again. */
  readonly crashed: (reason: string) => void;
}

export type Launch = (events: ProcessEvents) => Promise<BaseLanguageClient>;

export class Session {
  readonly #log: LogOutputChannel;
  readonly #launch: Launch;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #workflowsChanged = new EventEmitter<void>();
  readonly onDidChangeWorkflows = this.#workflowsChanged.event;
  #client: BaseLanguageClient | undefined;
  /** What is going on, so that one thing happens after the other. */
  #pending: Promise<void> = Promise.resolve();
  #state: State = 'stopped';
  #server: ServerStatus | undefined;
  #reason = '';

  constructor(log: LogOutputChannel, launch: Launch) {
    this.#log = log;
    this.#launch = launch;
  }

  get state(): State {
    return this.#state;
  }

  /** What the server said last of itself. */
  get server(): ServerStatus | undefined {
    return this.#server;
  }

  /** Why it crashed. */
  get reason(): string {
    return this.#reason;
  }

  start(): Promise<void> {
    return this.#next(() => this.#start());
  }

  stop(): Promise<void> {
    return this.#next(() => this.#stop());
  }

  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  dispose(): void {
    this.#changed.dispose();
    this.#workflowsChanged.dispose();
  }

  /** The server's answer; undefined when there is no server to answer. */
  async ask<Params, Answer>(
    { method }: Request<Params, Answer>,
    params: Params,
  ): Promise<Answer | undefined> {
    await this.#pending;
    if (this.#state !== 'running') return undefined;
    return this.#client?.sendRequest<Answer>(method, params);
  }

  async tell<Params>({ method }: Notification<Params>, params: Params): Promise<void> {
    await this.#pending;
    if (this.#state === 'running') await this.#client?.sendNotification(method, params);
  }

  #next(step: () => Promise<void>): Promise<void> {
    this.#pending = this.#pending.then(step);
    return this.#pending;
  }

  async #start(): Promise<void> {
    this.#enter('starting');
    try {
      const client = await this.#launch({
        restarting: () => {
          this.#enter('starting');
        },
        crashed: (reason) => {
          this.#crash(reason);
        },
      });
      this.#client = client;
      client.onNotification(StatusChanged.method, (status: ServerStatus) => {
        this.#server = status;
        this.#enter('running');
      });
      client.onNotification(WorkflowsChanged.method, () => {
        this.#workflowsChanged.fire();
      });
      client.onNotification(ExcludeWanted.method, () => {
        void commands.executeCommand('workbench.action.openSettings', 'awaitwise.exclude');
      });
      await client.start();
      this.#enter('running');
    } catch (error) {
      this.#crash(error instanceof Error ? error.message : String(error));
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#server = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // A server that is stuck is ended all the same.
      this.#log.warn(`the server did not stop: ${String(error)}`);
    }
    this.#enter('stopped');
  }

  #enter(state: State): void {
    if (state !== 'crashed') this.#reason = '';
    this.#state = state;
    this.#changed.fire();
  }

  #crash(reason: string): void {
    if (this.#state === 'crashed') return;
    this.#reason = reason;
    this.#server = undefined;
    this.#enter('crashed');
    this.#log.error(reason);
    void this.#complain(reason);
  }

  async #complain(reason: string): Promise<void> {
    const showLog = l10n.t('Show Log');
    const restart = l10n.t('Restart');
    const message = l10n.t('Awaitwise stopped working: {0}', reason);
    const chosen = await window.showErrorMessage(message, restart, showLog);
    if (chosen === restart) await this.restart();
    if (chosen === showLog) this.#log.show();
  }
}
