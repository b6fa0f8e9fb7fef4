/** What one page is told, and what is done when it asks: everything that the page itself cannot do. */
import { env, l10n, window, type Disposable, type Uri, type Webview } from 'vscode';
import {
  FixWorkflowRequest,
  WorkflowRequest,
  type Decision,
  type WorkflowKey,
} from '../../server/protocol.ts';
import type { Session } from '../session.ts';
import type { FromPage, ToPage } from '../webview/messages.ts';
import type { Workflows } from '../workflows/workflows.ts';
import { openGuideline, openPlace } from './open.ts';
import { asMarkdown, recordDecision } from './record.ts';

export interface Surroundings {
  readonly session: Session;
  readonly workflows: Workflows;
  readonly extension: Uri;
}

export class Conversation implements Disposable {
  readonly #webview: Webview;
  readonly #around: Surroundings;
  readonly #subscriptions: Disposable[];
  /** Told once the page listens. */
  #waiting: ToPage[] = [];
  #isReady = false;
  #selected: WorkflowKey | undefined;

  constructor(webview: Webview, around: Surroundings) {
    this.#webview = webview;
    this.#around = around;
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => this.#take(message)),
      around.workflows.watch(),
      around.workflows.onDidChange(() => {
        this.#tellList();
        void this.#tellWorkflow();
      }),
    ];
  }

  /** Shows a workflow on the page. */
  select(key: WorkflowKey): void {
    this.#tell({ type: 'select', key });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #take(message: FromPage): Promise<void> {
    const { session, extension, workflows } = this.#around;
    switch (message.type) {
      case 'ready':
        this.#start();
        break;
      case 'select':
        this.#selected = message.key;
        await this.#tellWorkflow();
        break;
      case 'open':
        await openPlace(message.place);
        break;
      case 'guideline':
        await openGuideline(extension, message.number);
        break;
      case 'fix':
        await this.#fix(message.key);
        break;
      case 'copy':
        await this.#copy(message.decision);
        break;
      case 'record':
        await this.#record(message.decision);
        break;
      case 'restart':
        await session.restart();
        break;
      case 'save':
        await workflows.keep(message.drafts);
        break;
    }
  }

  /** The page listens: it is told what there is. It says so again whenever it was hidden in between. */
  #start(): void {
    this.#isReady = true;
    this.#tell({ type: 'drafts', drafts: this.#around.workflows.drafts });
    this.#tellList();
    for (const message of this.#waiting.splice(0)) this.#tell(message);
  }

  #tellList(): void {
    if (!this.#isReady) return;
    const { session, workflows } = this.#around;
    this.#tell({ type: 'list', server: session.state, ...workflows.list });
  }

  async #tellWorkflow(): Promise<void> {
    const key = this.#selected;
    if (!key) return;
    const detail = await this.#around.session.ask(WorkflowRequest, key);
    // No server, or one that has just begun to read: what is shown stays.
    if (detail !== undefined && detail !== 'unread') this.#tell({ type: 'workflow', key, detail });
  }

  async #fix(key: WorkflowKey): Promise<void> {
    const isFixed = await this.#around.session.ask(FixWorkflowRequest, key);
    if (isFixed === false) void window.showInformationMessage(l10n.t('There is nothing left to fix.'));
  }

  async #copy(decision: Decision): Promise<void> {
    const text = await asMarkdown(this.#around.session, decision);
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    this.#tell({ type: 'say', text: l10n.t('Copied as Markdown.') });
  }

  async #record(decision: Decision): Promise<void> {
    const text = await recordDecision(this.#around.session, decision);
    if (text !== undefined) this.#tell({ type: 'say', text });
  }

  #tell(message: ToPage): void {
    if (this.#isReady) void this.#webview.postMessage(message);
    else this.#waiting.push(message);
  }
}
