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
  const read = (path: string) => workspace.fs.readFile(Uri.joinPath(extensionUri, path));
  const [bundle, stubs] = await Promise.all([
    read('dist/server.worker.js'),
    read('dist/typeshed/stdlib.txt'),
  ]);
  // By its own address no worker can be started where the extension comes from another machine.
  const address = URL.createObjectURL(new Blob([bundle.slice()], { type: 'text/javascript' }));
  const worker = new Worker(address);
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
    URL.revokeObjectURL(address);
  });
  return client;
}
