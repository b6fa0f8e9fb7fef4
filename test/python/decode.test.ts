// Bytes to text: what Python would make of them, and a clear word where it would refuse.
import assert from 'node:assert/strict';
import { decode } from '../../core/python/decode.ts';

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const decoded = (...bytes: number[]) => decode(Uint8Array.from(bytes));

describe('decode', () => {
  it('takes UTF-8 without asking', () => {
    assert.deepEqual(decode(Buffer.from('é 漢 🐍\n')), { text: 'é 漢 🐍\n', problem: undefined });
    assert.deepEqual(decoded(), { text: '', problem: undefined });
  });

  it('takes away a byte order mark, which outdoes a cookie', () => {
    assert.deepEqual(decoded(0xef, 0xbb, 0xbf, ...ascii('# coding: latin-1\n'), 0xc3, 0xa9), {
      text: '# coding: latin-1\né',
      problem: undefined,
    });
  });

  const cookies: readonly [title: string, head: string, byte: number[], letter: string][] = [
    ['Latin-1', '# -*- coding: latin-1 -*-\n', [0xe9], 'é'],
    ['its other names', '# coding=ISO_8859-1\r\n', [0x80], '\x80'],
    ['Windows-1252', '# vim: set fileencoding=cp1252 :\n', [0x80], '€'],
    ['a cookie in the second line', '#!/usr/bin/python\n# coding: koi8-r\n', [0xc1], 'а'],
    ['a cookie behind an empty line', '\t\n# coding: iso8859-15\n', [0xa4], '€'],
    ['Shift JIS', '# coding: cp932\n', [0x8a, 0xbf], '漢'],
    ['GBK', '# coding: gb2312\n', [0xba, 0xba], '汉'],
    ['UTF-8', '# coding: utf8\n', [0xc3, 0xa9], 'é'],
    ['UTF-8 of Unix', '# coding: utf-8-unix\n', [0xc3, 0xa9], 'é'],
    ['code pages of which only ASCII is known', '# coding: cp437\n', [0x82], '\x82'],
    ['no cookie behind code', 'x\n# coding: latin-1\n', [0xc3, 0xa9], 'é'],
    ['no cookie in the third line', '#\n#\n# coding: latin-1\n', [0xc3, 0xa9], 'é'],
  ];
  for (const [title, head, bytes, letter] of cookies) {
    it(`knows ${title}`, () => {
      assert.deepEqual(decoded(...ascii(head), ...bytes), { text: head + letter, problem: undefined });
    });
  }

  it('replaces what is not UTF-8, and says where it began', () => {
    const { text, problem } = decoded(...ascii('a\nb'), 0xff, ...ascii('c'));
    assert.equal(text, 'a\nb\ufffdc');
    assert.deepEqual(problem, {
      kind: 'invalid bytes',
      message: 'is not valid UTF-8, first in line 2; what cannot be read is replaced',
    });
  });

  it('names an encoding that nobody knows', () => {
    for (const name of ['uft-8', 'utf-16', 'rot13']) {
      const { text, problem } = decoded(...ascii(`# coding: ${name}\nx`));
      assert.equal(text, `# coding: ${name}\nx`);
      assert.deepEqual(problem, {
        kind: 'unknown encoding',
        message: `names an encoding that is not known, ${name}; it is read as UTF-8`,
      });
    }
  });

  it('knows that ASCII has no é', () => {
    const { text, problem } = decoded(...ascii('# coding: ascii\n'), 0xc3, 0xa9);
    assert.equal(text, '# coding: ascii\né');
    assert.equal(problem?.message, 'says that it is ascii, and is not; it is read as UTF-8');
  });

  it('reads nothing of a binary file', () => {
    const { text, problem } = decoded(0x7f, ...ascii('ELF'), 0, 1, 2);
    assert.equal(text, '');
    assert.deepEqual(problem, { kind: 'binary', message: 'is a binary file' });
  });
});
