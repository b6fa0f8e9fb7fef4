/** The panel that asks whether a workflow should be async: one at a time, brought back with the window. */
import {
  l10n,
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type ExtensionContext,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import { WorkflowAtRequest, type Place, type WorkflowKey } from '../../server/protocol.ts';
import { placeOfCursor } from '../cursor.ts';
import type { Session } from '../session.ts';
import type { Workflows } from '../workflows/workflows.ts';
import { Conversation } from './conversation.ts';
import { page, resources } from './page.ts';

export const WIZARD = 'awaitwise.wizard';

export class WizardPanel implements WebviewPanelSerializer, Disposable {
  readonly #context: ExtensionContext;
  readonly #session: Session;
  readonly #workflows: Workflows;
  #panel: WebviewPanel | undefined;
  #conversation: Conversation | undefined;

  constructor(context: ExtensionContext, session: Session, workflows: Workflows) {
    this.#context = context;
    this.#session = session;
    this.#workflows = workflows;
  }

  /** Shows it, with a workflow, with the one around a place, or with the one at the cursor. */
  async show(wish: unknown): Promise<void> {
    const from = (wish ?? placeOfCursor()) as WorkflowKey | Place | undefined;
    if (!this.#panel) {
      const options = { viewColumn: ViewColumn.Active };
      this.#open(window.createWebviewPanel(WIZARD, l10n.t('Should this be async?'), options));
    }
    this.#panel?.reveal();
    const key = from && ('id' in from ? from : await this.#session.ask(WorkflowAtRequest, from));
    if (key) this.#conversation?.select(key);
  }

  /** VS Code has kept it over a reload; the page remembers what it showed. */
  deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    this.#panel?.dispose();
    this.#open(panel);
    return Promise.resolve();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(panel: WebviewPanel): void {
    const { webview } = panel;
    const { extensionUri } = this.#context;
    const conversation = new Conversation(webview, {
      session: this.#session,
      workflows: this.#workflows,
      extension: extensionUri,
    });
    this.#panel = panel;
    this.#conversation = conversation;
    panel.onDidDispose(() => {
      conversation.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#conversation = undefined;
    });
    panel.iconPath = Uri.joinPath(extensionUri, 'media/icon.svg');
    webview.options = { enableScripts: true, localResourceRoots: [resources(extensionUri)] };
    webview.html = page(webview, extensionUri);
  }
}
