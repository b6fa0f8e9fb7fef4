// The decision model: every path ends, every row and every advice is reached, every reason can be looked up.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Profile, PROFILES } from '../../core/model/profile.ts';
import { deciding, paths, rulings, step } from '../../core/workflows/decision.ts';
import { type Answers, holds, QUESTIONS } from '../../core/workflows/questions.ts';
import { REASONS } from '../../core/workflows/reasons.ts';
import { ADVICE, type AdviceId, DRAWBACKS, RULINGS } from '../../core/workflows/rulings.ts';

const GUIDELINES = new Set(
  Array.from(readFileSync('docs/guidelines.md', 'utf8').matchAll(/^### (\d+)\. /gm), ([, n]) => Number(n)),
);
const all = paths();

describe('decision model', () => {
  it('ends on every path, whichever questions are answered on the way', () => {
    for (const full of all.filter((_, at) => at % 7 === 0)) {
      let answers: Answers = {};
      let next = step(answers);
      for (; next.kind === 'question'; next = step(answers)) {
        const { id } = next.question;
        assert.equal(answers[id], undefined, `${id} is asked twice`);
        assert.ok(full[id] !== undefined, `${id} does not arise`);
        answers = { ...answers, [id]: full[id] };
      }
      // Questions that were left out would not have changed anything.
      for (const profile of PROFILES) {
        assert.equal(next.rulings[profile].advice, deciding(profile, full).advice, JSON.stringify(full));
      }
    }
  });

  it('reaches every advice, every row and every drawback', () => {
    const reached = new Set<unknown>();
    for (const answers of all) {
      for (const profile of PROFILES) {
        const row = deciding(profile, answers);
        reached.add(row).add(row.advice);
        for (const drawback of DRAWBACKS) {
          if (drawback.of.includes(row.advice) && holds(drawback.when, answers)) reached.add(drawback);
        }
      }
    }
    const rows = PROFILES.flatMap((profile) => RULINGS[profile]);
    for (const one of [...ADVICE, ...rows, ...DRAWBACKS]) assert.ok(reached.has(one), JSON.stringify(one));
  });

  it('takes every answer to every question on some path', () => {
    for (const { id, choices } of QUESTIONS) {
      for (const { value } of choices) {
        assert.ok(
          all.some((answers) => answers[id] === value),
          `${id}=${value}`,
        );
      }
    }
  });

  it('gives reasons that the guidelines have, and uses all of them', () => {
    // Given where people have decided otherwise, which no answers tell.
    const used = new Set<string>(['people-know-better']);
    for (const answers of all) {
      for (const { reasons, drawbacks } of Object.values(rulings(answers))) {
        assert.ok(reasons.length > 0);
        for (const { id } of [...reasons, ...drawbacks]) used.add(id);
      }
    }
    for (const { id, guidelines } of REASONS) {
      assert.ok(used.has(id), `${id} is never given`);
      assert.ok(guidelines.length > 0);
      for (const guideline of guidelines) assert.ok(GUIDELINES.has(guideline), `guideline ${guideline}`);
    }
  });

  it('leaves out what would not change anything', () => {
    assert.equal(step({ context: 'server', work: 'little' }).kind, 'advice');
    const next = step({ context: 'script', work: 'waits', calls: 'one' });
    assert.equal(next.kind === 'question' && next.question.id, 'libraries');
  });

  it('has no use for answers to questions that do not arise', () => {
    assert.deepEqual(
      step({ context: 'script', work: 'little', users: 'many', gil: 'holds' }),
      step({ context: 'script', work: 'little' }),
    );
  });
});

interface Case {
  readonly guideline: string;
  readonly answers: Answers;
  readonly advice: AdviceId;
  /** What the document says, where that is not the same in all profiles. */
  readonly others?: Partial<Record<Profile, AdviceId>>;
}

const SERVICE: Answers = {
  context: 'server',
  work: 'waits',
  caller: 'waits',
  libraries: 'async',
  team: 'yes',
};
const SCRIPT: Answers = { context: 'script', work: 'waits', libraries: 'async', team: 'yes' };
const APP: Answers = { context: 'agent', work: 'waits', calls: 'sequence', libraries: 'async', team: 'yes' };

/** What the five documents recommend, each under the profile that is its own. */
const DOCUMENTS: Readonly<Record<Profile, readonly Case[]>> = {
  'sync-default': [
    // S0, "use async when".
    {
      guideline: '3, 6: three providers compared',
      answers: { ...SCRIPT, calls: 'independent' },
      advice: 'async',
    },
    {
      guideline: '6: fan-out over terms, in a notebook',
      answers: { ...SCRIPT, context: 'notebook', calls: 'independent' },
      advice: 'async',
    },
    {
      guideline: '4, 8: web application',
      answers: { ...SERVICE, calls: 'one', users: 'many' },
      advice: 'async',
    },
    { guideline: '9: MCP-heavy', answers: { ...APP, context: 'mcp', users: 'one' }, advice: 'async' },
    {
      guideline: '10: batch of queries',
      answers: { ...SCRIPT, context: 'job', calls: 'independent' },
      advice: 'async',
    },
    // S0, "stick with sync when".
    {
      guideline: '12: notebook',
      answers: { ...SCRIPT, context: 'notebook', calls: 'sequence' },
      advice: 'sync',
      others: { 'async-first': 'async' },
    },
    {
      guideline: '13: sequential script',
      answers: { ...SCRIPT, calls: 'sequence' },
      advice: 'sync',
      others: { hybrid: 'sync', 'async-first': 'async' },
    },
    { guideline: '14: single query, then exit', answers: { ...SCRIPT, calls: 'one' }, advice: 'sync' },
    {
      guideline: '15, 19: a team that is new to it',
      answers: { ...SERVICE, calls: 'one', users: 'many', team: 'no' },
      advice: 'sync',
      others: { 'async-first': 'async' },
    },
    {
      guideline: '20: sync-only libraries',
      answers: { ...SCRIPT, calls: 'sequence', libraries: 'sync-only' },
      advice: 'sync',
      others: { 'async-first': 'hybrid' },
    },
    {
      guideline: '1: no need that can be named',
      answers: { ...SCRIPT, context: 'job', calls: 'sequence' },
      advice: 'sync',
    },
    // S4: async if it waits much, has to scale and can be awaited; sync otherwise.
    { guideline: '133: all three conditions', answers: { ...APP, users: 'many' }, advice: 'async' },
    {
      guideline: '133: nothing to scale',
      answers: { ...APP, users: 'one' },
      advice: 'sync',
      others: { hybrid: 'async', 'async-first': 'async' },
    },
    {
      guideline: '134: computing',
      answers: { context: 'agent', work: 'computes', users: 'few', gil: 'unknown' },
      advice: 'sync',
      others: { hybrid: 'hybrid', 'async-first': 'hybrid' },
    },
    {
      guideline: '134, 141: no async APIs',
      answers: { ...APP, users: 'many', libraries: 'sync-only', stage: 'product' },
      advice: 'sync',
    },
    {
      guideline: '142: prototype or old code',
      answers: { ...APP, users: 'many', libraries: 'sync-only', stage: 'interim' },
      advice: 'hybrid',
    },
    {
      guideline: '135, 136: several sync applications at once',
      answers: { ...APP, work: 'computes', users: 'many', gil: 'holds' },
      advice: 'process',
    },
  ],
  hybrid: [
    // S1, the table of components.
    {
      guideline: '32, 56: API gateway',
      answers: { ...SERVICE, calls: 'one', users: 'many' },
      advice: 'async',
    },
    {
      guideline: '35, 46, 56: /run, for who wants the result at once',
      answers: { context: 'server', work: 'computes', users: 'few', caller: 'waits', gil: 'unknown' },
      advice: 'sync',
      others: { 'async-first': 'hybrid' },
    },
    {
      guideline: '36, 47, 49, 56: /run/async, for who polls',
      answers: { ...SERVICE, calls: 'one', users: 'many', caller: 'polls' },
      advice: 'async',
    },
    {
      guideline: '40, 53, 56: job executor',
      answers: { context: 'server', work: 'computes', users: 'few', caller: 'polls', gil: 'unknown' },
      advice: 'hybrid',
    },
    { guideline: '41, 56: job status', answers: { context: 'server', work: 'little' }, advice: 'sync' },
    {
      guideline: '56: RAG retrieval',
      answers: {
        context: 'server',
        work: 'waits',
        calls: 'one',
        users: 'few',
        caller: 'waits',
        libraries: 'sync-only',
        stage: 'product',
        team: 'yes',
      },
      advice: 'sync',
      others: { 'async-first': 'hybrid' },
    },
    // S1, its lists.
    {
      guideline: '24: computing',
      answers: { context: 'script', work: 'computes', gil: 'unknown' },
      advice: 'sync',
    },
    {
      guideline: '25: small files',
      answers: { context: 'server', work: 'files' },
      advice: 'sync',
      others: { 'async-first': 'async' },
    },
    { guideline: '26: look-ups', answers: { context: 'server', work: 'little' }, advice: 'sync' },
    {
      guideline: '28: network and databases',
      answers: { ...SERVICE, calls: 'sequence', users: 'few' },
      advice: 'async',
    },
    { guideline: '29: what can be parallel', answers: { ...SCRIPT, calls: 'independent' }, advice: 'async' },
    {
      guideline: '30: long, in the background',
      answers: { ...SERVICE, calls: 'sequence', users: 'few', caller: 'polls' },
      advice: 'async',
    },
    {
      guideline: '49: a batch of calls',
      answers: { ...SCRIPT, context: 'job', calls: 'independent' },
      advice: 'async',
    },
    {
      guideline: '53: a job that calls and computes',
      answers: { ...SERVICE, work: 'both', calls: 'sequence', users: 'few', gil: 'unknown', caller: 'polls' },
      advice: 'hybrid',
    },
    { guideline: '54: sync where it is simpler', answers: { ...SCRIPT, calls: 'one' }, advice: 'sync' },
  ],
  'async-first': [
    // S2, its scenarios.
    {
      guideline: '62, 69, 98: up to ten users at once',
      answers: { ...SERVICE, calls: 'sequence', users: 'few' },
      advice: 'async',
    },
    {
      guideline: '65, 109: independent tools',
      answers: { ...APP, calls: 'independent', users: 'one' },
      advice: 'async',
    },
    { guideline: '67: MCP client', answers: { ...APP, context: 'mcp', users: 'one' }, advice: 'async' },
    {
      guideline: '74: streaming',
      answers: { ...SERVICE, calls: 'one', users: 'few', caller: 'streams' },
      advice: 'async',
    },
    {
      guideline: '94: computing',
      answers: { context: 'agent', work: 'computes', users: 'few', gil: 'releases' },
      advice: 'hybrid',
    },
    {
      guideline: '61, 95, 97: inference for many',
      answers: { context: 'agent', work: 'computes', users: 'many', gil: 'holds' },
      advice: 'process',
    },
    {
      guideline: '91, 96: sync libraries',
      answers: { ...APP, users: 'few', libraries: 'sync-only', stage: 'product' },
      advice: 'hybrid',
    },
    {
      guideline: '85, 106: a team that is new to it',
      answers: { ...SERVICE, calls: 'one', users: 'many', team: 'no' },
      advice: 'async',
    },
    // S3, the rule and its exceptions.
    {
      guideline: '113: all input and output',
      answers: { ...SCRIPT, context: 'job', calls: 'sequence' },
      advice: 'async',
    },
    {
      guideline: '115: a loop over network calls',
      answers: { ...SCRIPT, calls: 'independent' },
      advice: 'async',
    },
    {
      guideline: '121, 122: commands go over at once',
      answers: { ...SCRIPT, calls: 'one' },
      advice: 'async',
    },
    { guideline: '118: what never waits', answers: { context: 'agent', work: 'little' }, advice: 'sync' },
    {
      guideline: '107: one user, one call after the other',
      answers: { ...APP, users: 'one' },
      advice: 'async',
      others: { 'sync-default': 'sync' },
    },
    { guideline: '127: every file', answers: { context: 'agent', work: 'files' }, advice: 'async' },
    {
      guideline: '93: computing in a script',
      answers: { context: 'script', work: 'computes', gil: 'unknown' },
      advice: 'sync',
    },
  ],
};

for (const profile of PROFILES) {
  describe(`the documents of ${profile}`, () => {
    for (const { guideline, answers, advice, others } of DOCUMENTS[profile]) {
      it(`${guideline}: ${advice}`, () => {
        const end = step(answers);
        if (end.kind === 'question') return assert.fail(`asks ${end.question.id}`);
        assert.equal(end.rulings[profile].advice, advice);
        for (const [other, expected] of Object.entries(others ?? {})) {
          assert.equal(end.rulings[other as Profile].advice, expected, other);
        }
      });
    }
  });
}

it('sync and async go together: each workflow has its own answer (guidelines 2, 5)', () => {
  const report: Answers = { ...SCRIPT, calls: 'one' };
  const comparison: Answers = { ...SCRIPT, calls: 'independent' };
  const under = (answers: Answers) => rulings(answers)['sync-default'].advice;
  assert.deepEqual([under(report), under(comparison)], ['sync', 'async']);
});

it('what is decided against a call alone says that nothing is gained (guideline 77)', () => {
  const { drawbacks } = rulings({ ...APP, calls: 'one', users: 'one' })['async-first'];
  assert.ok(drawbacks.some(({ id }) => id === 'same-alone'));
});

it('a command that goes over to async says so', () => {
  const { reasons } = rulings({ ...SCRIPT, calls: 'one' })['async-first'];
  assert.ok(reasons.some(({ id }) => id === 'entry-may-be-sync'));
});
