// The project as its invariants see it: paths and texts, from disk or made up.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Project {
  /** From the project's folder, with `/`. */
  readonly paths: readonly string[];
  readonly text: (path: string) => string;
}

/** What must hold across files, and a small project in which it does not: a check that cannot fail is none. */
export interface Invariant {
  readonly title: string;
  readonly complaints: (project: Project) => string[];
  readonly breach: Readonly<Record<string, string>>;
}

/** All that git has, or would take. */
export function projectOnDisk(root: string): Project {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listed.split('\0'))].filter(
    (path) => path !== '' && existsSync(join(root, path)),
  );
  return { paths, text: (path) => readFileSync(join(root, path), 'utf8') };
}

export function projectOf(files: Readonly<Record<string, string>>): Project {
  return { paths: Object.keys(files), text: (path) => files[path] ?? '' };
}
