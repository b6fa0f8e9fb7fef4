/** What the braces in the status bar say: whether the server works, on what, and with which Python. */
import { languages, LanguageStatusSeverity, l10n, type Disposable } from 'vscode';
import type { ServerStatus } from '../server/protocol.ts';
import type { CommandId } from './contributes/commands.ts';
import { pythonSelector } from './documents.ts';
import type { Session } from './session.ts';

export class StatusItem implements Disposable {
  readonly #session: Session;
  readonly #item = languages.createLanguageStatusItem('awaitwise', pythonSelector);
  readonly #subscription: Disposable;

  constructor(session: Session) {
    this.#session = session;
    this.#item.name = 'Awaitwise';
    this.#item.command = { title: l10n.t('Menu'), command: 'awaitwise.showMenu' satisfies CommandId };
    this.#subscription = session.onDidChange(() => {
      this.#update();
    });
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const { state, server, reason } = this.#session;
    this.#item.busy = state === 'starting' || (server?.isBusy ?? false);
    this.#item.severity =
      state === 'crashed'
        ? LanguageStatusSeverity.Error
        : server && server.problems.length > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
    this.#item.text = this.#text();
    this.#item.detail = state === 'crashed' ? reason : server ? detail(server) : '';
  }

  #text(): string {
    const { state, server } = this.#session;
    switch (state) {
      case 'stopped':
        return l10n.t('Awaitwise is stopped');
      case 'starting':
        return l10n.t('Awaitwise is starting');
      case 'crashed':
        return l10n.t('Awaitwise stopped working');
      case 'running':
        return server ? l10n.t('Awaitwise: {0} files', server.files) : 'Awaitwise';
    }
  }
}

/** The first problem, or else which environment is read. */
function detail({ problems, environments }: ServerStatus): string {
  const [problem] = problems;
  if (problem !== undefined) return problem;
  const found = environments.map(({ folder, origin, pythonVersion }) => {
    const python = pythonVersion === null ? 'Python' : `Python ${pythonVersion}`;
    const place = origin ?? l10n.t('no packages found');
    return environments.length > 1 ? `${folder}: ${python} (${place})` : `${python} (${place})`;
  });
  return found.join(', ');
}
