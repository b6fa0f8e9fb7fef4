/** Which documents the extension is about. */
import { workspace, type DocumentSelector } from 'vscode';

const LANGUAGE = 'python';

/** Where files come from: the disk, and whatever the workspace is on. */
const SCHEMES = new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);

/** Python in files, in editors that were never saved, and in the cells of notebooks; and where settings are written. */
export const documentSelector = [
  ...[...SCHEMES, 'untitled', 'vscode-notebook-cell'].map((scheme) => ({ scheme, language: LANGUAGE })),
  ...[...SCHEMES].map((scheme) => ({ scheme, pattern: '**/{pyproject,awaitwise}.toml' })),
];

export const pythonSelector: DocumentSelector = documentSelector.filter((filter) => 'language' in filter);
