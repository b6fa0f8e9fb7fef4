// The language server: answers an editor over stdio or Node's message channel.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);

connection.onInitialize(() => ({
  serverInfo: { name: 'awaitwise' },
  capabilities: { textDocumentSync: TextDocumentSyncKind.None },
}));

connection.listen();
