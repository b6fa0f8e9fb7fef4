// The libraries that the catalogue has to know: what each entry point does, what takes its place, and why some are silent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { type BlockingRecord, Catalogue } from '../../core/knowledge/catalogue.ts';

/**
 * By library and name: gravest kind, shape of the best alternative, how far its fix goes, and the GIL where it decides;
 * or `silent` with the reason.
 */
const libraries = JSON.parse(readFileSync(join(import.meta.dirname, 'libraries.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

const catalogue = new Catalogue();

describe('libraries', () => {
  for (const [library, names] of Object.entries(libraries)) {
    it(`${library}: every entry point is known`, () => {
      for (const [name, expected] of Object.entries(names)) {
        const record = catalogue.blocking([name]);
        assert.equal(told(record), expected.replace(/^silent: .+/, 'silent'), name);
        if (record) assert.match(record.source, /^https?:/, name);
      }
    });
  }

  it('say of all that computes for long what the GIL does', () => {
    for (const name of Object.values(libraries).flatMap((names) => Object.keys(names))) {
      const record = catalogue.blocking([name]);
      assert.ok(record?.kinds[0] !== 'cpu' || record.gil, name);
    }
  });
});

function told(record: BlockingRecord | undefined): string {
  if (!record) return 'silent';
  const [best] = record.alternatives;
  return [record.kinds[0], best?.shape, best?.fix, ...(record.gil ? [record.gil] : [])].join(' ');
}
