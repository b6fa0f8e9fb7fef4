/** All that somebody who helps would ask, as a document to be read before it is sent to anybody. */
import { env, version, window, workspace, type ExtensionContext } from 'vscode';
import { DebugInformationRequest } from '../server/protocol.ts';
import type { Session } from './session.ts';

export async function showDebugInformation({ extension }: ExtensionContext, session: Session): Promise<void> {
  const { version: ours } = extension.packageJSON as { version: string };
  const settings = workspace.getConfiguration('awaitwise');
  const server = await session.ask(DebugInformationRequest, null);
  const content = [
    `Awaitwise ${ours}, VS Code ${version} (${env.appHost}, ${process.platform} ${process.arch})`,
    `Remote: ${env.remoteName ?? 'none'}, trusted: ${String(workspace.isTrusted)}`,
    `Server: ${session.state} ${session.reason}`,
    '',
    server ?? 'The server does not answer.',
    '',
    `Settings: ${JSON.stringify(settings, null, 2)}`,
    '',
  ].join('\n');
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'plaintext' }));
}
