/** Starts the language server as a worker of the browser, and reads the workspace for it. */
import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/browser';
import type { WorkerStart } from '../../server/protocol.ts';
import { documentSelector } from '../documents.ts';
import { FEATURES } from '../features.ts';
import type { ProcessEvents } from '../session.ts';
import { WorkspaceFiles } from './workspace-files.ts';

export async function launch(
  { extensionUri }: ExtensionContext,
  log: LogOutputChannel,
  { crashed }: ProcessEvents,
): Promise<LanguageClient> {
  const stubs = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist/typeshed/stdlib.txt'));
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist/server.worker.js').toString(true));
  worker.addEventListener('error', ({ message }) => {
    crashed(message);
  });
  worker.postMessage({ stubs } satisfies WorkerStart);
  const client = new LanguageClient('awaitwise', 'Awaitwise', worker, {
    documentSelector,
    outputChannel: log,
    initializationOptions: FEATURES,
  });
  const files = new WorkspaceFiles(client, log);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void files.readAll();
    if (newState !== State.Stopped) return;
    files.dispose();
    worker.terminate();
  });
  return client;
}
