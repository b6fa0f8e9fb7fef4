// Packs that people write: read, or refused with one sentence.
import assert from 'node:assert/strict';
import { readPack } from '../../core/knowledge/read-pack.ts';

function problem(pack: unknown): string {
  return readPack(JSON.stringify(pack)).problem ?? '';
}

describe("a user's pack", () => {
  it('is read', () => {
    const read = readPack(
      '{"library": "ours", "blocking": [{"calls": {"app.db": ["query"]}, "kinds": ["db"]}]}',
    );
    assert.equal(read.problem, undefined);
    assert.equal(read.pack?.blocking?.[0]?.evidence, 'user');
  });

  it('counts without its records that are wrong, and says how many there are', () => {
    const group = { calls: { app: ['load'] }, kinds: ['file'] };
    const { pack, problem } = readPack(
      JSON.stringify({
        library: 'ours',
        advice: 7,
        aliases: { 'app.old': 'app', 'app.bad': '-' },
        blocking: [{ ...group, kinds: ['disk'] }, group],
        handovers: [{}],
      }),
    );
    assert.deepEqual(pack, {
      library: 'ours',
      aliases: { 'app.old': 'app' },
      blocking: [{ evidence: 'user', ...group }],
    });
    assert.match(problem ?? '', /^\/advice must be a string \(and 3 more mistakes\)$/);
  });

  it('is refused with the place and what is allowed there', () => {
    assert.match(
      problem({ library: 'x', blocking: [{ calls: { a: ['b'] }, kinds: ['disk'] }] }),
      /^\/blocking\/0\/kinds\/0 must be one of sleep, wait, network/,
    );
    assert.match(problem({ library: 'x', blockers: [] }), /^\/blockers is not known; allowed are .*blocking/);
    assert.match(problem({ blocking: [] }), /^\/ must have `library`/);
    assert.match(problem({ library: 'x', blocking: [] }), /^\/blocking must not be empty/);
    assert.match(
      problem({ library: 'x', harmless: { 'a b': ['c'] } }),
      /^\/harmless\/a b its name must match/,
    );
    assert.match(problem({ library: 'x', harmless: { 'a~/b': ['c'] } }), /^\/harmless\/a~0~1b/);
    assert.match(problem({ library: 7 }), /^\/library must be a string/);
    assert.match(problem([]), /^\/ must be an object/);
    assert.match(
      problem({
        library: 'x',
        handovers: [{ calls: { a: ['b'] }, to: 'worker', param: 'f', position: 'first' }],
      }),
      /^\/handovers\/0\/position must be an integer/,
    );
  });

  it('that is no JSON is refused', () => {
    const { pack, problem: said = '' } = readPack('{"library": ');
    assert.equal(pack, undefined);
    assert.match(said, /^is no JSON/);
  });
});
