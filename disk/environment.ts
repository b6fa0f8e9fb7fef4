/** Which Python environment a project uses: found by what lies on disk and in the variables, never by running Python. */
import { posix } from 'node:path';
import type { Environment } from '../core/model/workspace.ts';
import { isFolder, realPath, slashed, stat, type PathProblem } from './file-system.ts';
import { readLayout, withoutBin, type Layout, type Variables } from './layout.ts';
import { readPackages } from './packages.ts';
import { foldersOfProject } from './project-root.ts';
import { projectPythonVersion, readVersion } from './python-version.ts';

export interface EnvironmentQuery {
  readonly root: string;
  /** An interpreter or environment; empty when it is to be found. */
  readonly python: string;
  readonly pythonVersion: string;
  readonly sitePackages: readonly string[];
  readonly variables: Variables;
}

export interface FoundEnvironment extends Environment {
  /** What led to it, for people: `VIRTUAL_ENV`, `/project/.venv`; undefined when there is none. */
  readonly origin: string | undefined;
  /** Versions of what is installed, by normalised name. */
  readonly versions: ReadonlyMap<string, string>;
  /** What was asked for and is not there. */
  readonly problems: readonly PathProblem[];
}

export function findEnvironment(query: EnvironmentQuery): FoundEnvironment {
  const { origin, layout, problems } = chooseLayout(query);
  const { folders, versions } = readPackages(layout?.folders ?? []);
  const declared = readVersion(query.pythonVersion) ?? projectPythonVersion(query.root);
  return {
    origin,
    packageFolders: folders,
    versions,
    pythonVersion: declared ?? layout?.version,
    isVersionDeclared: declared !== undefined,
    problems,
  };
}

interface Choice {
  readonly origin: string | undefined;
  readonly layout: Layout | undefined;
  readonly problems: readonly PathProblem[];
}

/** What was asked for; or the first place that has packages, the activated one before the project's own. */
function chooseLayout({ root, python, sitePackages, variables }: EnvironmentQuery): Choice {
  if (sitePackages.length > 0) {
    const missing = sitePackages.filter((folder) => !isFolder(folder));
    return {
      origin: 'site-packages',
      layout: { folders: sitePackages, version: undefined },
      problems: missing.map((path) => ({ path, message: 'there is no such folder' })),
    };
  }
  if (python !== '') {
    const layout = readLayout(prefixOf(python), variables);
    if (layout.folders.length > 0) return { origin: python, layout, problems: [] };
    const message = stat(python) ? 'has no Python packages' : 'there is no such interpreter or environment';
    return { origin: undefined, layout: undefined, problems: [{ path: python, message }] };
  }
  for (const { origin, prefix } of [
    ...activated(variables),
    ...ownEnvironments(root),
    ...onPath(variables),
  ]) {
    const layout = readLayout(prefix, variables);
    if (layout.folders.length > 0) return { origin, layout, problems: [] };
  }
  return { origin: undefined, layout: undefined, problems: [] };
}

/** A place where packages may be installed. */
interface Place {
  readonly origin: string;
  readonly prefix: string;
}

function activated(variables: Variables): Place[] {
  return ['VIRTUAL_ENV', 'CONDA_PREFIX'].flatMap((origin) => {
    const prefix = variables[origin];
    return prefix ? [{ origin, prefix: slashed(prefix) }] : [];
  });
}

function ownEnvironments(root: string): Place[] {
  const names = ['.venv', 'venv', 'env', '.env', '.pixi/envs/default'];
  return foldersOfProject(root)
    .flatMap((folder) => names.map((name) => posix.join(folder, name)))
    .filter((prefix) => ['pyvenv.cfg', 'conda-meta'].some((mark) => stat(posix.join(prefix, mark))))
    .map((prefix) => ({ origin: prefix, prefix }));
}

function onPath({ PATH: path = '' }: Variables): Place[] {
  const [separator, suffix] = process.platform === 'win32' ? [';', '.exe'] : [':', ''];
  return path
    .split(separator)
    .filter((folder) => folder !== '')
    .flatMap((folder) => ['python3', 'python'].map((name) => posix.join(slashed(folder), name + suffix)))
    .filter((interpreter) => stat(interpreter)?.isFile())
    .map((interpreter) => ({ origin: interpreter, prefix: prefixOf(interpreter) }));
}

/** The prefix of an interpreter, or of a folder that is an environment or holds one. */
function prefixOf(python: string): string {
  if (isFolder(python)) {
    const inside = posix.join(python, '.venv');
    return isFolder(inside) ? inside : python;
  }
  const prefix = withoutBin(posix.dirname(python));
  // An environment's interpreter is a link out of it; any other link leads to where the packages are.
  return stat(posix.join(prefix, 'pyvenv.cfg')) ? prefix : withoutBin(posix.dirname(realPath(python)));
}
