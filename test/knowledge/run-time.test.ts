// What the catalogue says, held against what Python is seen to do: calls are made under an audit hook and a profile.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BlockingRecord, Catalogue } from '../../core/knowledge/catalogue.ts';
import type { BlockingKind } from '../../core/model/blocking-kind.ts';

interface Seen {
  /** Kinds of the primitives that each call came to. */
  readonly blocking: Readonly<Record<string, readonly BlockingKind[]>>;
  readonly harmless: Readonly<Record<string, readonly BlockingKind[]>>;
  /** Calls that did not work out on this machine. */
  readonly failed: Readonly<Record<string, string>>;
}

/** Kinds of which primitives of another kind are a sign: a module that is imported is found and read. */
const SIGNS: Partial<Record<BlockingKind, readonly BlockingKind[]>> = { import: ['file', 'fs-metadata'] };

describe('the catalogue at run time', function () {
  this.timeout(120_000);
  let seen: Seen;
  let catalogue: Catalogue;

  before(() => {
    const root = join(import.meta.dirname, '../..');
    const python = (...args: string[]) =>
      execFileSync('python3', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const version = python('-c', 'import sys; print("%d.%d" % sys.version_info[:2])').trim();
    catalogue = new Catalogue([], (distribution) => (distribution === 'python' ? version : undefined));
    seen = JSON.parse(
      python(
        join(import.meta.dirname, 'at_run_time.py'),
        join(root, 'tools/catalogue/primitives.json'),
        join(root, 'core/knowledge/data/standard-library.json'),
      ),
    ) as Seen;
  });

  it('is asked about enough', () => {
    assert.ok(Object.keys(seen.blocking).length >= 200);
    assert.ok(Object.keys(seen.harmless).length >= 100);
    assert.deepEqual(seen.failed, {});
  });

  it('names calls that come to a primitive of their kind', () => {
    const contradicted = Object.entries(seen.blocking).flatMap(([name, reached]) => {
      const record = catalogue.blocking([name]);
      const kinds = record?.kinds.flatMap((kind) => [kind, ...(SIGNS[kind] ?? [])]) ?? [];
      return kinds.some((kind) => reached.includes(kind))
        ? []
        : [`${name}: ${kinds.join()}, seen ${reached.join()}`];
    });
    assert.deepEqual(contradicted, []);
  });

  it('is silent on calls that come to none', () => {
    // On a busy machine a lock that is free may take its time.
    const reached = Object.entries(seen.harmless).filter(([, kinds]) =>
      kinds.some((kind) => kind !== 'wait'),
    );
    assert.deepEqual(reached, [], 'these calls block');
    const said = Object.keys(seen.harmless).filter((name) => isSaidToBlock(catalogue.blocking([name])));
    assert.deepEqual(said, [], 'these are said to block');
  });
});

/** At every call, whatever it is given. */
function isSaidToBlock(record: BlockingRecord | undefined): boolean {
  return record?.when === 'always' && record.unless.length === 0 && record.unlessBuilt.length === 0;
}
