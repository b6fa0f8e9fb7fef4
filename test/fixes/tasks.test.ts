// Fixes of what goes wrong between tasks: what they write.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

const FETCH = 'import asyncio\n\n\nasync def fetch(): ...\n\n\n';

describe('keeping a task', () => {
  const lost = 'async def main(task):\n    asyncio.create_task(fetch())  # soon\n';

  it('takes a new set of the module, and a name that is free', () => {
    assert.deepEqual(mended({ 'app.py': FETCH + lost }, 'AW306', 'keep-task'), {
      'app.py': `import asyncio

background_tasks = set()


async def fetch(): ...


async def main(task):
    task_2 = asyncio.create_task(fetch())  # soon
    background_tasks.add(task_2)
    task_2.add_done_callback(background_tasks.discard)
`,
    });
  });

  it('takes the set that is there', () => {
    const text = `${FETCH}_tasks = set()\n\n\n${lost.replace('task):', '):')}`;
    assert.deepEqual(mended({ 'app.py': text }, 'AW306', 'keep-task'), {
      'app.py': text.replace(
        'asyncio.create_task(fetch())  # soon\n',
        'task = asyncio.create_task(fetch())  # soon\n    _tasks.add(task)\n    task.add_done_callback(_tasks.discard)\n',
      ),
    });
  });
});

describe('asking for the loop', () => {
  it('names the one that runs', () => {
    const text = `${FETCH}async def main():\n    return asyncio.get_event_loop().time()\n`;
    assert.deepEqual(mended({ 'app.py': text }, 'AW402', 'ask-for-running-loop'), {
      'app.py': text.replace('get_event_loop', 'get_running_loop'),
    });
  });
});

describe('a loop that never lets go', () => {
  const loop = 'async def main(job):\n    while True:\n        job()\n';

  it('waits for nothing in each round', () => {
    assert.deepEqual(mended({ 'app.py': FETCH + loop }, 'AW113', 'suspend-in-loop'), {
      'app.py': FETCH + loop.replace('        job()', '        await asyncio.sleep(0)\n        job()'),
    });
  });

  it('does so in the words of trio', () => {
    assert.deepEqual(mended({ 'app.py': `import trio\n\n\n${loop}` }, 'AW113', 'suspend-in-loop'), {
      'app.py': `import trio\n\n\n${loop.replace('        job()', '        await trio.sleep(0)\n        job()')}`,
    });
  });

  it('stands on a line of its own', () => {
    const text = `${FETCH}async def main(job):\n    while True: job()\n`;
    assert.equal(mended({ 'app.py': text }, 'AW113', 'suspend-in-loop'), 'it stands on one line');
  });
});
