/** The engine's edits in the editor's words. */
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core/model/finding.ts';
import type { Locations } from './locations.ts';
import type { OpenFiles } from './open-files.ts';

/** Edits by document, each for the version that was analysed; undefined when one of them has no place. */
export function workspaceEdit(
  edits: readonly TextEdit[],
  locations: Locations,
  open: OpenFiles,
): WorkspaceEdit | undefined {
  const documents = new Map<string, TextDocumentEdit>();
  for (const { path, span, text } of edits) {
    const location = locations.of(path, span);
    if (!location) return undefined;
    const { uri, range } = location;
    const edit = { range, newText: text };
    const known = documents.get(uri);
    if (known) known.edits.push(edit);
    else
      documents.set(uri, {
        textDocument: { uri, version: open.document(uri)?.version ?? null },
        edits: [edit],
      });
  }
  return documents.size === 0 ? undefined : { documentChanges: [...documents.values()] };
}
