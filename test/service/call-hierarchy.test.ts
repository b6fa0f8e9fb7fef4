/** Who calls what, asked of small programs. */
import assert from 'node:assert/strict';
import type { CallNode, CallWay } from '../../core/index.ts';
import { projectOf } from '../analyse.ts';

const FILES = {
  'app.py': `
import asyncio
import jobs
from jobs import Job as Work, load as fetch


class Loud(Work):
    def prepare(self):
        print("loud")


async def main():
    fetch()
    fetch()
    Work().prepare()
    await asyncio.to_thread(lambda: jobs.load())


fetch()
`,
  'jobs.py': `
import time
import slow


def load():
    time.sleep(1)
    slow.work()


class Job:
    def __init__(self):
        load()

    def prepare(self):
        pass

    @property
    def size(self):
        return len(self.name)


def measure(job: Job):
    return job.size
`,
  'site-packages/slow.py': 'import time\n\n\ndef work():\n    time.sleep(1)\n',
};

describe('the call hierarchy', () => {
  const { host } = projectOf(new Map(Object.entries(FILES)));
  const hierarchy = host.analysis().hierarchy();
  assert.ok(hierarchy);

  /** What stands at the first place where a text has `code`. */
  function at(file: keyof typeof FILES, code: string): CallNode {
    const offset = FILES[file].indexOf(code);
    assert.notEqual(offset, -1);
    const [node] = hierarchy?.at(`/project/${file}`, offset) ?? [];
    assert.ok(node, code);
    return node;
  }
  const named = (ways: readonly CallWay[]) => ways.map(({ node, spans }) => `${node.name} ${spans.length}`);

  it('lists the callers, under whatever name they call, with lambdas in the function around them', () => {
    assert.deepEqual(named(hierarchy.callers(at('jobs.py', 'load()'))), [
      'app 1',
      'main 3',
      'Job.__init__ 1',
    ]);
  });

  it('lists what is called, out to what blocks and into packages', () => {
    const ways = hierarchy.callees(at('jobs.py', 'load()'));
    assert.deepEqual(named(ways), ['time.sleep 1', 'work 1']);
    assert.deepEqual(
      ways.map(({ node }) => [node.kind, node.verdict.kind]),
      [
        ['leaf', 'blocks'],
        ['function', 'blocks'],
      ],
    );
    const [, work] = ways;
    assert.deepEqual(named(hierarchy.callees(work?.node ?? at('jobs.py', 'load()'))), ['time.sleep 1']);
  });

  it('knows constructors and properties as calls', () => {
    assert.deepEqual(named(hierarchy.callers(at('jobs.py', '__init__'))), ['main 1']);
    assert.deepEqual(named(hierarchy.callers(at('jobs.py', 'size(self)'))), ['measure 1']);
  });

  it('says of each whether it blocks', () => {
    assert.equal(at('app.py', 'prepare(self)').verdict.kind, 'never');
    assert.equal(at('app.py', 'main()').verdict.kind, 'blocks');
    // On a call: what is called.
    assert.equal(at('app.py', 'fetch()').name, 'load');
  });

  it('has nothing to say of what is no function, or is no more', () => {
    assert.deepEqual(hierarchy.at('/project/app.py', 0), []);
    const load = at('jobs.py', 'load()');
    assert.deepEqual(hierarchy.callers({ ...load, name: 'lode' }), []);
    assert.deepEqual(hierarchy.callees({ ...load, path: '/project/none.py' }), []);
  });
});
