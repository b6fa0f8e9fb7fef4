/** ASYNC_GUIDE.md: written from the profile and the decisions of a folder, and left alone where somebody edited it. */
import { l10n, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { GuideRequest } from '../../server/protocol.ts';
import type { Session } from '../session.ts';
import { recordsOf } from './record.ts';

const NAME = 'ASYNC_GUIDE.md';

export async function writeGuide(session: Session): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const uri = Uri.joinPath(folder.uri, NAME);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    void window.showWarningMessage(l10n.t('{0} has changes that are not saved: save them first.', NAME));
    return;
  }
  const existing = await textOf(uri);
  const root = folder.uri.toString();
  const { records } = await recordsOf(session, root);
  const outcome = await session.ask(GuideRequest, { folder: root, existing: existing ?? null, records });
  if (!outcome) return;
  if (outcome.kind === 'edited') {
    const message = l10n.t(
      '{0} is not as Awaitwise wrote it: it is left alone. Move it away to have a new one.',
      NAME,
    );
    void window.showWarningMessage(message);
  } else if (outcome.kind === 'written') {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(outcome.text));
  }
  await window.showTextDocument(uri);
}

async function chosenFolder(): Promise<WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length === 0) {
    void window.showInformationMessage(l10n.t('Open a folder first: the guide is written for it.'));
  }
  if (workspaceFolders.length < 2) return workspaceFolders[0];
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('For which folder?') });
}

async function textOf(uri: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}
