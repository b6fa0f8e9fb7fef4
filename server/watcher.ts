/** Follows what happens to files outside of the editor: another branch, a formatter, a package manager. */
import { posix } from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { isPython } from '../disk/discover.ts';
import { isPackFile } from '../disk/own-packs.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { pathOf } from './paths.ts';

/** What may change settings, environment, or which files count. */
const SETTINGS = /\/(pyproject\.toml|awaitwise\.toml|\.gitignore|pyvenv\.cfg|setup\.cfg)$/;

const WATCHED = [
  { globPattern: '**/*.{py,pyi,pyw,ipynb}' },
  { globPattern: '**/{pyproject.toml,awaitwise.toml,.gitignore,pyvenv.cfg,setup.cfg}' },
  // Packs, which settings may name whatever they are called.
  { globPattern: '**/*.json' },
  // Decision records.
  { globPattern: '**/*.md' },
  // A folder that goes takes its files with it, and only the folder is told of.
  { globPattern: '**/*', kind: WatchKind.Delete },
];

export class Watcher {
  readonly #folders: Folders;
  readonly #changed: (folder: Folder) => void;

  constructor(folders: Folders, changed: (folder: Folder) => void) {
    this.#folders = folders;
    this.#changed = changed;
  }

  listen(connection: Connection, canRegister: boolean): void {
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.take(changes);
    });
    if (canRegister) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED });
    }
  }

  take(changes: readonly FileEvent[]): void {
    const byFolder = new Map<Folder, { path: string; type: FileChangeType }[]>();
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      const folder = path === undefined ? undefined : this.#folders.of(path);
      if (path === undefined || !folder) continue;
      const known = byFolder.get(folder);
      if (known) known.push({ path, type });
      else byFolder.set(folder, [{ path, type }]);
    }
    for (const [folder, events] of byFolder) if (takeIn(folder, events)) this.#changed(folder);
  }
}

/** Answers whether anything has changed. */
function takeIn(
  folder: Folder,
  events: readonly { readonly path: string; readonly type: FileChangeType }[],
): boolean {
  const isKnowledge = (path: string) =>
    isPackFile(posix.basename(path)) || path === folder.known.path || folder.project.packFiles.includes(path);
  if (events.some(({ path }) => SETTINGS.test(path) || isKnowledge(path))) {
    folder.reload();
    return true;
  }
  let isChanged = false;
  let isOther = false;
  for (const { path, type } of events) {
    if (isPython(path)) {
      isChanged = true;
      // What is open counts as it is typed.
      if (!folder.isTyped(path)) folder.change(path, undefined);
      isOther ||= type !== FileChangeType.Changed;
    } else if (posix.dirname(path) === folder.decisions) {
      isChanged = true;
      folder.change(path, undefined);
    } else if (type === FileChangeType.Deleted) {
      isOther ||= folder.forget(path);
    }
  }
  if (isOther) folder.relist();
  return isChanged || isOther;
}
