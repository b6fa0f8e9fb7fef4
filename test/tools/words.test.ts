// The words of the manifest are taken out of it, and can be put back.
import assert from 'node:assert/strict';
import { extractWords } from '../../tools/generate/words.ts';

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
