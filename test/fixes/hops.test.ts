// Fixes that take hops to a thread back, make one of several, or leave them to a framework.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

describe('unwrapping an offload', () => {
  const unwrapped = (head: string, line: string) => {
    const text = `import asyncio\nimport functools\nfrom anyio import to_thread\n\n\ndef near(x=0, y=0):\n    return x < y\n\n\nasync def main(${head}):\n    ${line}\n`;
    const result = mended({ 'app.py': text }, 'AW602', 'unwrap-offload');
    return typeof result === 'string' ? result : result['app.py']?.split('\n').at(-2)?.trim();
  };

  it('calls what was handed over', () => {
    assert.equal(unwrapped('', 'return await asyncio.to_thread(near, 1, y=2)'), 'return near(1, y=2)');
    assert.equal(unwrapped('', 'return (await asyncio.to_thread(near)).real'), 'return near().real');
    assert.equal(unwrapped('', 'return 1 + await asyncio.to_thread(lambda: 2 or 3)'), 'return 1 + (2 or 3)');
    assert.equal(
      unwrapped('', 'return await to_thread.run_sync(functools.partial(near, y=1))'),
      'return near(y=1)',
    );
    assert.equal(
      unwrapped('loop: asyncio.AbstractEventLoop', 'return await loop.run_in_executor(None, near, 1)'),
      'return near(1)',
    );
  });

  it('keeps what the hop was told besides', () => {
    assert.equal(
      unwrapped('', 'return await to_thread.run_sync(near, abandon_on_cancel=True)'),
      'the hop has options of its own',
    );
  });
});

describe('merging offloads', () => {
  const HEAD = 'import asyncio\n\n\ndef read(path):\n    return open(path).read()\n\n\n';
  const merged = (body: string) => {
    const result = mended({ 'app.py': HEAD + body }, 'AW604', 'merge-offloads');
    return typeof result === 'string' ? result : result['app.py']?.slice(HEAD.length);
  };

  it('gives what was bound', () => {
    assert.equal(
      merged(`async def main(a, b):
    # Both of them.
    one = await asyncio.to_thread(read, a)  # first
    two = (await asyncio.to_thread(read, b)).strip()
    return one + two
`),
      `async def main(a, b):
    # Both of them.
    def work():
        one = read(a)  # first
        two = read(b).strip()
        return one, two

    one, two = await asyncio.to_thread(work)
    return one + two
`,
    );
  });

  it('goes around a loop, in the way of the hop inside', () => {
    assert.equal(
      merged(`async def main(paths, loop: asyncio.AbstractEventLoop):
    texts = []

    for path in paths:
        texts.append(await loop.run_in_executor(None, read, path))
`),
      `async def main(paths, loop: asyncio.AbstractEventLoop):
    texts = []

    def work():
        for path in paths:
            texts.append(read(path))

    await loop.run_in_executor(None, work)
`,
    );
  });
});

describe('an endpoint that awaits nothing', () => {
  const HEAD = 'import time\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n';
  const plain = (text: string) => {
    const result = mended({ 'app.py': HEAD + text }, 'AW101', 'make-sync');
    return typeof result === 'string' ? result : result['app.py']?.slice(HEAD.length);
  };
  const BODY = '@app.get("/")\nasync def show():\n    time.sleep(1)\n';

  it('is left to the framework’s threads', () => {
    assert.equal(plain(BODY), '@app.get("/")\ndef show():\n    time.sleep(1)\n');
  });

  it('has to be nobody else’s, and to have nothing of the loop', () => {
    assert.equal(plain(`${BODY}\n\nasync def other():\n    await show()\n`), '');
    assert.equal(plain(`${BODY}    await other()\n\n\nasync def other(): ...\n`), '');
    assert.equal(plain(`${BODY}    queue.put_nowait(1)\n`), "`put_nowait` belongs on the loop's own thread");
  });
});
