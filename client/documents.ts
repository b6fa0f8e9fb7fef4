/** Which documents the extension is about. */
import type { DocumentSelector } from 'vscode';

const LANGUAGE = 'python';

/** Python in files, in editors that were never saved, and in the cells of notebooks; and where settings are written. */
export const documentSelector = [
  ...['file', 'untitled', 'vscode-notebook-cell'].map((scheme) => ({ scheme, language: LANGUAGE })),
  { scheme: 'file', pattern: '**/{pyproject,awaitwise}.toml' },
];

export const pythonSelector: DocumentSelector = documentSelector.filter((filter) => 'language' in filter);
