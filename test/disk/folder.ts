/** Small projects on disk, for tests of what reads the disk. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Contents by path; a path with `/` behind is an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

const made: string[] = [];

/** Writes files into a new folder, and answers its path. The folder goes when the tests of its file are through. */
export function folderWith(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'awaitwise-test-')));
  made.push(folder);
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (name.endsWith('/')) continue;
    if (typeof contents === 'string' || contents instanceof Uint8Array) writeFileSync(path, contents);
    else symlinkSync(contents.link, path);
  }
  return folder;
}

/** To be handed to `after`. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
