/** Between the editor's URIs and the engine's paths. */
import { URI } from 'vscode-uri';
import { slashed } from '../disk/file-system.ts';

/** What was never saved lies in a folder that is on no disk. */
const UNSAVED = '/unsaved';

/** The path of a document; undefined for what is neither a file nor about to become one. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return slashed(parsed.fsPath);
  if (parsed.scheme === 'untitled') return `${UNSAVED}/${parsed.path.replace(/^\/|\.py$/g, '')}.py`;
  return undefined;
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** Code of others, whether or not it lies below a workspace: it is read, and nothing is reported in it. */
export function isLibrary(path: string): boolean {
  return /\/(site-packages|dist-packages|lib\/python3\.\d+)\//i.test(path);
}
