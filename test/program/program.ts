/** Small programs made of texts, linked and ready to be asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Evaluator } from '../../core/program/evaluator.ts';
import type { Frame } from '../../core/program/frame.ts';
import { type Module, Modules } from '../../core/program/modules.ts';
import { python } from '../../core/python/front-end.ts';
import { stubsIn } from '../../core/python/typeshed/stubs.ts';
import { Sources } from '../../core/service/sources.ts';
import { StubSource } from '../../core/service/stubs.ts';
import type { FileSystem } from '../../core/model/workspace.ts';

/** Text by path from the project's folder; what lies below `site-packages` is installed. */
export type Texts = ReadonlyMap<string, string>;

const ROOT = '/project';
const PACKAGES = `${ROOT}/site-packages`;

/** Shared by all programs: the standard library is the same for each. */
const typeshed = readFileSync(join(__dirname, '../../core/python/typeshed/stdlib.txt'), 'latin1');
const stubs = new StubSource(stubsIn(typeshed), python);

export interface Program {
  readonly p: Evaluator;
  /** The project's own modules, in the order of their paths. */
  readonly modules: readonly Module[];
}

export function programOf(texts: Texts, pythonVersion?: readonly [number, number]): Program {
  const files = inMemory(texts);
  const sources = new Sources(files, python);
  const modules = new Modules({
    files,
    root: ROOT,
    packageFolders: [PACKAGES],
    summary: (path) => sources.summary(path),
    stub: (name) => stubs.summary(name),
  });
  const own = [...texts.keys()]
    .map((path) => `${ROOT}/${path}`)
    .filter((path) => !path.startsWith(PACKAGES))
    .flatMap((path) => modules.at(path) ?? []);
  return { p: new Evaluator(modules, () => own, pythonVersion), modules: own };
}

/** The frames of all scopes as they are when nobody is known to call them. */
export function genericFrames({ p, modules }: Program): Frame[] {
  return modules.flatMap((module) => module.summary.scopes.map(({ id }) => p.genericFrame(module, id)));
}

function inMemory(texts: Texts): FileSystem {
  const folders = new Map<string, Set<string>>();
  for (const path of texts.keys()) {
    const parts = `${ROOT}/${path}`.split('/');
    parts.forEach((part, i) => {
      const folder = parts.slice(0, i).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(i < parts.length - 1 ? `${part}/` : part));
    });
  }
  return {
    read: (path) => {
      const text = texts.get(path.slice(ROOT.length + 1));
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (folder) => {
      const names = folders.get(folder);
      return names && [...names];
    },
  };
}
