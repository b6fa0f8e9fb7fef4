// Packs that people write: read, or refused with one sentence.
import assert from 'node:assert/strict';
import { readPack } from '../../core/knowledge/read-pack.ts';

function problem(pack: unknown): string {
  const read = readPack(JSON.stringify(pack));
  return 'problem' in read ? read.problem : '';
}

describe("a user's pack", () => {
  it('is read', () => {
    const read = readPack(
      '{"library": "ours", "blocking": [{"calls": {"app.db": ["query"]}, "kinds": ["db"]}]}',
    );
    assert.ok('pack' in read);
    assert.equal(read.pack.blocking?.[0]?.evidence, 'user');
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
    const read = readPack('{"library": ');
    assert.ok('problem' in read && read.problem.startsWith('is no JSON'));
  });
});
