// Libraries that another one took over: what their imports become, and why some stay.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

function moved(text: string, files = {}): string | undefined {
  const result = mended({ 'app.py': text, ...files }, 'AW702', 'move-imports', [3, 12]);
  return typeof result === 'string' ? result : result['app.py'];
}

const REDIS = { 'other.py': 'import redis\n' };
const main = (body: string) => `\n\nasync def main():\n    ${body}\n`;

describe('a library that another one took over', () => {
  it('is imported from there, by the name it had', () => {
    assert.equal(
      moved(
        `import aioredis\nfrom aioredis.exceptions import RedisError as Failed\n${main('r = aioredis.from_url("x")')}`,
        REDIS,
      ),
      `import redis.asyncio as aioredis\nfrom redis.exceptions import RedisError as Failed\n${main('r = aioredis.from_url("x")')}`,
    );
  });

  it('goes by its new name where that is as short, and is imported once', () => {
    const [before, after] = ['async_timeout', 'asyncio'].map((name) =>
      main(`async with ${name}.timeout(5):\n        await asyncio.sleep(1)`),
    );
    assert.equal(moved(`import asyncio\n\nimport async_timeout\n${before}`), `import asyncio\n${after}`);
    assert.equal(
      moved(`from async_timeout import timeout\n${main('async with timeout(5):\n        pass')}`),
      `from asyncio import timeout\n${main('async with timeout(5):\n        pass')}`,
    );
  });

  it('has to have all that is used, and a place in the project', () => {
    const cases: readonly (readonly [string, string, object?])[] = [
      ['aioredis.from_url("x")', 'the project does not use `redis` yet', {}],
      ['await aioredis.create_redis_pool("x")', 'this is an older version, of which not all was taken over'],
      ['return aioredis.lock', 'nothing is known to be what `aioredis.lock` is'],
      ['return aioredis', 'nothing is known to be what `aioredis` is'],
    ];
    for (const [body, reason, files = REDIS] of cases)
      assert.equal(moved(`import aioredis\n${main(body)}`, files), reason);
    assert.equal(
      moved(
        `import async_timeout\n${main('async with async_timeout.timeout(5) as limit:\n        print(limit.expired)')}`,
      ),
      'what `async_timeout.timeout` gives has other members there',
    );
  });
});
