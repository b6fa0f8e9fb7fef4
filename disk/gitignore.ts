/** What git leaves out: the .gitignore files around and inside a folder. */
import { posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readText, stat } from './file-system.ts';

/** Patterns, and the folder from which they are meant. */
export interface Patterns {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** Whether git leaves out a path (with `/` behind a folder): the nearest file that has an opinion decides. */
export function leavesOut(around: readonly Patterns[], path: string): boolean {
  for (const { folder, patterns } of around.toReversed()) {
    const start = folder === '/' ? 1 : folder.length + 1;
    if (!path.startsWith(folder) || path.length <= start) continue;
    const { ignored, unignored } = patterns.test(path.slice(start));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The patterns of a folder's own .gitignore. */
export function gitignore(folder: string): Patterns[] {
  return patternsOf(posix.join(folder, '.gitignore'), folder);
}

/** The patterns that the folders around `root` have for it, up to the repository's. */
export function gitignoreAbove(root: string): Patterns[] {
  const around: string[] = [];
  let folder = root;
  while (!stat(posix.join(folder, '.git'))) {
    const parent = posix.dirname(folder);
    if (parent === folder) return [];
    folder = parent;
    around.unshift(folder);
  }
  const found = [
    ...patternsOf(posix.join(folder, '.git/info/exclude'), folder),
    ...around.flatMap((outer) => gitignore(outer)),
  ];
  // A folder that somebody names is to be checked, whatever git thinks of it.
  return [...around.slice(1), root].some((inner) => leavesOut(found, `${inner}/`)) ? [] : found;
}

function patternsOf(path: string, folder: string): Patterns[] {
  const text = readText(path);
  if (text === undefined) return [];
  // Git goes by the file system here, and only Linux tells the cases apart as a rule.
  return [{ folder, patterns: ignore({ ignorecase: process.platform !== 'linux' }).add(text) }];
}
