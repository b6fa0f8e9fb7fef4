// Fixes that make a client of its async class: what they write, and what they refuse.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

function swapped(text: string, code = 'AW703', files = {}): string | undefined {
  const result = mended({ 'app.py': text, ...files }, code, 'swap-client');
  return typeof result === 'string' ? result : result['app.py'];
}

const HEAD = 'from openai import OpenAI\n\nclient = OpenAI(timeout=5)\n\n\n';
const ASK = 'async def ask(question):\n    return client.responses.create(input=question).output_text\n';

describe('a client of another class', () => {
  it('of a module is awaited wherever it is used', () => {
    assert.equal(
      swapped(`${HEAD}${ASK}\n\nasync def model(name):\n    return client.models.retrieve(name)\n`),
      `from openai import AsyncOpenAI

client = AsyncOpenAI(timeout=5)


async def ask(question):
    return (await client.responses.create(input=question)).output_text


async def model(name):
    return await client.models.retrieve(name)
`,
    );
  });

  it('is entered by `async with`', () => {
    assert.equal(
      swapped(
        'import httpx\n\n\nasync def main(url):\n    with httpx.Client() as client:\n        return client.get(url).json()\n',
      ),
      'import httpx\n\n\nasync def main(url):\n    async with httpx.AsyncClient() as client:\n        return (await client.get(url)).json()\n',
    );
  });

  it('keeps the import that others need', () => {
    const asked = `${HEAD}${ASK}\n\ndef typed(other: OpenAI):\n    return other\n`;
    assert.match(swapped(asked) ?? '', /^from openai import AsyncOpenAI, OpenAI\n/);
  });

  it('has to be of no use to plain code, and to other files', () => {
    const plain = `${HEAD}${ASK}\n\ndef now():\n    return client.models.retrieve("m")\n`;
    assert.equal(swapped(plain), 'the function around it is not a coroutine');
    assert.equal(
      swapped(`${HEAD}${ASK}\n\ndef given():\n    return client\n`),
      '`client` is used by what does not await',
    );
    assert.equal(
      swapped(HEAD + ASK, 'AW703', { 'other.py': 'from app import client\n\nclient.models.list()\n' }),
      'other files use `client` too',
    );
    assert.equal(
      swapped((HEAD + ASK).replace('timeout=5', 'http_client=shared')),
      'it is made with parts that are not async',
    );
  });

  it('has to be known in all that is done with it', () => {
    const with_ = (code: string) => swapped(HEAD + ASK.replace(/return .*/, code));
    assert.equal(
      with_('return client.responses.create(input=question, stream=streams)'),
      'nobody knows what it gives: `stream` is not written out',
    );
    assert.equal(
      with_('return client.responses.create(**question)'),
      'the `**` may hold `stream`, which makes it give something else',
    );
    assert.equal(
      with_('return client.responses.create(input=question, stream=True)'),
      '`client.responses.create(input=question, stream=True)` is used by what does not await',
    );
    assert.equal(
      with_('page = client.models.list()\n    return (model for model in page)'),
      'a generator that awaits is another kind of generator',
    );
    assert.equal(
      with_('client.models.list()\n    return client.models.with_raw_response.list()'),
      'nothing is known of `client.models.with_raw_response.list` on the async class',
    );
    assert.equal(
      with_('client.models.list()\n    return retry(client.responses.create)'),
      '`responses.create` is handed on, and not called',
    );
  });

  it('has to be made in sight, once, and for more than one call', () => {
    assert.equal(
      swapped('import httpx\n\n\nasync def main(client: httpx.Client):\n    return client.get("x")\n'),
      'how `client` is made is not to be seen here',
    );
    assert.equal(
      swapped('import httpx\n\n\nasync def main():\n    return httpx.get("x")\n'),
      'an object of its own would be made for each call',
    );
    assert.equal(
      swapped(
        'import httpx\n\n\nasync def main():\n    client = httpx.Client()\n    return client.get("x").text\n',
      ),
      'nothing closes it, and an async one has to be closed',
    );
    const twice =
      'import redis\n\nr = redis.Redis()\nif 1 + 1:\n    r = redis.RedisCluster()\n\n\nasync def main():\n    r.get("x")\n';
    assert.equal(swapped(twice), '`r` is something else elsewhere');
  });

  it('is kept by an object of which nobody else uses it', () => {
    const kept = `import redis\n\n\nclass Cache:\n    def __init__(self):\n        self.redis = redis.Redis()\n
    async def get(self, key):\n        return self.redis.get(key)\n`;
    assert.match(swapped(kept) ?? '', /return await self\.redis\.get\(key\)/);
    const reason = '`redis` may be used outside of `Cache`';
    assert.equal(
      swapped(kept, 'AW703', { 'other.py': 'from app import Cache\n\nCache().redis.get("x")\n' }),
      reason,
    );
    assert.equal(
      swapped(kept, 'AW703', {
        'other.py':
          'from app import Cache\n\n\nclass Sub(Cache):\n    def now(self):\n        self.redis.get("x")\n',
      }),
      reason,
    );
    assert.match(
      swapped(kept.replace('class Cache:\n', 'class Cache:\n    redis: "redis.Redis"\n\n')) ?? '',
      /its annotation names another class/,
    );
    const ofAll = `import redis\n\n\nclass Cache:\n    store = redis.Redis()\n
    async def get(self, key):\n        return self.store.get(key)\n`;
    assert.equal(
      swapped(ofAll, 'AW703', { 'other.py': 'from app import Cache\n\nCache.store.get("x")\n' }),
      '`store` may be used outside of `Cache`',
    );
    assert.equal(
      swapped(`${kept}\n    def now(self):\n        return self.redis.get("x")\n`),
      'the function around it is not a coroutine',
    );
    assert.equal(
      swapped(`${kept}\n    def of(self, other):\n        return other.redis\n`),
      '`redis` of another object is used there too',
    );
  });
});

describe('a client of another package', () => {
  const session = (body: string, files = {}) =>
    swapped(
      `import httpx\nimport requests\n\n\nasync def main(url):\n    with requests.Session() as session:\n${body}`,
      'AW102',
      files,
    );
  const GET = '        response = session.get(url, timeout=5)\n';

  it('is offered where the project uses that package', () => {
    const alone =
      'import requests\n\n\nasync def main(url):\n    with requests.Session() as session:\n        return session.get(url, timeout=5).json()\n';
    assert.equal(swapped(alone, 'AW102'), '');
    assert.match(
      swapped(alone, 'AW102', { 'other.py': 'import httpx\n' }) ?? '',
      /^import httpx\n\n\nasync def main\(url\):\n {4}async with httpx\.AsyncClient\(follow_redirects=True\)/,
    );
  });

  it('has to do the same', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['        return session.get(url).json()\n', 'a call without `timeout` takes another one there'],
      [
        '        session.get(url, timeout=5, allow_redirects=False).raise_for_status()\n',
        'nothing is known of `session.get(url, timeout=5, allow_redirects=False).raise_for_status` on the async class',
      ],
      [`${GET}        return response.ok\n`, 'nothing is known of `response.ok` on the async class'],
      [`${GET}        return response.url\n`, 'nothing is known of `response.url` on the async class'],
      [`${GET}        return response\n`, '`response` is used by what does not await'],
      [
        `${GET}        for chunk in response.iter_content():\n            print(chunk)\n`,
        'nothing is known of `response.iter_content` on the async class',
      ],
      [
        '        return session.post(url, data=b"x", timeout=5).text\n',
        '`data=b"x"` may mean something else there',
      ],
      [
        '        return session.get(url, params={"a": None}, timeout=5).text\n',
        '`params={"a": None}` may mean something else there',
      ],
      [
        '        return session.get(url, timeout=(3, 5)).text\n',
        '`timeout=(3, 5)` may mean something else there',
      ],
      [
        '        try:\n            return session.get(url, timeout=5).text\n        except OSError:\n            return ""\n',
        '`except OSError` would not catch its errors',
      ],
      [
        `        session.verify = False\n${GET}        return response.text\n`,
        'nothing is known of `session.verify` on the async class',
      ],
    ];
    for (const [body, reason] of cases) assert.equal(session(body), reason);
  });

  it('has to raise what somebody handles', () => {
    const other =
      'import requests\n\n\ndef f(g):\n    try:\n        g()\n    except requests.RequestException:\n        pass\n';
    assert.equal(
      session(`${GET}        return response.text\n`, { 'other.py': other }),
      'the program names errors of `requests`, which the other class does not raise',
    );
  });

  it('is not made for a single call', () => {
    assert.equal(
      swapped(
        'import httpx\nimport requests\n\n\nasync def main(url):\n    return requests.get(url, timeout=5).text\n',
        'AW102',
      ),
      'an object of its own would be made for each call',
    );
  });
});

describe('a file that is opened', () => {
  const opened = (body: string) => {
    const head =
      'import aiofiles\nimport json\n\n\nasync def other(path):\n    await aiofiles.open(path)\n\n\n';
    const text = `${head}async def main(path):\n    with open(path) as file:\n${body}`;
    const result = mended({ 'app.py': text }, 'AW105', 'open-with-aiofiles');
    return typeof result === 'string' ? result : result['app.py']?.slice(head.length);
  };

  it('is read by coroutines, and in an asynchronous loop', () => {
    assert.equal(
      opened('        first = file.readline().strip()\n        for line in file:\n            print(line)\n'),
      `async def main(path):
    async with aiofiles.open(path) as file:
        first = (await file.readline()).strip()
        async for line in file:
            print(line)
`,
    );
  });

  it('has to be of no use to others', () => {
    assert.equal(opened('        return json.load(file)\n'), '`file` is used by what does not await');
    assert.equal(
      opened('        text = file.read()\n    file.close()\n'),
      '`file` is used by what does not await',
    );
  });
});
