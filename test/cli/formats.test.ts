/** What each format makes of one and the same project. */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { folderWith, removeFolders } from '../disk/folder.ts';
import { awaitwise, CLEAN, SLEEPY, type Session } from './terminal.ts';

const PROJECT = {
  'app.py': 'from helper import load\n\n\nasync def handler(name):\n\treturn load(name)\n',
  'helper.py':
    'import time\n\n\ndef load(name):\n    return slow(name)\n\n\ndef slow(name):\n    time.sleep(1)\n',
};

async function format(
  name: string,
  { files = PROJECT, ...more }: Partial<Session> & { files?: Record<string, string> } = {},
  ...args: string[]
) {
  const cwd = folderWith(files);
  const { out } = await awaitwise(['check', '--format', name, ...args], { cwd, ...more });
  return { out, cwd };
}

describe('text', () => {
  after(removeFolders);

  it('shows the way to what blocks, hop by hop', async () => {
    const { out } = await format('text', {}, '--select', 'AW1');
    const [finding, , summary] = out.split('\n\n');
    assert.deepEqual(finding?.split('\n').slice(0, 9), [
      'app.py:5:9 AW101 [error] Blocks the event loop: `load` → `slow` → `time.sleep` sleeps',
      '   |',
      ' 5 |     return load(name)',
      '   |            ^^^^^^^^^^',
      '   = `load` calls `slow` at helper.py:5:12',
      ' 5 |     return slow(name)',
      '   |            ----------',
      '   = `slow` calls `time.sleep` at helper.py:9:5',
      ' 9 |     time.sleep(1)',
    ]);
    assert.match(
      finding,
      /\n {3}= why: .*\n(?:.*\n)* {3}= help: .*\n(?:.*\n)* {3}= more: awaitwise explain AW101$/,
    );
    assert.equal(summary, undefined);
    assert.match(out, /\n\nFound 1 finding \(1 error\) in 1 of 2 files\.\n$/);
  });

  it('names hops of a project elsewhere from its folder', async () => {
    const project = folderWith(PROJECT);
    const { out } = await awaitwise(['check', project], { cwd: folderWith({}) });
    const [headline = ''] = out.split('\n');
    assert.ok(headline.startsWith(`${project}/app.py:5:9 AW101`));
    assert.match(out, /\n {3}= `load` calls `slow` at helper\.py:5:12\n/);
  });

  it('says why only once for a rule', async () => {
    const { out } = await format('text', { files: { 'a.py': SLEEPY, 'b.py': SLEEPY } });
    assert.equal(out.match(/AW101 \[error\]/g)?.length, 2);
    assert.equal(out.match(/= why:/g)?.length, 1);
  });

  it('says so when nothing was found', async () => {
    assert.equal((await format('text', { files: { 'a.py': CLEAN } })).out, 'No findings in 1 file.\n');
  });

  it('keeps within the width of the terminal', async () => {
    const long = `async def f():\n    ${'x = 1; '.repeat(40)}__import__("time").sleep(1); ${'y = 2; '.repeat(40)}\n`;
    const source = `import time\n${long.replace('__import__("time")', 'time')}`;
    const { out } = await format('text', { files: { 'a.py': source }, columns: 60 });
    const [, , code = '', underline = ''] = out.split('\n');
    assert.ok(code.length <= 60, code);
    assert.equal(code.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1), 'time.sleep(1)');
  });

  it('has colours where they are wanted', async () => {
    const coloured = async (session: Partial<Session>) =>
      (await format('text', session)).out.includes('\u001B[');
    assert.equal(await coloured({}), false);
    assert.equal(await coloured({ isTTY: true }), true);
    assert.equal(await coloured({ isTTY: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await coloured({ isTTY: true, env: { TERM: 'dumb' } }), false);
    assert.equal(await coloured({ env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await coloured({ isTTY: true, env: { FORCE_COLOR: '0' } }), false);
  });
});

describe('statistics', () => {
  after(removeFolders);

  it('count by rule, the most frequent first', async () => {
    const files = { 'a.py': SLEEPY, 'b.py': `${SLEEPY}async def ask():\n    input()\n` };
    const { out } = await format('text', { files }, '--statistics');
    assert.equal(
      out,
      '2  AW101  blocking-sleep\n1  AW107  blocking-input\n\nFound 3 findings (2 errors, 1 warning) in 2 of 2 files.\n',
    );
  });

  it('say where many findings meet', async () => {
    const handlers = ['a', 'b', 'c'].map((name) => `async def ${name}():\n    return load(1)\n`);
    const files = { ...PROJECT, 'app.py': `from helper import load\n\n\n${handlers.join('\n\n')}` };
    const { out } = await format('text', { files }, '--select', 'AW101', '--statistics');
    assert.equal(
      out,
      '3  AW101  blocking-sleep\n\n3 findings meet in time.sleep at helper.py:9 (slow)\n\nFound 3 findings (3 errors) in 1 of 2 files.\n',
    );
  });
});

describe('json', () => {
  after(removeFolders);

  it('has every field of the documented form', async () => {
    const { version, findings, summary } = JSON.parse(
      (await format('json', {}, '--select', 'AW1')).out,
    ) as Record<string, unknown[]>;
    assert.equal(version, 1);
    assert.equal(findings?.length, 1);
    const { message, guideline, fixes, ...finding } = findings[0] as Record<string, unknown>;
    assert.equal(typeof message, 'string');
    const [{ title, ...fix } = { title: undefined }] = fixes as { title: string }[];
    assert.match(title ?? '', /`asyncio\.to_thread`/);
    assert.deepEqual(fix, { safe: false, kind: 'quickfix' });
    assert.ok(Array.isArray(guideline));
    assert.deepEqual(finding, {
      code: 'AW101',
      name: 'blocking-sleep',
      severity: 'error',
      path: 'app.py',
      line: 5,
      column: 9,
      endLine: 5,
      endColumn: 19,
      function: 'handler',
      kind: 'sleep',
      via: 'project',
      confidence: 'certain',
      reason: '',
      chain: [
        { path: 'app.py', line: 5, column: 9, function: 'handler', text: 'load' },
        { path: 'helper.py', line: 5, column: 12, function: 'load', text: 'slow' },
        { path: 'helper.py', line: 9, column: 5, function: 'slow', text: 'time.sleep' },
      ],
    });
    assert.deepEqual(summary, {
      files: 2,
      findings: 1,
      severities: { error: 1, warning: 0, information: 0, hint: 0 },
      codes: { AW101: 1 },
      problems: [],
    });
  });

  it('is valid also when nothing could be checked', async () => {
    const { out } = await awaitwise(['check', '--format', 'json', 'gone'], {
      cwd: folderWith({ 'a.py': '' }),
    });
    const { findings, summary } = JSON.parse(out) as { findings: unknown; summary: { problems: unknown } };
    assert.deepEqual(findings, []);
    assert.deepEqual(summary.problems, [{ path: 'gone', message: 'there is no such file or folder' }]);
  });

  it('counts columns in UTF-16 code units', async () => {
    const source = 'import time\nasync def f():\n    x = "𝄞é"; time.sleep(1)\n';
    const { findings } = JSON.parse((await format('json', { files: { 'a.py': source } })).out) as {
      findings: { column: number }[];
    };
    assert.equal(findings[0]?.column, (source.split('\n')[2] ?? '').indexOf('time.sleep') + 1);
  });
});

describe('github', () => {
  after(removeFolders);

  it('is a workflow command for each finding, with its places escaped', async () => {
    const { out } = await format('github', { files: { 'a,b.py': SLEEPY } });
    assert.equal(
      out,
      '::error title=AW101 blocking-sleep,file=a%2Cb.py,line=3,endLine=3,col=5,endColumn=18::' +
        'Blocks the event loop: `time.sleep` sleeps\n',
    );
  });
});

describe('sarif', () => {
  after(removeFolders);

  interface Sarif {
    runs: [
      {
        tool: { driver: { rules: { id: string }[] } };
        originalUriBaseIds: Record<string, { uri: string }>;
        results: {
          ruleId: string;
          ruleIndex: number;
          codeFlows: [
            {
              threadFlows: [
                { locations: { location: { message: { text: string }; physicalLocation: Physical } }[] },
              ];
            },
          ];
          locations: [{ physicalLocation: Physical }];
          partialFingerprints: Record<string, string>;
        }[];
      },
    ];
  }
  interface Physical {
    artifactLocation: { uri: string; uriBaseId: string };
    region: { startLine: number; startColumn: number };
  }

  const read = async (...args: Parameters<typeof format>) => {
    const { out, cwd } = await format(...args);
    return { ...(JSON.parse(out.replaceAll('<cwd>', cwd)) as Sarif).runs[0], cwd };
  };

  it('carries the chain as a code flow', async () => {
    const { tool, results, originalUriBaseIds, cwd } = await read('sarif');
    const [result] = results;
    assert.equal(tool.driver.rules[result?.ruleIndex ?? -1]?.id, 'AW101');
    assert.deepEqual(originalUriBaseIds, { SRCROOT: { uri: `${pathToFileURL(cwd).href}/` } });
    const steps = result?.codeFlows[0].threadFlows[0].locations.map(
      ({
        location: {
          physicalLocation: { artifactLocation, region },
          message,
        },
      }) => `${artifactLocation.uri}:${String(region.startLine)} ${message.text}`,
    );
    assert.deepEqual(steps, [
      'app.py:5 calls `load`',
      'helper.py:5 calls `slow`',
      'helper.py:9 calls `time.sleep`',
    ]);
  });

  it('writes paths as URIs', async () => {
    const { results } = await read('sarif', { files: { 'a b/ü#.py': SLEEPY } });
    assert.equal(results[0]?.locations[0].physicalLocation.artifactLocation.uri, 'a%20b/%C3%BC%23.py');
  });

  it('has fingerprints that stay when lines move, and tell twins apart', async () => {
    const prints = async (source: string) => {
      const { results } = await read('sarif', { files: { 'a.py': source } });
      return results.map(({ partialFingerprints }) => partialFingerprints['awaitwise/v1']);
    };
    const twice = `${SLEEPY}    time.sleep(1)\n`;
    const [first, second] = await prints(twice);
    assert.match(first ?? '', /^[0-9a-f]{32}$/);
    assert.notEqual(first, second);
    assert.deepEqual(await prints(`# moved\n\n${twice}`), [first, second]);
    assert.notDeepEqual(await prints(twice.replace('nap', 'doze')), [first, second]);
  });
});
