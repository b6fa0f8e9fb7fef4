/** Starts the language server as a process of its own, and again when it dies, unless it dies all the time. */
import { createInterface } from 'node:readline';
import { workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { MEMORY_LIMIT } from './contributes/settings.ts';
import { documentSelector } from './documents.ts';
import { FEATURES } from './features.ts';
import type { ProcessEvents } from './session.ts';

const MAX_CRASHES = 5;
const PERIOD_MS = 3 * 60_000;

export function launch(
  context: ExtensionContext,
  log: LogOutputChannel,
  { restarting, crashed }: ProcessEvents,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const execArgv = [`--max-old-space-size=${String(workspace.getConfiguration().get(MEMORY_LIMIT))}`];
  const crashes: number[] = [];
  let lastWords = '';

  return new LanguageClient(
    'awaitwise',
    'Awaitwise',
    { module, transport: TransportKind.ipc, options: { execArgv } },
    {
      documentSelector,
      outputChannel: log,
      initializationOptions: FEATURES,
      initializationFailedHandler: () => false,
      stdioOptions: {
        stdout: (stream) =>
          createInterface(stream).on('line', (line) => {
            log.info(line);
          }),
        stderr: (stream) =>
          createInterface(stream).on('line', (line) => {
            log.error(line);
            if (ERROR_LINE.test(line)) lastWords = line;
          }),
      },
      errorHandler: {
        error: (_error, _message, count = 0) => ({
          action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed() {
          const now = Date.now();
          crashes.push(now);
          const isHopeless = crashes.filter((at) => now - at < PERIOD_MS).length >= MAX_CRASHES;
          if (isHopeless) crashed(lastWords || 'its server ended');
          else restarting();
          return { action: isHopeless ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
        },
      },
    },
  );
}

/** The line of a stack trace, or of node's own complaints, that says what happened. */
const ERROR_LINE = /\b(\w*Error|FATAL ERROR)\b: /;
