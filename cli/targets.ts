/** From the paths on the command line to what is to be checked, project by project. */
import { posix } from 'node:path';
import { isPython } from '../disk/discover.ts';
import { absolute, nodeFileSystem, stat, type PathProblem } from '../disk/file-system.ts';
import { importRoot, projectRoot } from '../disk/project-root.ts';

/** A folder from which modules are resolved, and what is to be checked in it. */
export interface Target {
  readonly root: string;
  /** Undefined: the whole folder. */
  readonly files: readonly string[] | undefined;
}

export interface Targets {
  readonly targets: readonly Target[];
  readonly problems: readonly PathProblem[];
}

/** A folder is a project of its own; a file belongs to the nearest project around it. */
export function findTargets(paths: readonly string[], cwd: string): Targets {
  const folders = new Set<string>();
  const filesByRoot = new Map<string, string[]>();
  const problems: PathProblem[] = [];
  for (const written of paths) {
    const path = absolute(cwd, written);
    const found = stat(path);
    if (found?.isDirectory()) folders.add(path);
    else {
      const problem = whyNoPython(path, found?.isFile());
      if (problem !== undefined) problems.push({ path, message: problem });
      else addFile(filesByRoot, path);
    }
  }
  const targets = [
    ...Array.from(folders, (root): Target => ({ root, files: undefined })),
    ...Array.from(filesByRoot, ([root, files]): Target => ({ root, files })),
  ];
  return { targets, problems };
}

/** The target of a single file, which need not be there yet. */
export function rootOfFile(path: string): string {
  const folder = posix.dirname(path);
  return projectRoot(folder) ?? importRoot(folder);
}

function addFile(filesByRoot: Map<string, string[]>, path: string): void {
  const root = rootOfFile(path);
  const files = filesByRoot.get(root) ?? [];
  filesByRoot.set(root, files.includes(path) ? files : [...files, path]);
}

/** `isFile`: undefined when there is nothing. */
export function whyNoPython(path: string, isFile: boolean | undefined): string | undefined {
  if (isFile === undefined) return 'there is no such file or folder';
  if (!isFile) return 'is neither a file nor a folder';
  if (isPython(path) || isScript(path)) return undefined;
  return 'is no Python file; allowed are .py, .pyw, .ipynb, and scripts that begin with #! and python';
}

function isScript(path: string): boolean {
  const beginning = nodeFileSystem.read(path)?.subarray(0, 200);
  return /^#!.*python/.test(new TextDecoder().decode(beginning));
}
