// The packs as written: their form, their sources, their order, and that they do not contradict each other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { namesOf } from '../../core/knowledge/names.ts';
import type { Pack } from '../../core/knowledge/pack.ts';
import { BLOCKING_KINDS } from '../../core/model/blocking-kind.ts';

const knowledge = join(import.meta.dirname, '../../core/knowledge');
const files = readdirSync(join(knowledge, 'data'), { recursive: true, encoding: 'utf8' })
  // What is derived from CPython has a form of its own.
  .filter((file) => file.endsWith('.json') && file !== 'standard-library.json')
  .sort();
const packs = files.map((file) => ({
  file,
  pack: JSON.parse(readFileSync(join(knowledge, 'data', file), 'utf8')) as Pack,
}));

describe('packs', () => {
  const fits = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync(join(knowledge, 'pack.schema.json'), 'utf8')) as object,
  );

  for (const { file, pack } of packs) {
    it(`${file} fits its schema, has a source and is sorted`, () => {
      assert.ok(fits(pack), JSON.stringify(fits.errors, undefined, 1));
      assert.match(pack.source ?? '', /^https?:/);
      assertSorted(pack);
      assertKindsGravestFirst(pack);
      assertPoolsKnown(pack);
    });
  }

  it('say of no name twice that it blocks', () => {
    assertOnce(packs, ({ blocking = [] }) => blocking.flatMap(({ calls }) => namesOf(calls)));
  });

  it('give no name two meanings', () => {
    for (const key of ['aliases', 'returns', 'attributes', 'bases'] as const) {
      assertOnce(packs, (pack) => Object.keys(pack[key] ?? {}));
    }
  });

  it('name no registry as a source', () => {
    for (const { file } of packs) {
      assert.doesNotMatch(
        readFileSync(join(knowledge, 'data', file), 'utf8'),
        /https?:\/\/(www\.)?(pypi|npmjs)\./,
        file,
      );
    }
  });
});

function assertSorted(pack: Pack): void {
  for (const key of ['aliases', 'returns', 'attributes', 'bases', 'harmless'] as const) {
    assertAscending(Object.keys(pack[key] ?? {}));
  }
  for (const members of Object.values(pack.harmless ?? {})) assertAscending(members);
  for (const groups of [pack.blocking, pack.handovers, pack.registers, pack.timeouts, pack.resources]) {
    for (const { calls } of groups ?? []) {
      assertAscending(Object.keys(calls));
      for (const members of Object.values(calls)) assertAscending(members);
    }
    assertAscending(
      (groups ?? []).map(({ calls }) => namesOf(calls)[0] ?? ''),
      { equal: true },
    );
  }
}

function assertAscending(names: readonly string[], { equal = false } = {}): void {
  names.slice(1).forEach((name, index) => {
    const before = names[index] ?? '';
    assert.ok(before < name || (equal && before === name), `\`${name}\` belongs before \`${before}\``);
  });
}

function assertKindsGravestFirst({ blocking = [] }: Pack): void {
  for (const { kinds } of blocking) {
    assert.deepEqual(
      kinds,
      BLOCKING_KINDS.filter((kind) => kinds.includes(kind)),
    );
  }
}

function assertPoolsKnown({ pools = {}, registers = [] }: Pack): void {
  for (const { pool } of registers) if (pool !== undefined) assert.ok(pool in pools, `pool ${pool}`);
}

function assertOnce(
  all: readonly { file: string; pack: Pack }[],
  namesIn: (pack: Pack) => readonly string[],
): void {
  const homes = new Map<string, string>();
  for (const { file, pack } of all) {
    for (const name of namesIn(pack)) {
      assert.equal(homes.get(name), undefined, `${name} is in ${file} and ${homes.get(name) ?? ''}`);
      homes.set(name, file);
    }
  }
}
