/** The language server as a worker of a browser: the extension reads the files, and sends them before they are asked for. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { LanguageServer } from '../language-server.ts';
import { pathOf } from '../paths.ts';
import { FilesRead, type FileRead, type WorkerStart } from '../protocol.ts';
import { storeFile } from './file-store.ts';

// The first message is for this file, and all others for the connection.
addEventListener('message', start, { once: true });

function start({ data }: MessageEvent<WorkerStart>): void {
  storeFile(`${__dirname}/typeshed/stdlib.txt`, data.stubs);
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self as DedicatedWorkerGlobalScope),
    new BrowserMessageWriter(self as DedicatedWorkerGlobalScope),
  );
  const server = new LanguageServer(connection, () => [navigator.userAgent]);
  connection.onNotification(FilesRead.method, (files: FileRead[]) => {
    for (const { uri, content } of files) {
      const path = pathOf(uri);
      if (path !== undefined) storeFile(path, content ?? undefined);
    }
    server.takeFiles(files.map(({ uri, content }) => ({ uri, isGone: content === null })));
  });
  connection.listen();
}
