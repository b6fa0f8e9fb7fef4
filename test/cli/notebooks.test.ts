/** Notebooks on the command line: read as one module, spoken of cell by cell. */
import assert from 'node:assert/strict';
import { removeFolders, type Files } from '../disk/folder.ts';
import { CLEAN, inFolder, SLEEPY } from './terminal.ts';

/** A notebook as Jupyter writes it: code cells by their lines, with a heading in front. */
function notebook(cells: readonly string[], language = 'python'): string {
  const code = cells.map((text) => ({ cell_type: 'code', source: text.split(/(?<=\n)/) }));
  return JSON.stringify({
    cells: [{ cell_type: 'markdown', source: ['# Naps\n'] }, ...code],
    metadata: { kernelspec: { name: language, language } },
    nbformat: 4,
  });
}

const NAPS = { 'nb.ipynb': notebook(['%pip install x\nimport time', 'async def nap():\n    time.sleep(1)']) };

function check(format: string, files: Files = NAPS) {
  return inFolder(files, ['check', '--format', format]);
}

describe('notebooks', () => {
  after(removeFolders);

  it('are told by cell and by the line in it', async () => {
    const place = 'nb.ipynb:cell 3:2:5';
    assert.match((await check('concise')).out, new RegExp(`^${place} AW101 .*\n$`));
    assert.deepEqual((await check('text')).out.split('\n').slice(0, 4), [
      `${place} AW101 [error] Blocks the event loop: \`time.sleep\` sleeps`,
      '   |',
      ' 2 |     time.sleep(1)',
      '   |     ^^^^^^^^^^^^^',
    ]);
    assert.equal(
      (await check('github')).out,
      '::error title=AW101 blocking-sleep,file=nb.ipynb::cell 3:2:5 Blocks the event loop: `time.sleep` sleeps\n',
    );
  });

  it('are told to programs by cell as well', async () => {
    const { findings } = JSON.parse((await check('json')).out) as { findings: Record<string, unknown>[] };
    const [{ cell, line, column, endLine, endColumn, chain } = {}] = findings;
    assert.deepEqual({ cell, line, column, endLine, endColumn }, PLACE);
    assert.deepEqual(chain, [
      { path: 'nb.ipynb', cell: 3, line: 2, column: 5, function: 'nap', text: 'time.sleep' },
    ]);
    const sarif = JSON.parse((await check('sarif')).out) as Sarif;
    assert.deepEqual(sarif.runs[0]?.results[0]?.locations[0], {
      physicalLocation: {
        artifactLocation: { uri: 'nb.ipynb', uriBaseId: 'SRCROOT' },
        region: { startLine: 1 },
      },
      logicalLocations: [
        { name: 'cell 3:2:5', kind: 'cell' },
        { fullyQualifiedName: 'nap', kind: 'function' },
      ],
    });
  });

  it('are silenced in the cell, or as a whole', async () => {
    const nap = 'import time\nasync def nap():\n    time.sleep(1)';
    const silenced = notebook([`${nap}  # awaitwise: ignore[AW101]`, nap]);
    assert.match((await check('concise', { 'nb.ipynb': silenced })).out, /^nb\.ipynb:cell 3:3:5 [^\n]*\n$/);
    const all = notebook(['# awaitwise: file-ignore[AW101]', nap]);
    assert.equal((await check('concise', { 'nb.ipynb': all })).out, '');
  });

  it('that are none, or not in Python, get a line of their own', async () => {
    const broken = ['{"cells": [', '[]', '{}', notebook(['sleep <- 1'], 'R')];
    const says = [
      /^is not a notebook: it is no JSON \(.+\)$/,
      /^is not a notebook: its JSON is not an object$/,
      /^is not a notebook: it has no list of cells$/,
      /^is a notebook in R, not in Python$/,
    ];
    for (const [index, text] of broken.entries()) {
      const { code, out, err } = await check('concise', {
        'a.py': SLEEPY,
        'b.py': CLEAN,
        'nb.ipynb': text,
      });
      assert.deepEqual([code, out.split(' ')[0]], [1, 'a.py:3:5']);
      const [, message = ''] = /^warning: nb\.ipynb: ([^\n]+)\n$/.exec(err) ?? [];
      assert.match(message, says[index] ?? /never/);
    }
  });
});

const PLACE = { cell: 3, line: 2, column: 5, endLine: 2, endColumn: 18 };

interface Sarif {
  readonly runs: { readonly results: { readonly locations: unknown[] }[] }[];
}
