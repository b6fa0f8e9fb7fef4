/** Where an environment keeps its packages: the layouts of POSIX, Debian, Windows, conda and PyPy. */
import { posix } from 'node:path';
import { entries, isFolder, readText, realPath, slashed } from './file-system.ts';
import { newestOf, readVersion, type PythonVersion } from './python-version.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Layout {
  readonly folders: readonly string[];
  readonly version: PythonVersion | undefined;
}

/** What lies below a prefix: the folder that holds `bin` and `lib`, or `Scripts` and `Lib`. */
export function readLayout(prefix: string, variables: Variables): Layout {
  const config = readText(posix.join(prefix, 'pyvenv.cfg'));
  const setting = (key: string) =>
    new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(.*?)\\s*$`, 'mi').exec(config ?? '')?.[1];
  const version =
    readVersion(setting('version') ?? setting('version_info')) ?? newestOf(libraryNames(prefix, undefined));

  const folders = foldersBelow(prefix, version);
  if (config === undefined) folders.push(...userFolders(version, variables));
  else if (setting('include-system-site-packages')?.toLowerCase() === 'true') {
    const base = withoutBin(slashed(setting('home') ?? prefix));
    if (base !== prefix) folders.push(...foldersBelow(base, version), ...userFolders(version, variables));
  }
  return { folders: distinct(folders), version };
}

/** `/usr/bin` → `/usr`. */
export function withoutBin(folder: string): string {
  return /^(bin|scripts)$/i.test(posix.basename(folder)) ? posix.dirname(folder) : folder;
}

function foldersBelow(prefix: string, version: PythonVersion | undefined): string[] {
  // In the order in which Debian's Python searches; elsewhere only one of them is there.
  const libraries = [
    ...libraryNames(posix.join(prefix, 'local'), version).map((name) => `local/lib/${name}`),
    ...libraryNames(prefix, version).map((name) => `lib/${name}`),
    'Lib',
  ];
  return libraries
    .flatMap((library) => ['site-packages', 'dist-packages'].map((last) => posix.join(prefix, library, last)))
    .filter(isFolder);
}

/** `python3.11`, `python3.13t`, `pypy3.10`, and `python3`, which Debian uses for all versions. */
function libraryNames(prefix: string, version: PythonVersion | undefined): string[] {
  return (entries(posix.join(prefix, 'lib')) ?? [])
    .map(({ name }) => name)
    .filter((name) => /^(python|pypy)3(\.\d+t?)?$/.test(name))
    .filter((name) => !version || (readVersion(name)?.[1] ?? version[1]) === version[1]);
}

/** Where `pip install --user` puts things. */
function userFolders(version: PythonVersion | undefined, { HOME: home }: Variables): string[] {
  return home === undefined || home === '' ? [] : foldersBelow(posix.join(slashed(home), '.local'), version);
}

/** Without those that links make of others: `lib64`, or `local` where it leads to its own parent. */
function distinct(folders: readonly string[]): string[] {
  const real = folders.map(realPath);
  return folders.filter((_, index) => real.indexOf(real[index] ?? '') === index);
}
