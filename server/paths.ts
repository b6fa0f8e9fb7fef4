/** Between the editor's URIs and the engine's paths. */
import { URI } from 'vscode-uri';
import { slashed } from '../disk/file-system.ts';
import { elsewhere, fromElsewhere } from './protocol.ts';

/** What was never saved lies in a folder that is on no disk. */
const UNSAVED = '/unsaved';

/** Cells stand for themselves only in their notebook, and what git remembers is no file of today. */
const NO_FILES = new Set(['vscode-notebook-cell', 'git']);

/** The path of a document; undefined for what is neither a file nor about to become one. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return slashed(parsed.fsPath);
  if (parsed.scheme === 'untitled') return `${UNSAVED}/${parsed.path.replace(/^\/|\.py$/g, '')}.py`;
  if (NO_FILES.has(parsed.scheme)) return undefined;
  return fromElsewhere(parsed.scheme, parsed.authority, parsed.path);
}

export function uriOf(path: string): string {
  const parts = elsewhere(path);
  return (parts ? URI.from(parts) : URI.file(path)).toString();
}

/** Code of others, whether or not it lies below a workspace: it is read, and nothing is reported in it. */
export function isLibrary(path: string): boolean {
  return /\/(site-packages|dist-packages|lib\/python3\.\d+)\//i.test(path);
}
