/** What we hand to people as an example: the snippets are valid Python that we would not report, and the sample is reported once. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn } from '../analyse.ts';

const root = join(__dirname, '../..');

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(join(root, 'snippets/python.json'), 'utf8')) as Record<string, Snippet>,
);

/** Compiles each of several texts under its name. */
const COMPILE = `
import ast, json, sys
for name, code in json.load(sys.stdin).items():
    compile(code, name, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
`;

/** The snippet as it stands when every placeholder is left as it is. */
function codeOf({ body }: Snippet): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  return text.replaceAll('$0', '').replace(/\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}/g, '$1');
}

/** The imports that a description names: `import asyncio; from uuid import uuid4.` */
function importsOf({ description }: Snippet): string {
  const named = description.match(/(?:from [\w.]+ )?import [\w.]+(?:, [\w.]+)*/g) ?? [];
  return named.map((line) => `${line.replace(/\.$/, '')}\n`).join('');
}

/** A file in which the snippet is at home: a notebook, a coroutine where it awaits, or a module. */
function placed(title: string, snippet: Snippet): [path: string, text: string] {
  const code = codeOf(snippet);
  if (title.startsWith('Notebook')) {
    const cells = [importsOf(snippet), code].map((source) => ({ cell_type: 'code', source }));
    return ['snippet.ipynb', JSON.stringify({ cells })];
  }
  const awaits = /^(?!\s|async def|class|@)(async |try:|.*\bawait\b)/m.test(code);
  const body = awaits ? `async def main():\n${code.replace(/^(?=.)/gm, '    ')}\n` : code;
  return ['snippet.py', importsOf(snippet) + body];
}

describe('snippets', () => {
  it('have each a prefix of their own', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    for (const prefix of prefixes) assert.match(prefix, /^aw[a-z]+$/);
  });

  it('are Python that compiles', () => {
    const codes = Object.fromEntries(snippets.map(([title, one]) => [title, importsOf(one) + codeOf(one)]));
    for (const code of Object.values(codes)) assert.doesNotMatch(code, /\$/);
    const input = JSON.stringify(codes);
    execFileSync(process.env.PYTHON ?? 'python3', ['-c', COMPILE], { input });
  });

  for (const [title, snippet] of snippets) {
    it(`${title}: nothing to report`, () => {
      const found = findingsIn(new Map([placed(title, snippet)]));
      assert.deepEqual(
        found.map(({ code, message }) => `${code} ${message}`),
        [],
      );
    });
  }
});

describe('the sample', () => {
  it('is reported where it says so', () => {
    const folder = join(root, 'media/sample');
    const files = readdirSync(folder).filter((name) => name.endsWith('.py'));
    const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const [found, ...more] = findingsIn(texts);
    assert.equal(found?.code, 'AW101');
    assert.deepEqual(more, []);
  });
});
