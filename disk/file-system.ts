/** The engine's access to files, on node's file system. */
import { readFileSync, readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { isAbsolute, posix, resolve } from 'node:path';
import type { FileSystem } from '../core/model/workspace.ts';

export const nodeFileSystem: FileSystem = {
  read(path) {
    // Whatever is no plain file (a pipe, a device) might never end.
    if (!stat(path)?.isFile()) return undefined;
    try {
      return readFileSync(path);
    } catch {
      return undefined;
    }
  },
  list(folder) {
    return entries(folder)?.flatMap(({ name, kind }) =>
      kind === 'folder' ? `${name}/` : kind === 'file' ? name : [],
    );
  },
};

/** Something on disk that could not be used, and why: a line to be read behind its path. */
export interface PathProblem {
  readonly path: string;
  readonly message: string;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'loop' | 'other';
  readonly isLink: boolean;
}

/** What lies in a folder, with links followed; undefined when there is no such folder or it cannot be read. */
export function entries(folder: string): Entry[] | undefined {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  return found.map((entry) => {
    const isLink = entry.isSymbolicLink();
    return {
      name: entry.name,
      kind: isLink ? kindBehind(posix.join(folder, entry.name)) : kindOf(entry),
      isLink,
    };
  });
}

/** The folders around a path, itself first, up to the top. */
export function upwards(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === path ? [path] : [path, ...upwards(parent)];
}

/** What a path leads to; undefined when it leads nowhere. */
export function stat(path: string): Stats | undefined {
  try {
    // Some errors (a loop of links, a file in the place of a folder) are thrown in spite of the option.
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  return stat(path)?.isDirectory() ?? false;
}

/** A file's text; undefined when it cannot be read. For the small files that tools write about themselves. */
export function readText(path: string): string | undefined {
  const bytes = nodeFileSystem.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** A path as the engine has it: absolute, with `/` between the parts. */
export function absolute(folder: string, path: string): string {
  return slashed(isAbsolute(path) ? resolve(path) : resolve(folder, path));
}

/** Where a path really is, with all links followed; the path itself where that cannot be told. */
export function realPath(path: string): string {
  try {
    return slashed(realpathSync.native(path));
  } catch {
    return path;
  }
}

export function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function kindBehind(link: string): Entry['kind'] {
  try {
    return kindOf(statSync(link));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP' ? 'loop' : 'other';
  }
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory'>): Entry['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}
