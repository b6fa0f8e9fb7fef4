/** The language server as a program: over standard input and output, or over the channel of the node that started it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LanguageServer } from './language-server.ts';

const connection = createConnection(ProposedFeatures.all);
// Whatever went wrong concerns one request or one check: it is told, and the rest goes on.
process.on('unhandledRejection', (error) => {
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
new LanguageServer(connection, aboutProcess);
connection.listen();

function aboutProcess(): string[] {
  const { heapUsed, rss } = process.memoryUsage();
  return [
    `Process: ${String(process.pid)}, Node ${process.version}, up ${process.uptime().toFixed(0)} s`,
    `Memory: ${megabytes(heapUsed)} used, ${megabytes(rss)} resident`,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
