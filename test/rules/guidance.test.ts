// The code examples of the guidance documents, retold: what a document calls bad is reported under its profile by the
// rule that stands for it, and what it calls good is clean, unless a contradiction between the documents is settled
// otherwise.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../core/index.ts';
import { PROFILES } from '../../core/model/profile.ts';
import { findingsIn } from '../analyse.ts';
import { marksOf, withMarks, withoutMarks } from '../markup.ts';

interface Listed {
  /** `s2-08`: the eighth of the document S2. */
  readonly example: string;
  readonly holds: 'code' | 'comments' | 'no Python';
}

const isUpdate = process.env.UPDATE !== undefined && process.env.CI === undefined;
const FOLDER = join(__dirname, 'guidance');
const LISTED = JSON.parse(readFileSync(join(FOLDER, 'examples.json'), 'utf8')) as readonly Listed[];

/** What the documents were written for, S0 to S4: advice on sync by default, on a mixture, and twice on async first. */
const PROFILE_OF = ['sync-default', 'hybrid', 'async-first', 'async-first', 'sync-default'];

describe('the examples of the guidance', () => {
  it('have a fixture each', () => {
    const fixtures = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));
    const code = LISTED.filter(({ holds }) => holds === 'code').map(({ example }) => `${example}.py`);
    assert.deepEqual(fixtures.sort(), code.sort());
  });

  for (const { example } of LISTED.filter(({ holds }) => holds === 'code')) {
    it(`${example} is as it is drawn, and its functions are what they are called`, () => {
      const path = join(FOLDER, `${example}.py`);
      const drawn = readFileSync(path, 'utf8');
      const profile = PROFILES.find((one) => drawn.startsWith(`# profile: ${one}\n`));
      assert.ok(profile);
      assert.equal(profile, PROFILE_OF[Number(example[1])]);
      const text = withoutMarks(drawn);
      const found = findingsIn(new Map([['example.py', text]]), { profile });
      const usual = new Map(rules.map(({ code, severity }) => [code, severity[profile]]));
      const fresh = withMarks(
        text,
        found.flatMap((finding) => marksOf(finding, usual.get(finding.code))),
      );
      if (isUpdate) writeFileSync(path, fresh);
      else assert.equal(drawn, fresh, 'UPDATE=1 redraws');

      // The comment on top names the rules that stand for it, and no other has anything to say.
      const codes = [...new Set(/^(#.*\n)+/.exec(text)?.[0].match(/AW\d{3}/g) ?? [])];
      assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), codes.sort());
      const reported = new Set(
        found.map((one) => one.function.split('.').find((part) => VERDICT.test(part))),
      );
      const expected = [...text.matchAll(/^ *(?:async )?def ((?:bad|settled)_\w+)/gm)].map(
        ([, name]) => name,
      );
      assert.deepEqual([...reported].sort(), expected.sort());
    });
  }
});

const VERDICT = /^(bad|settled)_/;
