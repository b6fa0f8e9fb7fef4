/** Between the editor's URIs and the engine's paths. */
import { URI } from 'vscode-uri';
import { slashed } from '../disk/file-system.ts';

/** What was never saved lies in a folder that is on no disk. */
const UNSAVED = '/unsaved';

/** What comes from elsewhere than the disk lies there, below its scheme and its authority. */
const ELSEWHERE = '/elsewhere';
/** Stands for an authority that is empty. */
const NOBODY = '+';

/** Cells stand for themselves only in their notebook, and what git remembers is no file of today. */
const NO_FILES = new Set(['vscode-notebook-cell', 'git']);

/** The path of a document; undefined for what is neither a file nor about to become one. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return slashed(parsed.fsPath);
  if (parsed.scheme === 'untitled') return `${UNSAVED}/${parsed.path.replace(/^\/|\.py$/g, '')}.py`;
  if (NO_FILES.has(parsed.scheme)) return undefined;
  return `${ELSEWHERE}/${parsed.scheme}/${parsed.authority || NOBODY}${parsed.path}`;
}

export function uriOf(path: string): string {
  const [, scheme, authority, rest] = /^\/elsewhere\/([^/]*)\/([^/]*)(.*)$/s.exec(path) ?? [];
  if (scheme === undefined || authority === undefined) return URI.file(path).toString();
  return URI.from({ scheme, authority: authority === NOBODY ? '' : authority, path: rest ?? '' }).toString();
}

/** Code of others, whether or not it lies below a workspace: it is read, and nothing is reported in it. */
export function isLibrary(path: string): boolean {
  return /\/(site-packages|dist-packages|lib\/python3\.\d+)\//i.test(path);
}
