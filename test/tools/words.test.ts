// The words of the manifest are taken out of it, and can be put back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { saidIn } from '../../tools/generate/l10n.ts';
import { extractWords } from '../../tools/generate/words.ts';

describe('what the extension says', () => {
  it('is found with its quotes, on one line or the next', () => {
    assert.deepEqual(saidIn("l10n.t('Open'); l10n.t(\n  'It\\'s {0}', name); other.t('no');"), [
      'Open',
      "It's {0}",
    ]);
  });

  it('stands in literals alone, so that all of it is found', () => {
    for (const path of globSync('client/**/*.ts')) {
      const text = readFileSync(path, 'utf8');
      const calls = text.match(/\bl10n\.t\(/g) ?? [];
      assert.equal(saidIn(text).length, calls.length, path);
    }
  });
});

describe('the words of the manifest', () => {
  it('are what people read, under keys that outlive a change of the order', () => {
    const { value, words } = extractWords({
      commands: [{ command: 'a.b', title: 'Do It', icon: '$(gear)' }],
      properties: { key: { enum: ['x', 'y'], markdownEnumDescriptions: ['An x.', 'A y.'], default: 1 } },
    });
    assert.deepEqual(value, {
      commands: [{ command: 'a.b', title: '%commands.a.b.title%', icon: '$(gear)' }],
      properties: {
        key: {
          enum: ['x', 'y'],
          markdownEnumDescriptions: [
            '%properties.key.markdownEnumDescriptions.0%',
            '%properties.key.markdownEnumDescriptions.1%',
          ],
          default: 1,
        },
      },
    });
    assert.deepEqual(words, {
      'commands.a.b.title': 'Do It',
      'properties.key.markdownEnumDescriptions.0': 'An x.',
      'properties.key.markdownEnumDescriptions.1': 'A y.',
    });
  });
});
