/** Above the beginning of each workflow its verdict, a click away from the panel; off until somebody wants it. */
import {
  CodeLens,
  languages,
  Range,
  workspace,
  type CodeLensProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { CommandId } from '../contributes/commands.ts';
import { CODE_LENS } from '../contributes/settings.ts';
import { pythonSelector } from '../documents.ts';
import { adviceLabel, TODAY, VERDICTS } from '../webview/words.ts';
import type { Workflows } from './workflows.ts';

export class WorkflowLenses implements CodeLensProvider, Disposable {
  readonly #workflows: Workflows;
  readonly onDidChangeCodeLenses;
  readonly #subscription: Disposable;
  /** While they are shown: nobody else may be looking. */
  #shown: Disposable[] = [];

  constructor(workflows: Workflows) {
    this.#workflows = workflows;
    this.onDidChangeCodeLenses = workflows.onDidChange;
    this.#subscription = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(CODE_LENS)) this.#configure();
    });
    this.#configure();
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const here = uri.toString();
    return this.#workflows.list.workflows
      .filter(({ location }) => location.uri === here)
      .map(({ folder, id, location: { range }, today, glance }) => {
        const place = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
        return new CodeLens(place, {
          title: `${VERDICTS[glance.verdict]}: ${TODAY[today]} → ${adviceLabel(glance.advice)}${glance.isOpen ? '?' : ''}`,
          command: 'awaitwise.shouldBeAsync' satisfies CommandId,
          arguments: [{ folder, id }],
        });
      });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#hide();
  }

  #configure(): void {
    this.#hide();
    if (workspace.getConfiguration().get(CODE_LENS) !== true) return;
    this.#shown = [this.#workflows.watch(), languages.registerCodeLensProvider(pythonSelector, this)];
  }

  #hide(): void {
    for (const one of this.#shown.splice(0)) one.dispose();
  }
}
