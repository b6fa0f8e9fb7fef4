// A version's `Lib` folder as a program: its own code with typeshed's annotations written into it, and stubs for what is C.
import { join } from 'node:path';
import { python } from '../../core/python/front-end.ts';
import { Evaluator } from '../../core/program/evaluator.ts';
import { type Module, Modules } from '../../core/program/modules.ts';
import { Sources } from '../../core/service/sources.ts';
import { type ReadStub, StubSource } from '../../core/service/stubs.ts';
import { nodeFileSystem, stat } from '../../disk/file-system.ts';
import { annotated } from './annotate.ts';

/**
 * Modules that are known by their stubs alone, so that nothing behind them counts: what only computes, what runs in
 * coroutines, what everything else calls when something is wrong, and what is there for other systems.
 */
const OPAQUE = new Set(
  (
    'abc asyncio ast codecs collections contextlib contextvars copy copyreg dataclasses datetime decimal dis enum fractions ' +
    'functools gc gettext heapq inspect ipaddress keyword linecache locale logging numbers operator opcode random re reprlib ' +
    'sre_compile sre_parse statistics string struct textwrap token tokenize traceback types typing warnings weakref zoneinfo ' +
    'asyncore asynchat smtpd _aix_support _osx_support _bootsubprocess'
  ).split(' '),
);

/** Programs for those who develop, and their parts: nobody runs them on an event loop. */
const TOOLS = new Set(
  'bdb distutils doctest ensurepip idlelib lib2to3 pdb pickletools pydoc pydoc_data test tkinter turtle turtledemo unittest'.split(
    ' ',
  ),
);

export interface Library {
  readonly p: Evaluator;
  readonly modules: Modules;
  /** Public modules whose code is followed. */
  readonly names: readonly string[];
  /** A module from which they can be imported. */
  readonly start: Module;
}

export function openLibrary(lib: string, version: readonly [number, number], readStub: ReadStub): Library {
  const isFollowed = (module: string) => {
    if (OPAQUE.has(topOf(module))) return false;
    const path = join(lib, ...module.split('.'));
    return stat(`${path}.py`) !== undefined || stat(join(path, '__init__.py')) !== undefined;
  };
  const stubs = new StubSource((module) => {
    if (isFollowed(module)) return undefined;
    return readStub(module === 'posix' ? 'os' : module);
  }, python);
  const sources = new Sources(
    {
      list: (folder) => nodeFileSystem.list(folder),
      read(path) {
        const bytes = nodeFileSystem.read(path);
        const stub = path.startsWith(`${lib}/`) ? readStub(moduleOf(path.slice(lib.length + 1))) : undefined;
        return bytes && stub
          ? new TextEncoder().encode(annotated(new TextDecoder().decode(bytes), stub.text))
          : bytes;
      },
    },
    python,
  );
  const modules = new Modules({
    files: {
      ...nodeFileSystem,
      list: (folder) =>
        nodeFileSystem
          .list(folder)
          ?.filter((entry) => folder !== lib || !OPAQUE.has(entry.replace(/\.py$|\/$/, ''))),
    },
    root: '/nowhere',
    packageFolders: [lib],
    summary: (path) => sources.summary(path),
    stub: (module) => stubs.summary(module),
  });
  const start = modules.stub('builtins');
  if (!start) throw new Error('typeshed has no builtins');
  return {
    p: new Evaluator(modules, () => [], version),
    modules,
    start,
    names: modulesIn(lib, '').filter((name) => isFollowed(name) && !TOOLS.has(topOf(name))),
  };
}

/** Names of the public modules below a folder. */
function modulesIn(folder: string, front: string): string[] {
  return [...(nodeFileSystem.list(folder) ?? [])].sort().flatMap((entry) => {
    if (/^[a-z]\w*\.py$/i.test(entry)) return entry === 'this.py' ? [] : [front + entry.replace(/\.py$/, '')];
    if (
      !/^[a-z]\w*\/$/i.test(entry) ||
      /^(tests?|site-packages|dist-packages|config-.*|lib-dynload)\/$/.test(entry)
    )
      return [];
    const name = entry.slice(0, -1);
    const inner = join(folder, name);
    return stat(join(inner, '__init__.py')) ? [front + name, ...modulesIn(inner, `${front}${name}.`)] : [];
  });
}

function topOf(module: string): string {
  return module.split('.', 1)[0] ?? module;
}

/** `http/client.py` is `http.client`. */
function moduleOf(path: string): string {
  return path
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
