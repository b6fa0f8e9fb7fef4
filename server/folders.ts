/** The folders of the workspace, and those of files that are opened from elsewhere. */
import { posix } from 'node:path';
import type { WorkspaceFolder } from 'vscode-languageserver';
import { projectRoot } from '../disk/project-root.ts';
import { Folder, type FolderOptions } from './folder.ts';
import { pathOf } from './paths.ts';

export class Folders {
  readonly #log: (message: string) => void;
  /** By root. */
  readonly #folders = new Map<string, Folder>();

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  all(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** The innermost folder around a file. */
  of(path: string): Folder | undefined {
    return this.all()
      .filter((folder) => folder.contains(path))
      .sort((a, b) => b.root.length - a.root.length)
      .at(0);
  }

  at(uri: string): Folder | undefined {
    const root = rootOf(uri);
    return root === undefined ? undefined : this.#folders.get(root);
  }

  /** A folder of the workspace, with the editor's settings for it. */
  add({ uri, name }: WorkspaceFolder, written: unknown): Folder | undefined {
    const root = rootOf(uri);
    return root === undefined ? undefined : this.#make({ root, name, written, isLoose: false });
  }

  /** The folder of a file that lies outside of the workspace. */
  addLoose(path: string, written: unknown): Folder {
    const around = posix.dirname(path);
    const root = projectRoot(around) ?? around;
    return this.#make({ root, name: posix.basename(root), written, isLoose: true });
  }

  remove(folder: Folder): void {
    this.#folders.delete(folder.root);
  }

  #make(options: Omit<FolderOptions, 'log'>): Folder {
    const folder = new Folder({ ...options, log: this.#log });
    this.#folders.set(folder.root, folder);
    return folder;
  }
}

function rootOf(uri: string): string | undefined {
  const path = pathOf(uri);
  // The root of a file system is the one folder whose path ends in a slash.
  return path === undefined || path === '/' ? path : path.replace(/\/$/, '');
}
