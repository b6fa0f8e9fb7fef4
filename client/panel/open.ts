/** From the page into the workspace: to a line of code, in a notebook too, and to a guideline. */
import {
  commands,
  NotebookRange,
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { elsewhere } from '../../server/protocol.ts';
import type { Place } from '../webview/messages.ts';

/** Shows a place beside the page, or where its file is open already. */
export async function openPlace({ path, line, column, cell }: Place): Promise<void> {
  const position = new Position(Math.max(0, line - 1), Math.max(0, column - 1));
  const uri = uriOf(path);
  if (cell === undefined) {
    const viewColumn = columnOf(uri);
    await window.showTextDocument(uri, { viewColumn, selection: new Range(position, position) });
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  const index = cell - 1;
  await window.showNotebookDocument(notebook, {
    viewColumn: columnOf(uri),
    selections: [new NotebookRange(index, index + 1)],
  });
  const editor = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === notebook.cellAt(index).document.uri.toString(),
  );
  if (editor) editor.selection = new Selection(position, position);
}

/** A path of the server's, on disk or on whatever the workspace is on. */
function uriOf(path: string): Uri {
  const parts = elsewhere(path);
  return parts ? Uri.from(parts) : Uri.file(path);
}

function columnOf(uri: Uri): ViewColumn {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return open?.viewColumn ?? ViewColumn.Beside;
}

/** The guideline in the pages that come with the extension. */
export async function openGuideline(extension: Uri, number: number): Promise<void> {
  const guidelines = Uri.joinPath(extension, 'docs/guidelines.md');
  const text = new TextDecoder().decode(await workspace.fs.readFile(guidelines));
  const heading = new RegExp(`^### (${String(number)}\\. .*)$`, 'm').exec(text)?.[1] ?? '';
  await commands.executeCommand('markdown.showPreviewToSide', guidelines.with({ fragment: slug(heading) }));
}

/** As Markdown's own preview makes them. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\p{L}\p{N}_-]/gu, '');
}
