// The extension: starts the language server beside VS Code, and stops it again.
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  client = new LanguageClient(
    'awaitwise',
    'Awaitwise',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: 'python', scheme: 'file' }] },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
