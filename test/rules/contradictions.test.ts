// What the guidance documents disagree on, or get wrong: how the profiles and the rules settle it, C1 to C18.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../core/index.ts';
import type { Finding } from '../../core/model/finding.ts';
import { PROFILES } from '../../core/model/profile.ts';
import type { Level, Settings } from '../../core/model/settings.ts';
import { ANYIO_THREADS, executorThreads, fanOut, serve } from '../../core/workflows/latency-model.ts';
import { QUESTIONS } from '../../core/workflows/questions.ts';
import { findingsIn } from '../analyse.ts';

const found = (text: string, settings: Partial<Settings> = {}): Finding[] =>
  findingsIn(new Map([['example.py', text]]), settings);

/** The level of a rule in sync-default, hybrid and async-first. */
const levels = (code: string, text: string): Level[] =>
  PROFILES.map(
    (profile) => found(text, { profile }).find((finding) => finding.code === code)?.severity ?? 'off',
  );

/** A fixture of the documents' own examples. */
const example = (name: string) => readFileSync(join(__dirname, 'guidance', `${name}.py`), 'utf8');

const FETCH = `import asyncio

import httpx

client = httpx.AsyncClient()


async def fetch(url):
    return await client.get(url)


`;

describe('the contradictions of the guidance', () => {
  it('are all settled here', () => {
    const guidelines = readFileSync(join(__dirname, '../../docs/guidelines.md'), 'utf8');
    const listed = [...guidelines.matchAll(/^### (C\d+)\./gm)].map(([, id]) => id);
    const settled = [...readFileSync(__filename, 'utf8').matchAll(/^ {2}it\(['"](C\d+):/gm)].map(
      ([, id]) => id,
    );
    assert.deepEqual(settled, listed);
  });

  it('C1: the profiles differ on design, and agree on what is broken', () => {
    const ceremony = `import asyncio

from openai import AsyncOpenAI


async def main():
    print(await AsyncOpenAI().responses.create(model="m", input="Hello"))


asyncio.run(main())
`;
    assert.deepEqual(levels('AW607', ceremony), ['warning', 'hint', 'off']);
    assert.deepEqual(levels('AW608', example('s3-01')), ['warning', 'hint', 'warning']);
    assert.deepEqual(levels('AW401', example('s2-17')), ['error', 'error', 'error']);
  });

  it('C2: a fan-out of unknown size is reported, one of two is not', () => {
    const all = `${FETCH}async def fetch_all(urls):\n    return await asyncio.gather(*[fetch(url) for url in urls])\n`;
    const two = `${FETCH}async def fetch_two(a, b):\n    return await asyncio.gather(fetch(a), fetch(b))\n`;
    assert.deepEqual(levels('AW303', all), ['warning', 'warning', 'warning']);
    assert.deepEqual(levels('AW303', two), ['off', 'off', 'off']);
  });

  it('C3: a cheap file call is a warning where all is to be async, a hint elsewhere', () => {
    assert.deepEqual(levels('AW106', example('s3-02')), ['off', 'hint', 'warning']);
    const severity = (fileIo: Settings['fileIo']) =>
      found(example('s3-02'), { fileIo }).find(({ code }) => code === 'AW106')?.severity;
    assert.equal(severity('strict'), 'warning');
    assert.equal(severity('off'), undefined);
  });

  it('C4: threads for what lets others run, processes for what holds the GIL', () => {
    const offload = (work: string, type: string) =>
      `import asyncio\n\nimport networkx\nimport pymupdf\n\n\nasync def work(thing: ${type}):\n    return await asyncio.to_thread(${work})\n`;
    assert.deepEqual(levels('AW605', offload('thing.get_text', 'pymupdf.Page'))[1], 'warning');
    assert.deepEqual(levels('AW605', offload('networkx.pagerank, thing', 'object'))[1], 'off');
  });

  it('C5: a model behind an API waits, a model in the process computes; the wizard asks which', () => {
    const api =
      'from openai import OpenAI\n\nclient = OpenAI()\n\n\nasync def ask(text):\n    return client.responses.create(model="m", input=text)\n';
    const local =
      'from transformers import pipeline\n\nmodel = pipeline("text-generation")\n\n\nasync def ask(text):\n    return model(text)\n';
    const kinds = (text: string) => found(text).map(({ code, kind }) => [code, kind]);
    assert.deepEqual(kinds(api), [['AW703', 'network']]);
    assert.deepEqual(kinds(local), [['AW109', 'cpu']]);
    const work = QUESTIONS.find(({ id }) => id === 'work');
    assert.deepEqual(
      work?.choices.map(({ value }) => value).filter((value) => value === 'waits' || value === 'computes'),
      ['waits', 'computes'],
    );
    assert.match(work.help, /model behind an API is waiting/);
  });

  it('C6: one thread is no cure for races: what is checked may have changed after an await', () => {
    const race = `import asyncio

import aiohttp


class Client:
    def __init__(self):
        self.session = None

    async def get(self, url):
        if self.session is None:
            await asyncio.sleep(0)
            self.session = aiohttp.ClientSession()
        return await self.session.get(url)
`;
    assert.ok(!levels('AW309', race).includes('off'), levels('AW309', race).join(', '));
  });

  it('C7: calling is no syntax error but a lost coroutine, and a bare await is one', () => {
    assert.deepEqual(levels('AW201', example('s2-10')), ['error', 'error', 'error']);
    assert.deepEqual(levels('AW204', example('s2-10')), ['error', 'error', 'error']);
    assert.match(pageOf('AW201'), /only makes a coroutine.* no error/s);
  });

  it('C8: a thread is a remedy: what is offloaded does not block', () => {
    const inLine = (text: string) => found(text, { profile: 'async-first' }).map((one) => one.function);
    assert.ok(inLine(example('s3-02')).includes('bad_run_doctor'));
    assert.ok(!inLine(example('s3-02')).includes('good_run_doctor'));
  });

  it('C9: sync endpoints have the 40 threads of AnyIO, offloads another pool', () => {
    assert.equal(ANYIO_THREADS, 40);
    assert.equal(executorThreads(2), 6);
    assert.equal(executorThreads(64), 32);
    const users = { clients: 40, wait: 30, cpu: 0, processes: 1 };
    assert.equal(serve({ ...users, concurrency: ANYIO_THREADS }).responseTime, 30);
    assert.ok(serve({ ...users, concurrency: executorThreads(2) }).responseTime > 30);
    assert.match(pageOf('AW312'), /min\(32, cpu \+ 4\)`? threads, AnyIO 40/);
  });

  it('C10: what an older document recommends may be superseded by now', () => {
    const text = 'from motor.motor_asyncio import AsyncIOMotorClient\n\nclient = AsyncIOMotorClient\n';
    assert.deepEqual(levels('AW702', text), ['hint', 'hint', 'hint']);
    assert.match(found(text)[0]?.message ?? '', /since \d{4}-\d\d-\d\d/);
  });

  it('C11: gather is not structured: a task group is advised to those who ask, where their Python has it', () => {
    const text = `${FETCH}async def fetch_two(a, b):\n    return await asyncio.gather(fetch(a), fetch(b))\n`;
    assert.deepEqual(levels('AW305', text), ['off', 'off', 'off']);
    const asked = (python: [number, number]) =>
      findingsIn(new Map([['example.py', text]]), { select: ['AW305'] }, { pythonVersion: python }).length;
    assert.equal(asked([3, 11]), 1);
    assert.equal(asked([3, 10]), 0);
  });

  it("C12: what is predicted comes of one's own numbers, not of the documents' multipliers", () => {
    assert.deepEqual(fanOut([3, 5]), { sequential: 8, concurrent: 5 });
    assert.deepEqual(fanOut([5, 5, 5]), { sequential: 15, concurrent: 5 });
    assert.deepEqual(fanOut([5]), { sequential: 5, concurrent: 5 });
  });

  it('C13: exceptions that are asked for and not looked at are reported', () => {
    assert.deepEqual(levels('AW304', example('s2-14')), ['warning', 'warning', 'warning']);
  });

  it('C14: what two documents show in coroutines is reported in all profiles', () => {
    for (const name of ['s1-06', 's1-10', 's2-11'])
      assert.ok(!levels('AW402', example(name)).includes('off'), name);
  });

  it('C15: a client for each request is reported in what a framework calls for each', () => {
    const endpoint = (body: string) => `import httpx
from fastapi import FastAPI

app = FastAPI()
shared = httpx.AsyncClient(timeout=300)


@app.post("/run")
async def run(question: dict):
${body}`;
    const own = endpoint(
      '    async with httpx.AsyncClient(timeout=300) as client:\n        return (await client.post("https://crew.example", json=question)).json()\n',
    );
    const kept = endpoint('    return (await shared.post("https://crew.example", json=question)).json()\n');
    assert.ok(!levels('AW310', own).includes('off'), levels('AW310', own).join(', '));
    assert.deepEqual(levels('AW310', kept), ['off', 'off', 'off']);
  });

  it('C16: a fan-out that does not use its item is reported', () => {
    assert.ok(!levels('AW314', example('s2-09')).includes('off'));
  });

  it('C17: sync hooks under an async builder are told to be async, not to take the builder that 149 forbids', () => {
    const text =
      'from burr.core import ApplicationBuilder\nfrom burr.lifecycle import PostRunStepHook\n\n\nclass Print(PostRunStepHook): ...\n\n\nasync def answer(graph):\n    app = await ApplicationBuilder().with_graph(graph).with_hooks(Print()).abuild()\n    return await app.arun(halt_after=["answer"])\n';
    const [first] = found(text, { select: ['AW807'] });
    assert.equal(first?.severity, 'warning');
    assert.match(first.message, /make them async, or build and run sync/);
  });

  it("C18: a library's own time limit counts as one; how long the other side takes is a matter of numbers", () => {
    assert.deepEqual(levels('AW501', example('s1-02')), ['off', 'off', 'off']);
    const none = 'import requests\n\n\ndef run(url):\n    return requests.post(url)\n';
    assert.ok(!levels('AW501', none).includes('off'));
    assert.equal(serve({ clients: 1, wait: 60, cpu: 0, processes: 1, concurrency: 1 }).responseTime, 60);
  });
});

/** All that the page of a rule says. */
function pageOf(code: string): string {
  const docs = rules.find((rule) => rule.code === code)?.docs;
  return docs ? [docs.what, docs.why, docs.instead, docs.limits].join('\n') : '';
}
