// Workflows are found where frameworks and Python begin them, with what they do.
import assert from 'node:assert/strict';

import { packs } from '../../core/knowledge/data/index.ts';
import { ROLES } from '../../core/workflows/kinds.ts';
import { WORKFLOW_KINDS } from '../../core/workflows/workflow.ts';
import { AnalysisHost, type Workflow } from '../../core/index.ts';
import { DEFAULT_SETTINGS } from '../../core/model/settings.ts';
import { readStub } from '../../disk/stubs.ts';
import { projectOf } from '../analyse.ts';

function workflowsIn(texts: Record<string, string>): readonly Workflow[] {
  return projectOf(new Map(Object.entries(texts)))
    .host.analysis()
    .workflows();
}

function only(text: string, path = 'app.py'): Workflow {
  const [first, ...others] = workflowsIn({ [path]: text });
  assert.deepEqual(others, []);
  assert.ok(first);
  return first;
}

const kinds = (text: string, path = 'app.py') =>
  workflowsIn({ [path]: text }).map(({ kind, name }) => `${kind} ${name}`);

describe('discovery', () => {
  it('finds endpoints, with what is behind their helpers', () => {
    const { kind, name, today, runsOn, framework, operations, touched, libraries } = only(`
import requests
from fastapi import FastAPI

app = FastAPI()

def load(number):
    return requests.get(f"https://example.com/{number}").json()

@app.get("/orders/{number}")
def order(number: int):
    return load(number)
`);
    assert.deepEqual([kind, name, today, runsOn], ['http-endpoint', 'order', 'sync', 'worker']);
    assert.deepEqual(
      [framework?.name, framework?.role, framework?.pool?.size],
      ['fastapi', 'endpoint', '40'],
    );
    assert.deepEqual(
      operations.map((one) => [one.kind, one.call, one.style, one.function, one.inLoop]),
      [['network', 'requests.get', 'sync', 'load', false]],
    );
    assert.deepEqual(
      touched.map((one) => `${one.name} ${one.because}`),
      ['load waits', 'order between'],
    );
    assert.equal(
      libraries[0]?.alternatives.some(({ use }) => use.startsWith('httpx')),
      true,
    );
  });

  it('tells what is awaited, what is offloaded and what blocks the loop', () => {
    const { today, operations, obstacles } = only(`
import asyncio
import time
import httpx
import requests
from fastapi import FastAPI

app = FastAPI()

@app.get("/")
async def page():
    async with httpx.AsyncClient() as client:
        await client.get("https://example.com")
    await asyncio.to_thread(other)
    time.sleep(1)

def other():
    requests.get("https://example.com")
`);
    assert.equal(today, 'mixed');
    assert.deepEqual(operations.map((one) => `${one.kind} ${one.style}`).sort(), [
      'network async',
      'network offloaded',
      'sleep sync',
    ]);
    assert.deepEqual(
      obstacles.map(({ code, chain }) => [code, ...chain]),
      [['AW101', 'time.sleep']],
    );
  });

  it('sees calls that could overlap: in loops, in comprehensions and side by side', () => {
    const flags = (body: string) =>
      only(`
import asyncio
import requests
import httpx
import openai
from fastapi import FastAPI

app = FastAPI()
client = openai.OpenAI()

def ask(term):
    return client.chat.completions.create(model="m", messages=[{"role": "user", "content": term}])

@app.get("/")
def page(terms: list[str]):
${body}
`)
        .operations.map(
          ({ kind, inLoop, independent }) =>
            `${kind}${inLoop ? ' in a loop' : ''}${independent ? ', apart' : ''}`,
        )
        .join('; ');
    assert.equal(flags('    return [ask(term) for term in terms]'), 'llm in a loop, apart');
    assert.equal(flags('    for term in terms:\n        print(ask(term))'), 'llm in a loop, apart');
    assert.equal(
      flags('    last = ""\n    for term in terms:\n        last = ask(term + last)'),
      'llm in a loop',
    );
    assert.equal(
      flags('    for term in terms:\n        found = ask(term)\n        if found:\n            return found'),
      'llm in a loop',
    );
    assert.equal(flags('    for term in terms:\n        if ask(term):\n            break'), 'llm in a loop');
    assert.equal(flags('    for attempt in range(3):\n        ask("the same")'), 'llm in a loop');
    assert.equal(flags('    while terms:\n        ask(terms.pop())'), 'llm in a loop');
    assert.equal(
      flags('    a = requests.get("a")\n    b = requests.get("b")\n    return a, b'),
      'network, apart; network, apart',
    );
    assert.equal(flags('    a = requests.get("a")\n    return requests.get(a.text)'), 'network; network');
    assert.equal(flags('    requests.post("a", json={})\n    return requests.get("b")'), 'network; network');
  });

  it('leaves out what is done once and remembered', () => {
    const { operations } = only(`
import functools
import requests
from fastapi import FastAPI

app = FastAPI()

@functools.lru_cache
def rates():
    return requests.get("https://example.com").json()

@app.get("/")
def page():
    return rates()
`);
    assert.deepEqual(operations, []);
  });

  it('finds commands and scripts, and not what merely starts a server', () => {
    assert.deepEqual(
      kinds('import click\n@click.command()\ndef go():\n    pass\nif __name__ == "__main__":\n    go()\n'),
      ['cli-command go'],
    );
    assert.deepEqual(
      kinds(
        'import argparse, urllib.request\ndef main():\n    urllib.request.urlopen("http://x")\nif __name__ == "__main__":\n    main()\n',
      ),
      ['cli-command app.py'],
    );
    assert.deepEqual(kinds('def main():\n    print(1)\nif __name__ == "__main__":\n    main()\n'), [
      'script app.py',
    ]);
    assert.deepEqual(
      kinds('import uvicorn\napp = 1\nif __name__ == "__main__":\n    uvicorn.run(app)\n'),
      [],
    );
    assert.deepEqual(kinds('print(1)\n', 'tool/__main__.py'), []);
  });

  it('finds the commands of a group, and of a group in it', () => {
    assert.deepEqual(
      kinds(
        'import click\n@click.group()\ndef cli():\n    pass\n@cli.command()\ndef go():\n    pass\n@cli.group()\ndef sub():\n    pass\n@sub.command("x")\ndef deep():\n    pass\n',
      ),
      ['cli-command go', 'cli-command deep'],
    );
  });

  it('finds notebooks, in which nothing blocks anybody', () => {
    const { kind, today, operations, obstacles } = only(
      '# notebook\nimport requests\nrequests.get("https://example.com")\n',
    );
    assert.deepEqual([kind, today, operations.length, obstacles.length], ['notebook', 'sync', 1, 0]);
  });

  it('finds jobs, schedules, consumers, Lambda functions and bots', () => {
    assert.deepEqual(kinds('from celery import shared_task\n@shared_task\ndef report():\n    pass\n'), [
      'background-job report',
    ]);
    assert.deepEqual(
      kinds(
        'from apscheduler.schedulers.asyncio import AsyncIOScheduler\ndef nightly():\n    pass\ns = AsyncIOScheduler()\ns.add_job(nightly, "cron")\n',
      ),
      ['schedule nightly'],
    );
    assert.deepEqual(
      kinds(
        'import pika\nc = pika.BlockingConnection()\nch = c.channel()\ndef on_order(ch, m, p, body):\n    pass\nch.basic_consume("orders", on_order)\n',
      ),
      ['message-consumer on_order'],
    );
    assert.deepEqual(kinds('def lambda_handler(event, context):\n    return 1\n'), [
      'lambda-handler lambda_handler',
    ]);
    assert.deepEqual(
      kinds(
        'from discord.ext import commands\nclass Fun(commands.Cog):\n    @commands.command()\n    async def ping(self, ctx):\n        pass\n',
      ),
      ['bot Fun.ping'],
    );
  });

  it('finds agent tools, and graphs with all their steps', () => {
    assert.deepEqual(
      kinds(
        'from mcp.server.fastmcp import FastMCP\nm = FastMCP("x")\n@m.tool()\ndef add(a: int) -> int:\n    return a\n',
      ),
      ['agent-tool add'],
    );
    assert.deepEqual(
      kinds(
        'from langgraph.graph import StateGraph\ndef plan(s):\n    return s\ndef act(s):\n    return s\ng = StateGraph(dict)\ng.add_node("plan", plan)\ng.add_node("act", act)\n',
      ),
      ['agent-graph graph of 2 steps'],
    );
    assert.deepEqual(
      kinds(
        'from burr.core import action\n@action(reads=[], writes=[])\ndef first(state):\n    return state\n@action(reads=[], writes=[])\ndef second(state):\n    return state\n',
      ),
      ['agent-graph graph of 2 steps'],
    );
  });

  it('finds batches that nothing else goes through', () => {
    const batch = 'import requests\ndef fetch_all(urls):\n    return [requests.get(url) for url in urls]\n';
    assert.deepEqual(kinds(batch), ['batch fetch_all']);
    assert.deepEqual(kinds(`${batch}if __name__ == "__main__":\n    fetch_all([])\n`), ['script app.py']);
    assert.deepEqual(kinds(batch, 'tests/test_urls.py'), []);
    assert.deepEqual(kinds('def squares(xs):\n    return [abs(x) for x in xs]\n'), []);
  });

  it('names the function that was written, not the one that a decorator puts around it', () => {
    assert.deepEqual(
      kinds(`
from aiohttp import web

def logged(method):
    async def wrapper(request):
        return await method(request)
    return wrapper

@logged
async def show(request):
    return web.Response()

@logged
async def other(request):
    return web.Response()

app = web.Application()
app.add_routes([web.get("/", show), web.get("/other", other)])
`),
      ['http-endpoint show', 'http-endpoint other'],
    );
  });

  it('gives stable ids and an order of places', () => {
    const found = workflowsIn({
      'b.py': 'def lambda_handler(event, context):\n    pass\n',
      'a.py':
        'from celery import shared_task\n@shared_task\ndef one():\n    pass\n@shared_task\ndef two():\n    pass\n',
    });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a.py::one', 'a.py::two', 'b.py::lambda_handler'],
    );
  });

  it('knows only roles that frameworks have', () => {
    const roles = new Set(packs.flatMap(({ registers }) => (registers ?? []).map(({ role }) => role)));
    for (const role of ROLES) assert.ok(roles.has(role), role);
    assert.equal(WORKFLOW_KINDS.length, 12);
  });
});

describe('discovery of what reaches a framework by way of the project', () => {
  const found = (texts: Record<string, string>, commands: readonly string[] = []) =>
    projectOf(new Map(Object.entries(texts)), {}, { commands })
      .host.analysis()
      .workflows()
      .map(({ kind, id }) => `${kind} ${id}`);

  it('looks into decorators that hand on what they decorate', () => {
    const decorators = `
import click
from discord.ext import commands

def command(name=None, **attrs):
    return commands.command(name, **attrs)

def logged(function):
    def wrapper(*args):
        return function(*args)
    return wrapper

def offline(function):
    @click.command()
    def wrapper(*args):
        return function(*args)
    return wrapper

def through(*args):
    def decorator(function):
        return click.command(*args)(function)
    return decorator
`;
    const cog = `
from decorators import command, logged, offline, through

class Cog:
    @command()
    async def roll(self, ctx): ...

    @logged
    async def not_one(self, ctx): ...

@offline
def sync(): ...

@through("other")
def other(): ...
`;
    assert.deepEqual(found({ 'decorators.py': decorators, 'cog.py': cog }), [
      'bot cog.py::Cog.roll',
      'cli-command cog.py::sync',
      'cli-command cog.py::other',
    ]);
  });

  it('follows groups into other files, and leaves out those that only hold others together', () => {
    const main = `
import click

@click.group()
def cli():
    "The group."

@cli.group()
def shop():
    print("shop")

if __name__ == "__main__":
    cli()
`;
    const orders = `
from main import cli, shop

@cli.command()
def orders(): ...

@shop.command("ship")
def ship(): ...

@shop.result_callback()
def not_one(): ...
`;
    assert.deepEqual(found({ 'main.py': main, 'orders.py': orders }), [
      'cli-command main.py::shop',
      'cli-command orders.py::orders',
      'cli-command orders.py::ship',
    ]);
  });

  it('takes the commands of the metadata, once, and not those that only start others', () => {
    const main = `
import sys
import requests

def main():
    requests.get("https://example.com")

def version():
    print(1)

if __name__ == "__main__":
    sys.exit(main())
`;
    const cli = `
import click

@click.command()
def fetch(): ...

def start():
    fetch()
`;
    const commands = ['shop.main:main', 'shop.main:version', 'shop.cli:start', 'shop.cli:fetch', 'gone:main'];
    assert.deepEqual(found({ 'shop/__init__.py': '', 'shop/main.py': main, 'shop/cli.py': cli }, commands), [
      'cli-command shop/cli.py::fetch',
      'cli-command shop/main.py::main',
      'cli-command shop/main.py::version',
    ]);
  });

  it('tells tests by their path in the project, wherever that lies', () => {
    const text = 'import requests\nif __name__ == "__main__":\n    requests.get("https://example.com")\n';
    const host = new AnalysisHost({
      root: '/home/tests/project',
      files: {
        read: (path) => (path.endsWith('.py') ? new TextEncoder().encode(text) : undefined),
        list: () => undefined,
      },
      environment: { packageFolders: [], pythonVersion: undefined, isVersionDeclared: false },
      settings: DEFAULT_SETTINGS,
      stubs: readStub,
    });
    host.setFiles(['/home/tests/project/app.py', '/home/tests/project/tests/check.py']);
    assert.deepEqual(
      host
        .analysis()
        .workflows()
        .map(({ id }) => id),
      ['app.py::__main__'],
    );
  });

  it('counts no library for what comes with Python and has its counterpart in asyncio', () => {
    const libraries = (text: string) => only(text).libraries.map(({ library }) => library);
    const script = (body: string) =>
      `import time, subprocess, smtplib\n\ndef main():\n    ${body}\n\nif __name__ == "__main__":\n    main()\n`;
    assert.deepEqual(libraries(script('time.sleep(1)')), []);
    assert.deepEqual(libraries(script('subprocess.run(["ls"])')), []);
    assert.deepEqual(libraries(script('smtplib.SMTP("example.com")')), ['smtplib']);
  });

  it('takes flows for jobs, and their tasks for parts of them', () => {
    assert.deepEqual(
      kinds(`
from prefect import flow, task

@task
def load(): ...

@flow(name="every night")
def nightly():
    load()
`),
      ['background-job nightly'],
    );
  });
});
