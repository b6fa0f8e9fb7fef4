/** The user's own knowledge on disk: pack files of the project, those that settings name, those that libraries bring along. */
import { posix } from 'node:path';
import { type OwnPacks, type Pack, readPack } from '../core/index.ts';
import { entries, readText, stat, type PathProblem } from './file-system.ts';
import { foldersOfProject } from './project-root.ts';

/** What a library's pack is called in the folder of its package. */
const PACK_FILE = 'awaitwise.json';

/** Pack files of a project go by this name, or have it at their end: `queue.awaitwise.json`. */
export function isPackFile(name: string): boolean {
  return name === PACK_FILE || name.endsWith(`.${PACK_FILE}`);
}

/** The pack files that lie in a folder. */
export function packFilesIn(folder: string): string[] {
  return (entries(folder) ?? [])
    .filter(({ name, kind }) => kind === 'file' && isPackFile(name))
    .map(({ name }) => posix.join(folder, name));
}

/** Those in the folders around a project's root that belong to it, outermost first. */
export function packFilesAround(root: string): string[] {
  return foldersOfProject(root)
    .filter((folder) => folder !== root)
    .toReversed()
    .flatMap(packFilesIn);
}

/**
 * Those of installed packages: `awaitwise.json` in the package's folder, or what an entry point says in its metadata,
 * `[awaitwise]` with `pack = package.folder:file.json`.
 */
export function packFilesOfLibraries(packageFolders: readonly string[]): string[] {
  return packageFolders.flatMap((folder) =>
    (entries(folder) ?? []).flatMap(({ name, kind }) => {
      if (kind !== 'folder') return [];
      if (name.endsWith('.dist-info') || name.endsWith('.egg-info')) return entryPoints(folder, name);
      const path = posix.join(folder, name, PACK_FILE);
      return stat(path)?.isFile() ? [path] : [];
    }),
  );
}

function entryPoints(folder: string, metadata: string): string[] {
  const text = readText(posix.join(folder, metadata, 'entry_points.txt')) ?? '';
  const section = /^\[awaitwise\][ \t]*$([^[]*)/m.exec(text)?.[1] ?? '';
  return Array.from(
    section.matchAll(/^[ \t]*[\w.-]+[ \t]*=[ \t]*([\w.]+)[ \t]*:[ \t]*([\w.-]+)/gm),
    (found) => posix.join(folder, ...(found[1] ?? '').split('.'), found[2] ?? ''),
  );
}

export interface PackFiles {
  /** Named by settings. */
  readonly named: readonly string[];
  /** Found in the project, outermost first. */
  readonly found: readonly string[];
  readonly ofLibraries: readonly string[];
}

export interface PacksRead {
  readonly packs: OwnPacks;
  /** What is wrong in files of the project. */
  readonly problems: readonly PathProblem[];
  /** What is wrong in files of others. */
  readonly problemsOfLibraries: readonly PathProblem[];
}

/** Reads packs. The nearest wins: what settings name, then what lies deepest in the project, then what libraries say. */
export function readPacks({ named, found, ofLibraries }: PackFiles): PacksRead {
  const problems: PathProblem[] = [];
  const problemsOfLibraries: PathProblem[] = [];
  const read = (paths: readonly string[], bad: PathProblem[]) => paths.flatMap((path) => readOne(path, bad));
  const packs = [
    read(named, problems),
    ...[...new Set(found)]
      .filter((path) => !named.includes(path))
      .toReversed()
      .map((path) => read([path], problems)),
    read(ofLibraries, problemsOfLibraries),
  ];
  return { packs: packs.filter((layer) => layer.length > 0), problems, problemsOfLibraries };
}

function readOne(path: string, problems: PathProblem[]): Pack[] {
  const text = readText(path);
  const { pack, problem } =
    text === undefined ? { pack: undefined, problem: 'there is no such file' } : readPack(text);
  if (problem !== undefined) problems.push({ path, message: problem });
  return pack ? [pack] : [];
}
