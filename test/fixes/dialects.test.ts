// What a way off the loop brings with it: the context variables that it takes along, and why it is a thread or a process.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyEdits } from '../../core/index.ts';
import { PythonRewriter } from '../../core/python/rewriter/rewriter.ts';
import { PYTHON } from '../../tools/law/cpython.ts';
import { projectOf } from '../analyse.ts';

const HEAD = `import contextvars
import time

current = contextvars.ContextVar("current")


def reads():
    time.sleep(1)
    return current.get()


def sets(value):
    time.sleep(1)
    current.set(value)


def sets_for_a_while(value):
    token = current.set(value)
    time.sleep(1)
    current.reset(token)


`;

type Version = readonly [number, number];

/** The ways off the loop for the first finding in a coroutine, each with its title; or why it is not open. */
function ways(text: string, { head = HEAD, version = [3, 12] as Version } = {}): Record<string, string> {
  const { host, paths } = projectOf(new Map([['app.py', head + text]]), {}, { pythonVersion: version });
  const analysis = host.analysis();
  const found = paths.flatMap((path) => analysis.findings(path));
  const finding = found.find(({ code }) => code.startsWith('AW10'));
  assert.ok(finding);
  const { fixes, refusals } = analysis.remedies(finding);
  return Object.fromEntries([
    ...fixes.filter(({ kind }) => kind === 'quickfix').map(({ id, title }) => [id, title]),
    ...refusals.map(({ title, reason }) => [title, reason]),
  ]) as Record<string, string>;
}

const main = (expression: string) => `async def main(path, data):\n    return ${expression}\n`;
const IN_EXECUTOR = 'Run `reads` in a worker thread with `run_in_executor`';

describe('ways off the loop', () => {
  const order = (imports: string, version?: Version) =>
    Object.keys(
      ways(main('reads()').replace('reads', 'sleeps'), {
        head: `${imports}import time\n\n\ndef sleeps():\n    time.sleep(1)\n\n\n`,
        ...(version && { version }),
      }),
    ).map((id) => id.replace('offload-', ''));

  it('are offered in the order in which they suit the file', () => {
    assert.deepEqual(order(''), ['to-thread']);
    assert.deepEqual(order('', [3, 8]), ['to-executor']);
    assert.deepEqual(order('import anyio\n'), ['anyio', 'to-thread']);
    assert.deepEqual(order('import trio\n'), ['trio']);
    assert.deepEqual(order('import anyio\nfrom starlette.concurrency import run_in_threadpool\n'), [
      'starlette',
      'anyio',
      'to-thread',
    ]);
    assert.deepEqual(order('from asgiref.sync import sync_to_async\n'), ['sync-to-async', 'to-thread']);
  });
});

describe('a context variable', () => {
  it('is read in a thread that has a copy of the context', () => {
    assert.deepEqual(Object.keys(ways(main('reads()'))), ['offload-to-thread']);
    assert.deepEqual(ways(main('reads()'), { version: [3, 8] }), {
      [IN_EXECUTOR]: '`run_in_executor` leaves the context behind, and `current` is read there',
    });
  });

  it('is read in a block', () => {
    const block = `async def main(path):\n    with open(path) as file:\n        return file.read() + current.get()\n`;
    assert.deepEqual(Object.keys(ways(block)), ['offload-to-thread']);
    const [[title, reason] = []] = Object.entries(ways(block, { version: [3, 8] }));
    assert.equal(title, 'Run the whole `with` block in a worker thread with `run_in_executor`');
    assert.equal(reason, '`run_in_executor` leaves the context behind, and `current` is read there');
  });

  it('is read by way of a helper that does the same', () => {
    const helper = (body: string) => `async def in_thread(function, *args):\n    return await ${body}\n\n\n`;
    const head = `import asyncio\n${HEAD}`;
    const through = (body: string) => ways(helper(body) + main('reads()'), { head });
    assert.ok('offload-own-helper' in through('asyncio.to_thread(function, *args)'));
    const executor = through('asyncio.get_running_loop().run_in_executor(None, function, *args)');
    assert.equal(
      executor['Run `reads` in a worker thread with `in_thread`'],
      '`in_thread` leaves the context behind, and `current` is read there',
    );
  });

  it('is not set in a thread, but for a while', () => {
    assert.deepEqual(Object.values(ways(main('sets(1)'))), [
      '`current` is set there, and would keep its value in the thread alone',
    ]);
    const shared = ways(main('sets(1)'), { head: `from asgiref.sync import sync_to_async\n${HEAD}` });
    assert.ok('offload-sync-to-async' in shared);
    const version = [3, 8] as const;
    assert.deepEqual(Object.keys(ways(main('sets_for_a_while(1)'), { version })), ['offload-to-executor']);
  });
});

describe('what computes', () => {
  const offered = (module: string, call: string) =>
    Object.entries(ways(main(call), { head: `import ${module}\n\n\n` }));

  it('goes to a thread that it lets go of, and the title says so', () => {
    assert.deepEqual(offered('hashlib', 'hashlib.scrypt(data, salt=b"1", n=2, r=8, p=1)'), [
      [
        'offload-to-thread',
        'Run `hashlib.scrypt` in a worker thread with `asyncio.to_thread`: it releases the GIL while it computes',
      ],
    ]);
  });

  it('goes to a process where no thread would help, and the title says so', () => {
    const text = `def work(number):
    return number * 2


async def main():
    return work(21)


if __name__ == "__main__":
    import asyncio

    print(asyncio.run(main()))
`;
    const start = text.indexOf('work(21)');
    const project = { pythonVersion: undefined, imports: () => false, helpers: [] };
    const rewriter = new PythonRewriter({ path: 'app.py', text: () => text, project, blocking: [] });
    const [remedy] = rewriter.offload({
      span: { start, end: start + 'work(21)'.length },
      name: 'work',
      goesOn: false,
      holdsGil: true,
      threadHelps: undefined,
      anyThread: false,
      ownThread: undefined,
      command: undefined,
      contextIn: () => undefined,
    });
    assert.ok(remedy && 'edits' in remedy);
    assert.equal(
      remedy.title,
      'Run `work` in a worker process: it holds the GIL, and a thread would not free the loop',
    );
    const after = applyEdits(text, remedy.edits);
    assert.match(after, /^from concurrent\.futures import ProcessPoolExecutor$/m);
    assert.match(after, /await asyncio\.get_running_loop\(\)\.run_in_executor\(processes, work, 21\)/);
    const folder = mkdtempSync(join(tmpdir(), 'awaitwise-process-'));
    try {
      writeFileSync(join(folder, 'app.py'), after);
      const { stdout, stderr } = spawnSync(PYTHON, ['app.py'], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([stdout, stderr], ['42\n', '']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stays where it is when it opens something and holds the GIL', () => {
    assert.deepEqual(offered('h5py', 'h5py.File(path)'), [
      ['Run `h5py.File` in a worker process', 'what it opens cannot be sent back from there'],
    ]);
  });
});
