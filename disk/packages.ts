/** What is installed in folders of packages: read from the files that installers leave, nothing is run. */
import { posix } from 'node:path';
import { URI } from 'vscode-uri';
import { absolute, entries, isFolder, readText, slashed } from './file-system.ts';

export interface Packages {
  /** The folders themselves, and those that their files add to the search: `.pth`, editable installs. */
  readonly folders: readonly string[];
  /** Versions by normalised name. */
  readonly versions: ReadonlyMap<string, string>;
}

export function readPackages(folders: readonly string[]): Packages {
  const versions = new Map<string, string>();
  const added: string[] = [];
  for (const folder of folders) {
    const names = (entries(folder) ?? []).map(({ name }) => name);
    for (const name of names) {
      readVersion(name, versions);
      added.push(...foldersAddedBy(posix.join(folder, name)));
    }
    added.push(...editableProjects(folder, names, added));
  }
  return { folders: [...new Set([...folders, ...added])], versions };
}

/** `zope.interface-6.0.dist-info` → `zope-interface`, `6.0`. What comes first on the path is what is imported. */
function readVersion(name: string, versions: Map<string, string>): void {
  const [, distribution, version] = /^(.+?)-(\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(name) ?? [];
  if (distribution === undefined || version === undefined) return;
  const normal = distribution.toLowerCase().replace(/[-_.]+/g, '-');
  if (!versions.has(normal)) versions.set(normal, version);
}

/** Folders that a file in a folder of packages adds to the search. */
function foldersAddedBy(path: string): string[] {
  if (path.endsWith('.pth') || path.endsWith('.egg-link'))
    return existing(linesOf(path), posix.dirname(path));
  if (/\/__editable__.*finder\.py$/.test(path)) return editableMapping(readText(path) ?? '');
  return [];
}

/** The lines of a `.pth` file that are paths; the others are code, and are not run. */
function linesOf(path: string): string[] {
  const lines = (readText(path) ?? '').replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '' && !/^(#|import[ \t])/.test(line));
}

/** A string of Python code, as `repr` writes it. */
const STRING = String.raw`'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"`;

/** Setuptools' finder for editable installs maps modules to paths: `MAPPING = {'pkg.sub': '/project/src/pkg/sub'}`. */
function editableMapping(code: string): string[] {
  const mapping = /^MAPPING\b[^=]*=\s*\{(.*)\}\s*$/m.exec(code)?.[1] ?? '';
  const roots: string[] = [];
  for (const found of mapping.matchAll(new RegExp(`(?:${STRING})\\s*:\\s*(?:${STRING})`, 'g'))) {
    const module = found[1] ?? found[2] ?? '';
    const path = slashed(unescape(found[3] ?? found[4] ?? ''));
    const inside = `/${module.replaceAll('.', '/')}`;
    if (path.endsWith(inside)) roots.push(path.slice(0, -inside.length));
  }
  return roots.filter(isFolder);
}

function unescape(literal: string): string {
  return literal.replace(/\\(.)/g, '$1');
}

/** Where the projects lie that are installed in place, by their installers' records, unless something leads there. */
function editableProjects(folder: string, names: readonly string[], known: readonly string[]): string[] {
  return names
    .filter((name) => name.endsWith('.dist-info'))
    .flatMap((name) => editableProject(readText(posix.join(folder, name, 'direct_url.json'))) ?? [])
    .filter((project) => !known.some((path) => path === project || path.startsWith(`${project}/`)))
    .flatMap((project) => existing(['src', '.'], project).slice(0, 1));
}

function editableProject(record: string | undefined): string | undefined {
  if (record === undefined) return undefined;
  try {
    const { url, dir_info: inPlace } = JSON.parse(record) as {
      url?: string;
      dir_info?: { editable?: boolean };
    };
    return url?.startsWith('file://') && inPlace?.editable ? slashed(URI.parse(url).fsPath) : undefined;
  } catch {
    return undefined;
  }
}

function existing(paths: readonly string[], folder: string): string[] {
  return paths.map((path) => absolute(folder, path)).filter(isFolder);
}
