/** Decision records in the workspace: read, and written anew. What a person has written in one stays as it is. */
import { FileType, l10n, Uri, window, workspace } from 'vscode';
import {
  DecisionRequest,
  DecisionsFolderRequest,
  type Decision,
  type DecisionRecord,
} from '../../server/protocol.ts';
import type { Session } from '../session.ts';

type RecordFile = DecisionRecord['files'][number];

/** The decision as a document; undefined without a server, or when its workflow is no more. */
export async function asMarkdown(session: Session, decision: Decision): Promise<string | undefined> {
  const record = await session.ask(DecisionRequest, { ...decision, records: [] });
  return record?.markdown;
}

/** Writes a decision down, and says so. */
export async function recordDecision(session: Session, decision: Decision): Promise<string | undefined> {
  const { folder, records } = await recordsOf(session, decision.folder);
  const record = await session.ask(DecisionRequest, { ...decision, records });
  if (!record) return undefined;
  const [written] = record.files;
  if (!written) {
    const message = l10n.t('That is what has been decided already.');
    void window.showInformationMessage(message);
    return message;
  }
  const edited = await unsafeToWrite(folder, record.files, records);
  if (edited !== undefined) {
    const message = l10n.t('{0} has changes that are not saved: save them first.', edited);
    void window.showWarningMessage(message);
    return message;
  }
  for (const { name, text } of record.files) {
    await workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }
  return announce(Uri.joinPath(folder, written.name));
}

/** The decisions of a workspace folder, and where they are. */
export async function recordsOf(
  session: Session,
  root: string,
): Promise<{ readonly folder: Uri; readonly records: readonly RecordFile[] }> {
  const uri = await session.ask(DecisionsFolderRequest, root);
  const folder = Uri.parse(uri ?? root);
  return { folder, records: uri ? await read(folder) : [] };
}

async function read(folder: Uri): Promise<RecordFile[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = entries.filter(([name, type]) => type === FileType.File && name.endsWith('.md'));
  return Promise.all(names.map(async ([name]) => ({ name, text: await textOf(Uri.joinPath(folder, name)) })));
}

async function textOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** The file among those to be written in which somebody is writing, or has written since it was read. */
async function unsafeToWrite(
  folder: Uri,
  files: readonly RecordFile[],
  records: readonly RecordFile[],
): Promise<string | undefined> {
  for (const { name } of files) {
    const uri = Uri.joinPath(folder, name);
    const isTyped = workspace.textDocuments.some(
      (document) => document.isDirty && document.uri.toString() === uri.toString(),
    );
    const then = records.find((record) => record.name === name)?.text;
    const now = await textOf(uri).catch(() => undefined);
    if (isTyped || then !== now) return workspace.asRelativePath(uri);
  }
  return undefined;
}

function announce(uri: Uri): string {
  const message = l10n.t('The decision is recorded in {0}.', workspace.asRelativePath(uri));
  const open = l10n.t('Open');
  void window.showInformationMessage(message, open).then(async (chosen) => {
    if (chosen === open) await window.showTextDocument(uri);
  });
  return message;
}
