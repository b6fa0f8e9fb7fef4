/** Where a project begins and ends: from what lies in the folders around a path. */
import { posix } from 'node:path';
import { entries, upwards } from './file-system.ts';

const MARKERS = ['awaitwise.toml', 'pyproject.toml', 'setup.py', 'setup.cfg', '.git', '.hg'];

/** The nearest folder around `folder` that looks like a project's own; undefined when none does. */
export function projectRoot(folder: string): string | undefined {
  return upwards(folder).find((around) => entries(around)?.some(({ name }) => MARKERS.includes(name)));
}

/** `folder` and those around it that belong to the same repository, or else to the same project. */
export function foldersOfProject(folder: string): string[] {
  const all = upwards(folder);
  const top =
    all.find((around) => entries(around)?.some(({ name }) => name === '.git' || name === '.hg')) ??
    projectRoot(folder) ??
    folder;
  return all.filter(
    (around) => around === top || around.startsWith(top === '/' ? '/' : posix.join(top, '/')),
  );
}

/** The folder in which imports begin for a file of a package: the first around it that is none itself. */
export function importRoot(folder: string): string {
  return (
    upwards(folder).find((around) => !entries(around)?.some(({ name }) => name === '__init__.py')) ?? folder
  );
}
