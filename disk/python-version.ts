/** The oldest Python that a project says it runs on. */
import { posix } from 'node:path';
import { readText } from './file-system.ts';
import { foldersOfProject } from './project-root.ts';

export type PythonVersion = readonly [number, number];

/** The version in a text such as `3.11`, `python3.11`, `3.11.4`; undefined when there is none. */
export function readVersion(text: string | undefined): PythonVersion | undefined {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

/** The newest of the versions in some texts. */
export function newestOf(texts: readonly string[]): PythonVersion | undefined {
  return texts
    .flatMap((text) =>
      [readVersion(text) ?? []].filter((version): version is PythonVersion => version.length === 2),
    )
    .toSorted(([a, b], [c, d]) => c - a || d - b)[0];
}

/** Where projects write it, and the pattern that finds it there. */
const PLACES: readonly [file: string, pattern: RegExp][] = [
  ['pyproject.toml', /^\s*requires-python\s*=\s*["']([^"'\n]*)["']/m],
  // Poetry's own form: `python = "^3.9"`, in its table of dependencies.
  ['pyproject.toml', /^\[tool\.poetry\.dependencies\][^[]*?^python\s*=\s*["']([^"'\n]*)["']/m],
  ['setup.cfg', /^\s*python_requires\s*=\s*(.*)$/m],
  ['setup.py', /python_requires\s*=\s*["']([^"'\n]*)["']/],
  ['.python-version', /^\s*(\d+\.\d+.*)$/m],
];

/** What the project around `root` says; the nearest folder that says anything has the word. */
export function projectPythonVersion(root: string): PythonVersion | undefined {
  for (const folder of foldersOfProject(root)) {
    for (const [file, pattern] of PLACES) {
      const said = pattern.exec(readText(posix.join(folder, file)) ?? '')?.[1];
      const version = said === undefined ? undefined : lowerBound(said);
      if (version) return version;
    }
  }
  return undefined;
}

/** The lowest version that a specifier such as `>=3.9,<4` lets through. */
function lowerBound(specifier: string): PythonVersion | undefined {
  const bounds = specifier.split(/[,|]+/).filter((part) => !/^\s*(<|!=)/.test(part));
  return newestOf(bounds);
}
