/** Where a comment that silences a rule may stand. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { silenceFile, silenceLine } from '../../server/silence.ts';

/** The text with the edit applied; the range is what `«»` enclose. */
function silenced(marked: string): string {
  const document = TextDocument.create('file:///a.py', 'python', 1, marked.replace(/[«»]/g, ''));
  const range = {
    start: document.positionAt(marked.indexOf('«')),
    end: document.positionAt(marked.indexOf('»') - 1),
  };
  return TextDocument.applyEdits(document, [silenceLine(document, range, 'AW101')]);
}

describe('a comment that silences a rule', () => {
  for (const [what, marked, expected] of [
    ['stands behind the code', '    «f()»\n', '    f()  # awaitwise: ignore[AW101]\n'],
    ['stands behind another comment', '«f()»  # why\n', 'f()  # why  # awaitwise: ignore[AW101]\n'],
    [
      'joins one of its kind',
      '«f()»  # awaitwise: ignore[AW105]\n',
      'f()  # awaitwise: ignore[AW105, AW101]\n',
    ],
    ['fills an empty one', '«f()»  # awaitwise: ignore[]\n', 'f()  # awaitwise: ignore[AW101]\n'],
    ['stands behind the last line', '«f(\n  1,\n)»\n', 'f(\n  1,\n)  # awaitwise: ignore[AW101]\n'],
    [
      'stands above a backslash',
      '  a = «f()» + \\\n    1\n',
      '  # awaitwise: ignore[AW101]\n  a = f() + \\\n    1\n',
    ],
    [
      'stands above a string that goes on',
      'a = «f()» + """\n"""\n',
      '# awaitwise: ignore[AW101]\na = f() + """\n"""\n',
    ],
    ['needs no line end', '«f()»', 'f()  # awaitwise: ignore[AW101]'],
    ['keeps foreign line ends', '«f()»\r\ng()\r\n', 'f()  # awaitwise: ignore[AW101]\r\ng()\r\n'],
  ] as const) {
    it(what, () => {
      assert.equal(silenced(marked), expected);
    });
  }

  it('for a whole file stands below what has to be first', () => {
    const text = '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport os\n';
    const document = TextDocument.create('file:///a.py', 'python', 1, text);
    assert.equal(
      TextDocument.applyEdits(document, [silenceFile(document, 'AW101')]),
      text.replace('import', '# awaitwise: file-ignore[AW101]\nimport'),
    );
  });
});
