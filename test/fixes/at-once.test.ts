// Fixes that run at once what ran one after the other, with a bound; and time limits: what they write, and what they refuse.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

const HEAD = 'import asyncio\n\nimport httpx\n\n\n';

function written(
  text: string,
  code: string,
  id: string,
  version?: readonly [number, number],
): string | undefined {
  const result = mended({ 'app.py': HEAD + text }, code, id, version);
  return typeof result === 'string' ? result : result['app.py']?.slice(HEAD.length);
}

describe('awaits in a row', () => {
  const ROW = `async def main(client: httpx.AsyncClient):
    # What is outside.
    weather = await client.get("/weather")  # slow
    news = await client.get(
        "/news",
    )
    return weather.json(), news.json()
`;

  it('are started in a task group where there is one', () => {
    assert.equal(
      written(ROW, 'AW301', 'start-in-task-group', [3, 11]),
      `async def main(client: httpx.AsyncClient):
    # What is outside.
    async with asyncio.TaskGroup() as group:
        weather_task = group.create_task(client.get("/weather"))  # slow
        news_task = group.create_task(client.get(
            "/news",
        ))
    weather = weather_task.result()
    news = news_task.result()
    return weather.json(), news.json()
`,
    );
    assert.equal(written(ROW, 'AW301', 'start-in-task-group', [3, 10]), 'a comment would be lost');
  });

  it('are gathered in older Pythons, and where an exception is handled', () => {
    const handled = `async def main(client: httpx.AsyncClient):
    try:
        one = await client.get("/1")
        two, three = await client.get("/2"), 3
    except OSError:
        return None
    return one, two
`;
    assert.equal(written(handled, 'AW301', 'gather'), 'the awaits are parts of other statements');
    const simple = handled.replace(
      'two, three = await client.get("/2"), 3',
      'two, _ = await client.get("/2")',
    );
    assert.equal(
      written(simple, 'AW301', 'gather', [3, 12]),
      simple
        .replace(
          'one = await client.get("/1")\n        two, _ = await',
          'one, (two, _) = await asyncio.gather(client.get("/1"),',
        )
        .replace('gather(client.get("/1"), client.get("/2")', 'gather(client.get("/1"), client.get("/2"))'),
    );
    assert.equal(
      written(simple, 'AW301', 'start-in-task-group', [3, 12]),
      'the handler around it would get an `ExceptionGroup`',
    );
  });
});

describe('what is gathered', () => {
  const LOAD = 'async def load(name):\n    return name\n\n\n';
  const grouped = (text: string) =>
    written(LOAD + text, 'AW305', 'start-in-task-group', [3, 11])?.replace(LOAD, '');

  it('is started in a task group, its comments with it', () => {
    assert.equal(
      grouped(`async def main(tasks):
    a, b = await asyncio.gather(
        # The first.
        load("a"),  # one
        load(
            "b",
        ),
        return_exceptions=False,
    )  # both
    return a, b, await asyncio.gather(*[load(task) for task in tasks])
`),
      `async def main(tasks):
    async with asyncio.TaskGroup() as group:
        # The first.
        a_task = group.create_task(load("a"))  # one
        b_task = group.create_task(load(
            "b",
        ))
    a, b = a_task.result(), b_task.result()  # both
    return a, b, await asyncio.gather(*[load(task) for task in tasks])
`,
    );
  });

  it('is nobody else’s to handle', () => {
    const handled = (handler: string) =>
      grouped(`async def main():
    return await asyncio.gather(load("a"), load("b"))


async def caller():
    try:
        return await main()
    ${handler}:
        return None
`);
    assert.equal(
      handled('except (KeyError, OSError)'),
      '`caller` handles `KeyError`, and would get an `ExceptionGroup`',
    );
    assert.match(handled('except Exception') ?? '', /TaskGroup/);
  });

  it('may stand in a notebook', () => {
    const cell = `# notebook\nimport asyncio\n\n\n${LOAD}await asyncio.gather(load("a"), load("b"))\n`;
    const after = Object.values(mended({ 'page.py': cell }, 'AW305', 'start-in-task-group', [3, 11])).join(
      '',
    );
    assert.match(
      after,
      /^async with asyncio\.TaskGroup\(\) as group:\n {4}group\.create_task\(load\("a"\)\)$/m,
    );
  });
});

describe('a loop that awaits', () => {
  it('is gathered, in its order', () => {
    assert.equal(
      written(
        `async def main(client: httpx.AsyncClient, pairs):
    texts = ["first"]
    for name, url in pairs:
        # One after the other.
        response = await client.get(url)

        texts.append(
            name
            + response.text
        )  # what it says
    return texts
`,
        'AW302',
        'gather-loop',
      ),
      `async def main(client: httpx.AsyncClient, pairs):
    texts = ["first"]
    semaphore = asyncio.Semaphore(10)

    async def read_one(name, url):
        async with semaphore:
            # One after the other.
            response = await client.get(url)

            return (name
            + response.text)  # what it says

    texts.extend(await asyncio.gather(*[read_one(name, url) for name, url in pairs]))
    return texts
`,
    );
  });

  it('is left alone where it does more', () => {
    const loop = (body: string, behind: string) =>
      written(
        `async def main(client: httpx.AsyncClient, urls):\n    texts = []\n    for url in urls:\n        ${body.replaceAll('\n', '\n        ')}\n    return ${behind}\n`,
        'AW302',
        'gather-loop',
      );
    const get = 'text = (await client.get(url)).text\n';
    assert.equal(loop(`${get}texts.append(text)`, 'texts, text'), '`text` may have no value there');
    assert.equal(loop(`${get}texts.append((len(texts), text))`, 'texts'), '`texts` is looked at meanwhile');
    assert.equal(
      loop(`${get}if not text:\n    continue\ntexts.append(text)`, 'texts'),
      'some turns end early',
    );
    assert.equal(loop(`${get}print(text)`, 'texts'), 'its turns do not just fill a list or a dict');
  });
});

describe('a fan-out', () => {
  it('goes through a semaphore, made before the loop', () => {
    const text = `async def main(client: httpx.AsyncClient, urls):
    limited = []
    for url in urls:
        if url:
            limited.append(client.get(url))
    return await asyncio.gather(*limited)
`;
    assert.equal(
      written(text, 'AW303', 'bound-fan-out'),
      `async def main(client: httpx.AsyncClient, urls):
    limited = []
    semaphore = asyncio.Semaphore(10)

    async def limited_2(coroutine):
        async with semaphore:
            return await coroutine

    for url in urls:
        if url:
            limited.append(limited_2(client.get(url)))
    return await asyncio.gather(*limited)
`,
    );
  });
});

describe('a call without a time limit', () => {
  it('gets one in the form of its arguments', () => {
    const given = (call: string) =>
      written(`import requests\n\n\ndef main(url):\n    return ${call}\n`, 'AW501', 'limit-time')
        ?.split('return ')
        .at(-1);
    assert.equal(given('requests.get(url)'), 'requests.get(url, timeout=10)\n');
    assert.equal(
      given('requests.get(url,)'),
      'requests.get(url, timeout=10)\n'.replace('url, timeout=10', 'url, timeout=10'),
    );
    assert.equal(
      given('requests.get(\n        url,  # where\n    )'),
      'requests.get(\n        url,  # where\n        timeout=10,\n    )\n',
    );
  });

  it('stands under one where it takes none', () => {
    const text =
      'async def main(host):\n    reader, _ = await asyncio.open_connection(host, 80)\n    return reader\n';
    assert.equal(
      written(text, 'AW501', 'limit-time', [3, 11]),
      'async def main(host):\n    async with asyncio.timeout(10):\n        reader, _ = await asyncio.open_connection(host, 80)\n    return reader\n',
    );
    assert.equal(
      written(text, 'AW501', 'limit-time', [3, 10]),
      text.replace(
        'asyncio.open_connection(host, 80)',
        'asyncio.wait_for(asyncio.open_connection(host, 80), timeout=10)',
      ),
    );
  });
});
