// Fixes that give functions another colour: what they write, in all files, and what they refuse.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

/** Two files in which `save`, a plain function, makes a coroutine that nobody awaits. */
const STORE = `async def flush(row): ...


def save(row):
    flush(row)
    return row
`;

describe('making a function async', () => {
  it('takes its callers along, across files, up to where they start', () => {
    const service = `import store


class Service:
    def add(self, row):
        return [store.save(row).name for _ in range(2)], store.save(row)["id"]


async def handler(service: Service):
    return service.add(1)


def test_service():
    Service().add(2)


if __name__ == "__main__":
    print(Service().add(3))
`;
    assert.deepEqual(mended({ 'store.py': STORE, 'service.py': service }, 'AW201', 'make-async'), {
      'store.py': `async def flush(row): ...


async def save(row):
    await flush(row)
    return row
`,
      'service.py': `import asyncio

import store


class Service:
    async def add(self, row):
        return [(await store.save(row)).name for _ in range(2)], (await store.save(row))["id"]


async def handler(service: Service):
    return await service.add(1)


def test_service():
    asyncio.run(Service().add(2))


if __name__ == "__main__":
    print(asyncio.run(Service().add(3)))
`,
    });
  });

  it('is for a function that awaits already', () => {
    const text = 'def save(entry):\n    await entry.flush()\n\n\nasync def main(entry):\n    save(entry)\n';
    assert.deepEqual(mended({ 'app.py': text }, 'AW204', 'make-async'), {
      'app.py':
        'async def save(entry):\n    await entry.flush()\n\n\nasync def main(entry):\n    await save(entry)\n',
    });
  });

  const refusals: Readonly<Record<string, [caller: string, reason: string]>> = {
    'is called in a lambda': [
      'sort = lambda rows: sorted(rows, key=lambda row: save(row))\n',
      '`save` is called in a lambda',
    ],
    'is handed on': [
      'import atexit\n\natexit.register(save, 1)\n',
      '`save` may be called by somebody who cannot be seen',
    ],
    'has a caller that is the method of an object unknown': [
      'class Row:\n    def store(self):\n        save(self)\n\n\ndef all(rows):\n    for row in rows:\n        row.store()\n',
      '`store` may be called by somebody who cannot be seen',
    ],
    'has a caller that is a property': [
      'class Row:\n    @property\n    def name(self):\n        return save(self)\n',
      '`name` is a property',
    ],
    'has a caller that Python calls': [
      'class Row:\n    def __init__(self):\n        save(self)\n',
      '`__init__` is called by Python itself',
    ],
    'has a caller that is a generator': ['def rows():\n    yield save(1)\n', '`rows` is a generator'],
    'has a caller that is decorated': [
      'import app\n\n\n@app.command()\ndef rows():\n    save(1)\n',
      '`rows` is decorated',
    ],
    'has a caller that is overridden': [
      'class A:\n    def go(self):\n        save(1)\n\n\nclass B(A):\n    def go(self): ...\n',
      '`go` overrides a method, or is overridden',
    ],
    'has a caller that blocks': [
      'import time\n\n\ndef wait():\n    time.sleep(1)\n    save(1)\n',
      '`wait` blocks, and would hold up the loop',
    ],
  };
  for (const [name, [caller, reason]] of Object.entries(refusals)) {
    it(`is refused where it ${name}`, () => {
      const text = `${STORE}\n\n${caller}`;
      assert.equal(mended({ 'store.py': text }, 'AW201', 'make-async'), reason);
    });
  }
});

describe('starting no second loop', () => {
  it('awaits what the first argument says', () => {
    const text = `import asyncio


async def fetch(): ...


async def main():
    return asyncio.run(fetch()).name
`;
    assert.deepEqual(mended({ 'app.py': text }, 'AW401', 'await-instead-of-run'), {
      'app.py': text.replace('asyncio.run(fetch()).name', '(await fetch()).name'),
    });
  });

  it('hands on the arguments that come apart', () => {
    const text = `import anyio


async def fetch(a, b): ...


async def main():
    return anyio.run(fetch, 1, "b")
`;
    assert.deepEqual(mended({ 'app.py': text }, 'AW401', 'await-instead-of-run'), {
      'app.py': text.replace('anyio.run(fetch, 1, "b")', 'await fetch(1, "b")'),
    });
  });

  it('writes a bare await in a notebook', () => {
    const text = '# notebook\nimport asyncio\n\n\nasync def main(): ...\n\n\nasyncio.run(main())\n';
    const fixed = mended({ 'page.py': text }, 'AW405', 'await-instead-of-run');
    assert.deepEqual(Object.values(fixed), [`${text.replace('asyncio.run(main())', 'await main()')}\n`]);
  });
});

describe('a bridge to sync code', () => {
  const bridged = (call: string) => {
    const text = `from asgiref.sync import AsyncToSync, async_to_sync\n\n\nasync def fetch(*keys): ...\n\n\nasync def main():\n    return ${call}\n`;
    const result = mended({ 'app.py': text }, 'AW805', 'await-instead-of-run');
    return typeof result === 'string' ? result : result['app.py']?.split('return ').at(-1);
  };

  it('is not needed where the coroutine can be awaited', () => {
    assert.equal(bridged('async_to_sync(fetch)(1, *[2])'), 'await fetch(1, *[2])\n');
    assert.equal(bridged('AsyncToSync(fetch)().real'), '(await fetch()).real\n');
    assert.equal(bridged('async_to_sync(fetch, force_new_loop=True)()'), '');
  });
});

describe('the wrong statement', () => {
  const LOCK = 'import asyncio\n\nlock = asyncio.Lock()\n\n\nasync def main(rows):\n';
  it('gets its async', () => {
    assert.deepEqual(
      mended({ 'a.py': `${LOCK}    with lock:\n        pass\n` }, 'AW206', 'switch-protocol'),
      {
        'a.py': `${LOCK}    async with lock:\n        pass\n`,
      },
    );
  });

  it('gets it in a comprehension', () => {
    const text =
      'async def rows():\n    yield 1\n\n\nasync def main():\n    return [a for a in rows() if a]\n';
    assert.deepEqual(mended({ 'a.py': text }, 'AW206', 'switch-protocol'), {
      'a.py': text.replace('[a for', '[a async for'),
    });
  });

  it('loses it', () => {
    const text =
      'def rows():\n    yield 1\n\n\nasync def main():\n    async for row in rows():\n        print(row)\n';
    assert.deepEqual(mended({ 'a.py': text }, 'AW206', 'switch-protocol'), {
      'a.py': text.replace('async for', 'for'),
    });
  });
});
