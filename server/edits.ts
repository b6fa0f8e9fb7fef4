/** Edits as an editor takes them: by document and version, with a word on what somebody should look at first. */
import {
  AnnotatedTextEdit,
  type ChangeAnnotation,
  type TextDocumentEdit,
  TextEdit as PlainEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../core/model/finding.ts';
import type { ConfirmFixes } from './editor-settings.ts';
import type { Locations } from './locations.ts';
import type { OpenFiles } from './open-files.ts';

/** The only annotation of an edit. */
const DOUBT = 'unsafe';

/** Edits for the versions that were analysed; undefined when one of them has no place. */
export function workspaceEdit(
  edits: readonly TextEdit[],
  locations: Locations,
  open: OpenFiles,
  annotation?: ChangeAnnotation,
): WorkspaceEdit | undefined {
  const documents = new Map<string, TextDocumentEdit>();
  for (const { path, span, text } of edits) {
    const location = locations.of(path, span);
    if (!location) return undefined;
    const { uri, range } = location;
    const edit = annotation ? AnnotatedTextEdit.replace(range, text, DOUBT) : PlainEdit.replace(range, text);
    const known = documents.get(uri);
    if (known) known.edits.push(edit);
    else
      documents.set(uri, {
        textDocument: { uri, version: open.document(uri)?.version ?? null },
        edits: [edit],
      });
  }
  if (documents.size === 0) return undefined;
  const documentChanges = [...documents.values()];
  return annotation ? { documentChanges, changeAnnotations: { [DOUBT]: annotation } } : { documentChanges };
}

/** What is said of edits that may change behaviour; `needsConfirmation`: an editor shows them before it makes them. */
export function doubtOf(label: string, edits: readonly TextEdit[], confirm: ConfirmFixes): ChangeAnnotation {
  const isAcrossFiles = new Set(edits.map(({ path }) => path)).size > 1;
  return {
    label,
    description: 'It may change what the code does.',
    needsConfirmation: confirm === 'unsafe' || (confirm === 'acrossFiles' && isAcrossFiles),
  };
}
