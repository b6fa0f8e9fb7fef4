// The code examples of the guidance documents, retold: what a document calls bad is reported under its profile by the
// rule that stands for it, and what it calls good is clean.
import assert from 'node:assert/strict';
import type { Profile } from '../../core/model/profile.ts';
import { findingsIn } from '../analyse.ts';

interface Example {
  readonly name: string;
  /** Of the document that shows it. */
  readonly profile: Profile;
  readonly guideline: number;
  readonly bad: string;
  /** The rule that reports the bad one. */
  readonly rule: string;
  readonly good: string;
}

const EXAMPLES: readonly Example[] = [
  {
    name: 'trivial work is offloaded',
    profile: 'hybrid',
    guideline: 54,
    rule: 'AW602',
    bad: 'import asyncio\n\n\nasync def get_config():\n    return await asyncio.to_thread(lambda: {"key": "value"})\n',
    good: 'def get_config():\n    return {"key": "value"}\n',
  },
  {
    name: 'a sync callee reads a file',
    profile: 'async-first',
    guideline: 124,
    rule: 'AW105',
    bad: 'import toml\n\n\ndef check_config_valid(path):\n    with open(path) as file:\n        return toml.load(file)\n\n\nasync def run_doctor(path):\n    return check_config_valid(path)\n',
    good: 'import asyncio\n\nimport toml\n\n\ndef check_config_valid(path):\n    with open(path) as file:\n        return toml.load(file)\n\n\nasync def run_doctor(path):\n    return await asyncio.to_thread(check_config_valid, path)\n',
  },
  {
    name: 'a cheap call of the file system',
    profile: 'async-first',
    guideline: 127,
    rule: 'AW106',
    bad: 'from pathlib import Path\n\n\nasync def is_there(path: Path):\n    return path.exists()\n',
    good: 'import asyncio\nfrom pathlib import Path\n\n\nasync def is_there(path: Path):\n    return await asyncio.to_thread(path.exists)\n',
  },
  {
    name: 'a loop inside a loop',
    profile: 'async-first',
    guideline: 104,
    rule: 'AW401',
    bad: 'import asyncio\n\n\nasync def some(): ...\n\n\nasync def bad():\n    asyncio.run(some())\n',
    good: 'async def some(): ...\n\n\nasync def good():\n    await some()\n',
  },
  {
    name: 'a coroutine that is not awaited in sync code',
    profile: 'async-first',
    guideline: 82,
    rule: 'AW201',
    bad: 'async def work(): ...\n\n\ndef start():\n    work()\n',
    good: 'async def work(): ...\n\n\nasync def start():\n    await work()\n',
  },
  {
    name: 'await outside async',
    profile: 'async-first',
    guideline: 83,
    rule: 'AW204',
    bad: 'async def work(): ...\n\n\ndef start():\n    return await work()\n',
    good: 'async def work(): ...\n\n\nasync def start():\n    return await work()\n',
  },
  {
    name: 'sync loop over network calls',
    profile: 'async-first',
    guideline: 115,
    rule: 'AW608',
    bad: 'import requests\n\n\ndef translate(scene):\n    return requests.post("https://llm.example", json=scene, timeout=60).text\n\n\ndef translate_all(scenes):\n    results = []\n    for scene in scenes:\n        results.append(translate(scene))\n    return results\n',
    good: 'async def translate(scene): ...\n\n\nasync def translate_both(first, second):\n    return await translate(first), await translate(second)\n',
  },
  {
    name: 'threads with a queue',
    profile: 'async-first',
    guideline: 81,
    rule: 'AW605',
    bad: 'import threading\nfrom queue import Queue\n\nimport requests\n\n\ndef execute(tool, results):\n    results.put(requests.post(tool, timeout=30))\n\n\ndef execute_all(tools):\n    results = Queue()\n    threads = []\n    for tool in tools:\n        thread = threading.Thread(target=execute, args=(tool, results))\n        thread.start()\n        threads.append(thread)\n    for thread in threads:\n        thread.join()\n    return [results.get() for _ in tools]\n',
    good: 'import asyncio\n\n\nasync def execute(tool): ...\n\n\nasync def execute_both(first, second):\n    return await asyncio.gather(execute(first), execute(second))\n',
  },
  {
    name: 'one call in a command line tool',
    profile: 'sync-default',
    guideline: 14,
    rule: 'AW607',
    bad: 'import asyncio\n\nfrom openai import AsyncOpenAI\n\n\nasync def main():\n    client = AsyncOpenAI()\n    print(await client.responses.create(model="m", input="Hello"))\n\n\nasyncio.run(main())\n',
    good: 'from openai import OpenAI\n\n\ndef main():\n    client = OpenAI()\n    print(client.responses.create(model="m", input="Hello"))\n\n\nmain()\n',
  },
  {
    name: 'a blocking client where the SDK has an async one',
    profile: 'async-first',
    guideline: 63,
    rule: 'AW703',
    bad: 'from openai import OpenAI\n\nclient = OpenAI()\n\n\nasync def ask(question):\n    return client.responses.create(model="m", input=question)\n',
    good: 'from openai import AsyncOpenAI\n\nclient = AsyncOpenAI()\n\n\nasync def ask(question):\n    return await client.responses.create(model="m", input=question)\n',
  },
  {
    name: 'an async application that is run sync',
    profile: 'sync-default',
    guideline: 148,
    rule: 'AW807',
    bad: 'from burr.core import ApplicationBuilder\n\n\nasync def answer(graph):\n    app = await ApplicationBuilder().with_graph(graph).abuild()\n    return app.run(halt_after=["answer"])\n',
    good: 'from burr.core import ApplicationBuilder\n\n\nasync def answer(graph):\n    app = await ApplicationBuilder().with_graph(graph).abuild()\n    return await app.arun(halt_after=["answer"])\n',
  },
];

describe('the examples of the guidance', () => {
  for (const { name, profile, guideline, rule, bad, good } of EXAMPLES) {
    const codes = (text: string) =>
      findingsIn(new Map([['example.py', text]]), { profile }).map((finding) => finding.code);
    it(`${String(guideline)}: ${name} (${rule}, ${profile})`, () => {
      assert.ok(codes(bad).includes(rule), `${rule} is silent: ${codes(bad).join(', ')}`);
      assert.deepEqual(codes(good), []);
    });
  }
});

/** How the profiles settle what the documents disagree on: the level of a rule in each. */
describe('the contradictions of the guidance', () => {
  const levels = (code: string, text: string) =>
    (['sync-default', 'hybrid', 'async-first'] as const).map(
      (profile) =>
        findingsIn(new Map([['example.py', text]]), { profile }).find((finding) => finding.code === code)
          ?.severity ?? 'off',
    );
  const LOOP = EXAMPLES[6]?.bad ?? '';
  const CEREMONY = EXAMPLES[8]?.bad ?? '';
  const NESTED = EXAMPLES[3]?.bad ?? '';

  it('C1: the profiles differ on design, and agree on what is broken', () => {
    assert.deepEqual(levels('AW607', CEREMONY), ['warning', 'hint', 'off']);
    assert.deepEqual(levels('AW608', LOOP), ['warning', 'hint', 'warning']);
    assert.deepEqual(levels('AW401', NESTED), ['error', 'error', 'error']);
  });

  const FETCH =
    'import asyncio\n\nimport httpx\n\nclient = httpx.AsyncClient()\n\n\nasync def fetch(url):\n    return await client.get(url)\n\n\n';

  it('C2: a fan-out of unknown size is reported, one of two is not', () => {
    const all = `${FETCH}async def fetch_all(urls):\n    return await asyncio.gather(*[fetch(url) for url in urls])\n`;
    const two = `${FETCH}async def fetch_two(a, b):\n    return await asyncio.gather(fetch(a), fetch(b))\n`;
    assert.equal(levels('AW303', all)[2], 'warning');
    assert.equal(levels('AW303', two)[2], 'off');
  });

  it('C13: exceptions that are asked for and not looked at are reported', () => {
    const text = `${FETCH}async def fetch_two(a, b):\n    await asyncio.gather(fetch(a), fetch(b), return_exceptions=True)\n`;
    assert.equal(levels('AW304', text)[2], 'warning');
  });

  it('C14: what two documents show in coroutines is reported in all profiles', () => {
    const text =
      'import asyncio\n\n\nasync def work(heavy):\n    loop = asyncio.get_event_loop()\n    return await loop.run_in_executor(None, heavy)\n';
    assert.ok(!levels('AW402', text).includes('off'));
  });

  it('C16: a fan-out that does not use its item is reported', () => {
    const text = `${FETCH}async def fetch_all(urls, url):\n    return await asyncio.gather(*[fetch(url) for each in urls])\n`;
    assert.notEqual(levels('AW314', text)[2], 'off');
  });

  it('C3: a cheap file call is a warning where all is to be async, a hint elsewhere', () => {
    const text = EXAMPLES[2]?.bad ?? '';
    const [, hybrid, asyncFirst] = levels('AW106', text);
    assert.deepEqual([hybrid, asyncFirst], ['hint', 'warning']);
    const strict = findingsIn(new Map([['example.py', text]]), { fileIo: 'strict' });
    assert.deepEqual(
      strict.map(({ code, severity }) => [code, severity]),
      [['AW106', 'warning']],
    );
  });

  it('C4: threads for what lets others run, processes for what holds the GIL', () => {
    const offload = (work: string, type: string) =>
      `import asyncio\n\nimport networkx\nimport pymupdf\n\n\nasync def work(thing: ${type}):\n    return await asyncio.to_thread(${work})\n`;
    assert.deepEqual(levels('AW605', offload('thing.get_text', 'pymupdf.Page'))[1], 'warning');
    assert.deepEqual(levels('AW605', offload('networkx.pagerank, thing', 'object'))[1], 'off');
  });

  it('C7: calling is no syntax error but a lost coroutine, and a bare await is one', () => {
    assert.deepEqual(levels('AW201', EXAMPLES[4]?.bad ?? ''), ['error', 'error', 'error']);
    assert.deepEqual(levels('AW204', EXAMPLES[5]?.bad ?? ''), ['error', 'error', 'error']);
  });

  it('C8: a thread is a remedy: what is offloaded does not block', () => {
    assert.deepEqual(levels('AW105', EXAMPLES[1]?.bad ?? '')[2], 'warning');
    assert.deepEqual(levels('AW105', EXAMPLES[1]?.good ?? ''), ['off', 'off', 'off']);
  });

  it('C10: what an older document recommends may be superseded by now', () => {
    const text = 'from motor.motor_asyncio import AsyncIOMotorClient\n\nclient = AsyncIOMotorClient\n';
    assert.deepEqual(levels('AW702', text), ['hint', 'hint', 'hint']);
  });

  it('C17: sync hooks under an async builder are told to be async, not to take the builder that 149 forbids', () => {
    const text =
      'from burr.core import ApplicationBuilder\nfrom burr.lifecycle import PostRunStepHook\n\n\nclass Print(PostRunStepHook): ...\n\n\nasync def answer(graph):\n    app = await ApplicationBuilder().with_graph(graph).with_hooks(Print()).abuild()\n    return await app.arun(halt_after=["answer"])\n';
    const [found] = findingsIn(new Map([['example.py', text]]), { select: ['AW807'] });
    assert.equal(found?.severity, 'warning');
    assert.match(found.message, /make them async, or build and run sync/);
  });
});
