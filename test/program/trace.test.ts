/** Calls explained: the steps that led to what they run, or the place where the trail was lost. */
import assert from 'node:assert/strict';
import type { Module } from '../../core/program/modules.ts';
import { callStatistics } from '../../core/program/statistics.ts';
import { explainLine, type TracedCall } from '../../core/program/trace.ts';
import { genericFrames, programOf } from './program.ts';

const PKG = `
class Store:
    def read(self):
        return b""

    async def fetch(self):
        yield 1
`;

const MAIN = `
import requests
from abc import ABC, abstractmethod
from pkg import Store
from missing_module import thing
from .nowhere import lost_name

class Backend(ABC):
    @abstractmethod
    def run(self): ...

class Disk(Backend):
    def run(self):
        return 1

class Holder:
    def __init__(self, untyped, backend: Backend, listener: "Callable"):
        self.store = Store()
        self.untyped = untyped
        self.backend = backend

    def use(self, other):
        self.store.read()  # LINE known
        self.untyped.read()  # LINE untyped
        self.backend.run()  # LINE override
        other.read()  # LINE parameter
        requests.get("")  # LINE external
        lost_name()  # LINE lost_import
        self.nothing()  # LINE nowhere
        undefined()  # LINE undefined
        getattr(self, other)()  # LINE dynamic
        len("")  # LINE standard
        [1].append(2)  # LINE literal
`;

describe('explaining a line', () => {
  const { p, modules } = programOf(
    new Map([
      ['main.py', MAIN],
      ['pkg.py', PKG],
    ]),
  );
  const main = modules.find(({ name }) => name === 'main') as Module;

  const line = (mark: string): TracedCall => {
    const number = MAIN.split('\n').findIndex((text) => text.endsWith(`# LINE ${mark}`)) + 1;
    const calls = explainLine(p, main, number).filter(({ kind }) => kind === 'call');
    const last = calls.at(-1);
    assert.ok(last, `no call on the line of ${mark}`);
    return last;
  };
  const source = (module: { readonly path: string; readonly span: { start: number; end: number } }): string =>
    (module.path.endsWith('pkg.py') ? PKG : MAIN).slice(module.span.start, module.span.end);

  it('shows each step from the receiver to the method', () => {
    const { steps, targets, lost, function: around } = line('known');
    assert.equal(around, 'Holder.use');
    assert.deepEqual(
      steps.map(({ says, type }) => [says, type]),
      [
        ['receiver, of main.Holder', 'main.Holder'],
        ['stored by main.Holder', 'pkg.Store'],
        ['defined in pkg.Store', 'function pkg.Store.read of pkg.Store'],
      ],
    );
    const places = steps.map(({ to }) => to && source(to));
    assert.deepEqual(places, [undefined, 'self.store', 'read']);
    assert.deepEqual(
      targets.map(({ name, how }) => [name, how]),
      [['pkg.Store.read', 'runs']],
    );
    assert.equal(lost, undefined);
  });

  it('names the overrides of an abstract method', () => {
    assert.deepEqual(
      line('override').targets.map(({ name, how }) => [name, how]),
      [
        ['main.Backend.run', 'runs'],
        ['main.Disk.run', 'one of its overrides'],
      ],
    );
  });

  it('tells names from what was read', () => {
    assert.deepEqual(
      line('external').targets.map(({ name, how }) => [name, how]),
      [['requests.get', 'by its name alone']],
    );
    assert.deepEqual(
      line('standard').targets.map(({ name, how }) => [name, how]),
      [['builtins.len', 'by its stub']],
    );
  });

  const reasons: readonly [mark: string, reason: string, at: string][] = [
    ['untyped', 'parameter without type', '__init__'],
    ['parameter', 'parameter without type', 'use'],
    ['lost_import', 'import not found', 'lost_name'],
    ['nowhere', 'attribute assigned nowhere', 'self.nothing'],
    ['undefined', 'name defined nowhere', 'undefined'],
    ['dynamic', 'dynamic', 'getattr(self, other)'],
  ];
  for (const [mark, reason, at] of reasons) {
    it(`says where the trail was lost: ${reason}, ${mark}`, () => {
      const { lost } = line(mark);
      assert.ok(lost);
      assert.deepEqual([lost.reason, source(lost)], [reason, at]);
    });
  }

  it('counts what is known and what is not', () => {
    const frames = genericFrames({ p, modules }).filter(({ scope }) => scope.qualname === 'Holder.use');
    const { calls, resolved, external, unknown } = callStatistics(p, frames, () => false);
    assert.deepEqual({ calls, resolved, external }, { calls: 12, resolved: 5, external: 1 });
    assert.deepEqual(
      new Map(unknown),
      new Map([
        ['parameter without type', 2],
        ['import not found', 1],
        ['attribute assigned nowhere', 1],
        ['name defined nowhere', 1],
        ['dynamic', 1],
      ]),
    );
  });
});
