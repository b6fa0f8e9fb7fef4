/** Where the cursor is, in the words of the protocol. */
import { window } from 'vscode';
import type { Place } from '../server/protocol.ts';

export function placeOfCursor(): Place | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
