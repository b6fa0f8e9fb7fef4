/** The sample project of the walkthrough: a fresh copy of it, which may be edited. */
import { Uri, window, workspace, type ExtensionContext } from 'vscode';

export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const copy = Uri.joinPath(globalStorageUri, 'sample');
  await workspace.fs.copy(Uri.joinPath(extensionUri, 'media/sample'), copy, { overwrite: true });
  const document = await workspace.openTextDocument(Uri.joinPath(copy, 'app.py'));
  await window.showTextDocument(document);
}
