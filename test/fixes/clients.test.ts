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
      swapped(`${HEAD}${ASK}\n\nasync def models():\n    return client.models.list()\n`),
      `from openai import AsyncOpenAI, OpenAI

client = AsyncOpenAI(timeout=5)


async def ask(question):
    return (await client.responses.create(input=question)).output_text


async def models():
    return await client.models.list()
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

  it('has to be of no use to plain code, to other files, and to nobody who reads a stream', () => {
    const plain = `${HEAD}${ASK}\n\ndef now():\n    return client.models.list()\n`;
    assert.equal(swapped(plain), '`client` is used by what does not await');
    assert.equal(
      swapped(`${HEAD}${ASK}\n\ndef given():\n    return client\n`),
      '`client` is used by what does not await',
    );
    assert.equal(
      swapped(HEAD + ASK, 'AW703', { 'other.py': 'from app import client\n\nclient.models.list()\n' }),
      'other files use `client` too',
    );
    assert.equal(
      swapped(HEAD + ASK.replace('input=question', 'stream=True')),
      'what it streams is read in another way',
    );
    assert.equal(
      swapped((HEAD + ASK).replace('timeout=5', 'http_client=shared')),
      'it is made with parts that are not async',
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
