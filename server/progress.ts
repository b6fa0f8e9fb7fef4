/** Progress as the editor shows it; what is soon done shows none. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

const SOON_MS = 800;
const PERIOD_MS = 100;

export interface Progress {
  readonly isCancelled: boolean;
  /** How much is done, from 0 to 1. */
  report(share: number): void;
  done(): void;
}

export function editorProgress(connection: Connection, title: string): Progress {
  const start = performance.now();
  let next = start + SOON_MS;
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  let isCancelled = false;
  const begin = async () => {
    const begun = await connection.window.createWorkDoneProgress();
    begun.token.onCancellationRequested(() => (isCancelled = true));
    begun.begin(title, 0, undefined, true);
    return begun;
  };
  return {
    get isCancelled() {
      return isCancelled;
    },
    report(share) {
      if (performance.now() < next) return;
      next = performance.now() + PERIOD_MS;
      reporter ??= begin();
      void reporter.then((begun) => {
        begun.report(Math.round(share * 100));
      });
    },
    done() {
      void reporter?.then((begun) => {
        begun.done();
      });
    },
  };
}
