/** Paths as they are shown. */
import { slashed } from '../disk/file-system.ts';

/** Writes paths from a folder; those outside of it stay whole. */
export function shownFrom(folder: string): (path: string) => string {
  const inside = folder.endsWith('/') ? folder : `${slashed(folder)}/`;
  return (path) => (path.startsWith(inside) ? path.slice(inside.length) : path === folder ? '.' : path);
}
