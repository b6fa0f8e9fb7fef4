// Notebooks: one module text, magics blanked, and each offset known in its cell.
import assert from 'node:assert/strict';
import { fromCell, readNotebook, toCell } from '../../core/python/notebook.ts';
import { parseModule } from '../../core/python/syntax/parser.ts';

const code = (source: string | string[], more: object = {}) => ({ cell_type: 'code', source, ...more });
const notebook = (cells: object[], metadata: object = {}) =>
  readNotebook(JSON.stringify({ cells, metadata }));
const textOf = (source: string) => notebook([code(source)]).text.slice(0, -1);

describe('notebooks', () => {
  it('join their code cells', () => {
    const { text, cells, problem } = notebook([
      code(['import time\n', 'x = 1']),
      { cell_type: 'markdown', source: '# Title' },
      code('await fetch()\n'),
      code(''),
    ]);
    assert.equal(text, 'import time\nx = 1\nawait fetch()\n\n\n');
    assert.deepEqual(cells, [
      { index: 0, start: 0, end: 17 },
      { index: 2, start: 18, end: 32 },
      { index: 3, start: 33, end: 33 },
    ]);
    assert.equal(problem, undefined);
    assert.deepEqual(parseModule(text).problems, []);
  });

  it('know each offset in its cell, and back', () => {
    const book = notebook([code('ab'), { cell_type: 'raw', source: 'x' }, code('cde')]);
    assert.equal(book.text, 'ab\ncde\n');
    const places = Array.from(book.text, (_, offset) => toCell(book, offset));
    assert.deepEqual(places, [
      { cell: 0, offset: 0 },
      { cell: 0, offset: 1 },
      { cell: 0, offset: 2 },
      { cell: 2, offset: 0 },
      { cell: 2, offset: 1 },
      { cell: 2, offset: 2 },
      { cell: 2, offset: 3 },
    ]);
    places.forEach((place, offset) => {
      assert.ok(place);
      assert.equal(fromCell(book, place), offset);
    });
    assert.equal(toCell(book, 7), undefined);
    assert.equal(fromCell(book, { cell: 1, offset: 0 }), undefined);
    assert.equal(fromCell(book, { cell: 2, offset: 4 }), undefined);
  });

  const magics: readonly [source: string, blanked: string][] = [
    ['%timeit f()\nx', '           \nx'],
    ['  !ls -l\nx', '        \nx'],
    ['x = !ls\ny', 'x =    \ny'],
    ['a, b["c"] = %who str', 'a, b["c"] =         '],
    ['?f\nf?\nf.g??', '  \n  \n     '],
    ['%run a.py \\\n  -x\ny', '           \n    \ny'],
    ['%%bash\nls\r\ncd', '      \n  \r\n  '],
    ['\n%%writefile a.py\nx = 1', '\n                \n     '],
    ['%%time\nx = 1', '      \nx = 1'],
    ['%%capture out\n%%time\n!ls\nx', '             \n      \n   \nx'],
    ['x = (a\n% b)\ny = [\n!c\n]', 'x = (a\n% b)\ny = [\n!c\n]'],
    ['"""\n%magic\n"""\n%magic', '"""\n%magic\n"""\n      '],
    ['x = a \\\n% b\ny != z', 'x = a \\\n% b\ny != z'],
    ['s = "(" # [\n%magic', 's = "(" # [\n      '],
    ["s = 'it\\'s (' + '''\n!a '''\n!b", "s = 'it\\'s (' + '''\n!a '''\n  "],
    ['x = y % z', 'x = y % z'],
    ['if a:\n    !ls\n    b()', 'if a:\n       \n    b()'],
  ];
  for (const [source, blanked] of magics) {
    it(`blank ${JSON.stringify(source)}`, () => {
      assert.equal(textOf(source), blanked);
    });
  }

  it('of other languages are empty', () => {
    const said: readonly [language: string, metadata: object][] = [
      ['R', { kernelspec: { name: 'ir', language: 'R' } }],
      ['julia', { language_info: { name: 'julia' } }],
      ['rust', { kernelspec: { name: 'rust' } }],
    ];
    for (const [language, metadata] of said) {
      const problem = `is a notebook in ${language}, not in Python`;
      assert.deepEqual(notebook([code('x <- 1')], metadata), { text: '', cells: [], problem });
    }
    assert.equal(notebook([code('x')], { kernelspec: { name: 'xpython' } }).text, 'x\n');
    const sql = code('select', { metadata: { vscode: { languageId: 'sql' } } });
    assert.equal(notebook([sql, code('x')]).text, 'x\n');
  });

  it('may be old', () => {
    const old = { worksheets: [{ cells: [{ cell_type: 'code', language: 'python', input: ['a\n', 'b'] }] }] };
    assert.equal(readNotebook(JSON.stringify(old)).text, 'a\nb\n');
  });

  it('may be broken', () => {
    const problem = (json: string) => readNotebook(json).problem;
    assert.match(problem('{"cells": [') ?? '', /^is not a notebook: it is no JSON \(.+\)$/);
    assert.equal(problem('[]'), 'is not a notebook: its JSON is not an object');
    assert.equal(problem('{"nbformat": 4}'), 'is not a notebook: it has no list of cells');
    assert.deepEqual(
      readNotebook('{"cells": [1, null, {"cell_type": "code", "source": [2, "x"]}]}').text,
      'x\n',
    );
  });
});
