/** A file system in memory, in the place of node's where there is no disk: what the extension has read, and no more. */
import { posix } from 'node:path';

interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const files = new Map<string, Uint8Array>();
/** The names in a folder, with those that are folders themselves. */
const folders = new Map<string, Set<string>>();

/** Puts a file in its place; undefined when it is gone. */
export function storeFile(path: string, content: Uint8Array | undefined): void {
  if (content) {
    files.set(path, content);
    enter(path);
  } else if (files.delete(path)) {
    folders.get(posix.dirname(path))?.delete(posix.basename(path));
  }
}

/** Makes the folders on the way to a path, as far as they are not there. */
function enter(path: string): void {
  const folder = posix.dirname(path);
  if (folder === path) return;
  const known = folders.get(folder);
  if (known) known.add(posix.basename(path));
  else {
    folders.set(folder, new Set([posix.basename(path)]));
    enter(folder);
  }
}

// From here on by node's names, and as far as they are used.

export function existsSync(path: string): boolean {
  return files.has(path) || folders.has(path);
}

export function readFileSync(path: string, encoding?: string): Uint8Array | string {
  const content = files.get(path);
  if (!content) throw new Error(`ENOENT: ${path}`);
  return encoding === undefined ? content : new TextDecoder().decode(content);
}

export function readdirSync(folder: string): Entry[] {
  const names = folders.get(folder);
  if (!names) throw new Error(`ENOENT: ${folder}`);
  return [...names].map((name) => ({ name, ...kindOf(posix.join(folder, name)) }));
}

export function statSync(path: string): Omit<Entry, 'name'> | undefined {
  return existsSync(path) ? kindOf(path) : undefined;
}

export function realpathSync(path: string): string {
  return path;
}
realpathSync.native = realpathSync;

function kindOf(path: string): Omit<Entry, 'name'> {
  return {
    isFile: () => files.has(path),
    isDirectory: () => folders.has(path),
    isSymbolicLink: () => false,
  };
}
