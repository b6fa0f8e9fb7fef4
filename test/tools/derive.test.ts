/** Deriving the catalogue: C sources are scanned, stubs are written into code, versions are put together. */
import assert from 'node:assert/strict';
import { packOf } from '../../core/knowledge/standard-library.ts';
import { annotated } from '../../tools/catalogue/annotate.ts';
import { scan } from '../../tools/catalogue/c-scan.ts';
import { derive, type VersionTraced } from '../../tools/catalogue/derive.ts';
import { openLibrary } from '../../tools/catalogue/library.ts';
import { primitivesOf } from '../../tools/catalogue/primitives.ts';
import type { Traced } from '../../tools/catalogue/trace.ts';
import { traceLibrary } from '../../tools/catalogue/trace.ts';
import { readStub } from '../../disk/stubs.ts';
import { folderWith, removeFolders } from '../disk/folder.ts';

const MODULE = `
/* read (a file)
{ of comments } */
static PyObject *
wait_for(int fd)
{
    Py_BEGIN_ALLOW_THREADS
    fd = poll(fd);
    Py_END_ALLOW_THREADS
}

static PyObject *
slow_pull_impl(PyObject *self, int fd)
/*[clinic end generated code: output=1 input=2]*/
{
    return wait_for(fd);
}

static PyObject *
slow_peek(PyObject *self)
{
    return self;
}

static PyMethodDef pipe_methods[] = {
    SLOW_PULL_METHODDEF
    {"peek", (PyCFunction)slow_peek, METH_NOARGS, NULL},
    {NULL}
};

static PyType_Slot pipe_slots[] = {
    {Py_tp_methods, pipe_methods},
    {Py_tp_iternext, wait_for},
};

static PyType_Spec pipe_spec = {
    .name = "slow.Pipe",
    .slots = pipe_slots,
};
`;

describe('the scan of C sources', () => {
  after(removeFolders);

  it('finds methods that give the GIL up, also by way of others', async () => {
    const source = folderWith({
      'Modules/slowmodule.c': MODULE,
      'Modules/clinic/slowmodule.c.h':
        '#define SLOW_PULL_METHODDEF    \\\n    {"pull", _PyCFunction_CAST(slow_pull), METH_FASTCALL, slow_pull__doc__},\n',
    });
    assert.deepEqual(await scan(source), { scanned: 3, names: ['slow.Pipe.__next__', 'slow.Pipe.pull'] });
  });
});

describe('stubs', () => {
  it('are written into the code that they describe', () => {
    const code =
      'import io\n\nclass Box:\n    """Doc."""\n    def open(self, path, mode="r"):\n        return self.fp\n';
    const stub =
      'from typing import IO\nclass Box:\n fp: IO[str]\n def open(self, path: str, mode: str = ...) -> IO[str]: ...\n';
    const written = annotated(code, stub);
    assert.match(written, /^from typing import IO\n/);
    assert.match(written, /fp: IO\[str\]\n {4}"""Doc\."""/);
    assert.match(written, /def open\(self, path: str, mode: str="r"\) -> IO\[str\]:/);
  });
});

describe('tracing a library', () => {
  after(removeFolders);

  it('tells what blocks, when and through what', () => {
    const code = `
import os
import time

def load(path):
    return _read(path)

def _read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        os.remove(path)

def maybe(really):
    if really:
        time.sleep(1)

def copy(fsrc, fdst):
    fdst.write(fsrc.read())

async def later():
    time.sleep(1)
`;
    const lib = folderWith({ 'shutil.py': code, 'os.py': 'from posix import *\n' });
    const { primitives } = primitivesOf(['time.sleep', 'posix.remove']);
    const library = openLibrary(lib, [3, 12], readStub);
    assert.deepEqual(library.names, ['os', 'shutil']);
    const traced = traceLibrary(library, primitives);
    assert.deepEqual(
      [...traced].map(([name, { ways }]) => [
        name,
        ...ways.map(({ kind, when, chain }) => [kind, when, ...chain]),
      ]),
      [
        ['shutil.load', ['file', 'always', 'shutil._read', 'builtins.open']],
        ['shutil.maybe', ['sleep', 'branch', 'time.sleep']],
      ],
    );
  });
});

describe('versions', () => {
  const way = (chain: string): Traced => ({
    ways: [{ kind: 'file', when: 'always', chain: [chain] }],
    argument: undefined,
  });
  const version = (number: string, ...names: string[]): VersionTraced => ({
    version: number,
    traced: new Map(names.map((name) => [name, way('builtins.open')])),
  });

  it('bound what is not true of all of them', () => {
    const versions = [
      version('3.8', 'a.old', 'a.f'),
      version('3.9', 'a.old', 'a.f'),
      version('3.10', 'a.f', 'a.new', 'a._no'),
    ];
    const { calls } = derive(versions, [], (name) => name, 'https://example.org');
    assert.deepEqual(calls.a, {
      file: { f: 'builtins.open' },
      'file -3.10': { old: 'builtins.open' },
      'file 3.10-': { new: 'builtins.open' },
    });
  });

  it('and all else come back as a pack', () => {
    const { blocking = [] } = packOf({
      source: 'https://example.org',
      calls: {
        a: { 'network,file branch 3.9-3.12': { f: 'a.g builtins.open' }, 'file arg:fp 0 read': { load: '' } },
      },
    });
    assert.deepEqual(blocking, [
      {
        kinds: ['network', 'file'],
        when: 'branch',
        evidence: 'static',
        since: '3.9',
        until: '3.12',
        calls: { a: ['f'] },
        chain: ['a.f', 'a.g', 'builtins.open'],
      },
      {
        kinds: ['file'],
        when: 'arg:fp',
        evidence: 'static',
        argument: { position: 0, method: 'read' },
        calls: { a: ['load'] },
      },
    ]);
  });
});
