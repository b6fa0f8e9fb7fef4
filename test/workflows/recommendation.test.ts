// From what is known of a workflow to advice, cost and figures.
import assert from 'node:assert/strict';
import {
  advise,
  ADVICES,
  type Answers,
  answersOf,
  assumptionsFor,
  figures,
  LATENCIES,
  paths,
  prefill,
  QUESTIONS,
  readAnswer,
  rulings,
  step,
  WAYS,
} from '../../core/index.ts';
import { PROFILES } from '../../core/model/profile.ts';
import { ACTIONS, firstSteps } from '../../core/workflows/advice.ts';
import { ADVICE } from '../../core/workflows/rulings.ts';
import { WORKFLOW_KINDS } from '../../core/workflows/workflow.ts';
import { operation, workflow } from './workflows.ts';

const requests = {
  library: 'requests',
  calls: 1,
  alternatives: [{ package: 'httpx', use: 'httpx.AsyncClient', installed: true }],
};

describe('prefill', () => {
  it('says where each answer was taken from', () => {
    const known = prefill(workflow({ operations: [operation()], libraries: [requests] }));
    assert.deepEqual(
      known.map(({ question, value, source }) => [question, value, source]),
      [
        ['context', 'server', 'it is a http endpoint'],
        ['work', 'waits', '`requests.get`'],
        ['calls', 'one', '`requests.get` is all that it waits for'],
        ['libraries', 'async', '`requests` → `httpx.AsyncClient`'],
      ],
    );
  });

  it('leaves open what the code does not tell', () => {
    const questions = prefill(workflow({ unresolved: 3 })).map(({ question }) => question);
    assert.deepEqual(questions, ['context']);
  });

  it('knows every kind of workflow, and gives answers that there are', () => {
    for (const kind of WORKFLOW_KINDS) {
      for (const { question, value } of prefill(
        workflow({ kind, operations: [operation({ inLoop: true, independent: true })] }),
      )) {
        assert.ok(readAnswer(question, value), `${question}=${value}`);
      }
    }
    assert.equal(readAnswer('users', 'lots'), undefined);
    assert.equal(readAnswer('weather', 'fine'), undefined);
  });

  it('gives way to what somebody says', () => {
    const known = prefill(workflow({ operations: [operation()] }));
    assert.equal(answersOf(known, { work: 'little' }).work, 'little');
  });

  it('counts a loop over independent calls, and two calls that need nothing of each other', () => {
    const calls = (...operations: Parameters<typeof operation>) =>
      prefill(workflow({ operations: operations.map((one) => operation(one)) })).find(
        ({ question }) => question === 'calls',
      )?.value;
    assert.equal(calls({ inLoop: true, independent: true }), 'independent');
    assert.equal(calls({ inLoop: true }), 'sequence');
    assert.equal(calls({ independent: true }), 'one');
  });
});

describe('advise', () => {
  const loop = workflow({
    operations: [operation({ inLoop: true, independent: true, kind: 'llm' })],
    libraries: [requests],
    touched: [{ name: 'fetch', place: workflow().place, because: 'waits' }],
  });
  const answers: Answers = { users: 'many', caller: 'waits', team: 'yes' };

  it('gives reasons, first steps and the cost', () => {
    const { advice, label, reasons, first, cost, others } = advise(loop, answers, 'sync-default');
    assert.deepEqual([advice, label, others], ['async', 'async', []]);
    assert.ok(reasons.some(({ guidelines }) => guidelines.includes(3)));
    assert.ok(first.some(({ text }) => text.includes('semaphore')));
    assert.deepEqual([cost.functions.length, cost.libraries.length], [1, 1]);
  });

  it('shows where the profiles disagree', () => {
    const { advice, others } = advise(loop, { ...answers, team: 'no' }, 'sync-default');
    assert.equal(advice, 'sync-threads');
    assert.deepEqual(
      others.map(({ profile, advice: other }) => `${profile}: ${other}`),
      ['hybrid: async', 'async-first: async'],
    );
  });

  it('costs nothing to stay', () => {
    const { cost } = advise(workflow({ operations: [operation()] }), { work: 'little' }, 'hybrid');
    assert.deepEqual(cost, { functions: [], libraries: [] });
  });

  it('has something to do first for every advice on every path, and every action is somebody’s', () => {
    const given = new Set<string>();
    for (const full of paths()) {
      for (const profile of PROFILES) {
        const { advice } = rulings(full)[profile];
        for (const today of ['sync', 'async', 'mixed'] as const) {
          const first = firstSteps(advice, full, today);
          if (today !== 'async') assert.ok(first.length > 0, `${advice} ${today} ${JSON.stringify(full)}`);
          for (const { text } of first) given.add(text);
        }
      }
    }
    for (const { text } of ACTIONS) assert.ok(given.has(text), text);
    assert.deepEqual(Object.keys(ADVICES), [...ADVICE]);
  });

  it('asks what is open, in words', () => {
    const next = step(answersOf(prefill(loop)));
    assert.equal(next.kind, 'question');
    assert.ok(
      QUESTIONS.every(({ asks, help, choices }) => asks.endsWith('?') && help !== '' && choices.length > 1),
    );
  });
});

describe('figures', () => {
  it('take calls from the workflow and latencies from the guidelines', () => {
    const assumed = assumptionsFor(
      workflow({
        operations: [operation({ kind: 'llm' }), operation({ kind: 'llm' }), operation({ kind: 'db' })],
      }),
    );
    assert.deepEqual(assumed.waits, [
      { kind: 'llm', calls: 2, seconds: 1, independent: false },
      { kind: 'db', calls: 1, seconds: 0.032, independent: false },
    ]);
    assert.deepEqual(LATENCIES.llm, [0.2, 5]);
  });

  it('show a gain that grows with the number of calls that overlap', () => {
    const base = assumptionsFor(workflow());
    const worth = (calls: number) => {
      const {
        gain,
        worth: word,
        ways,
      } = figures({ ...base, waits: [{ kind: 'llm', calls, seconds: 2, independent: true }] });
      assert.equal(ways.sync.latency, calls * 2);
      return [Math.round(gain * 10) / 10, word];
    };
    assert.deepEqual(worth(1), [1, 'none']);
    assert.deepEqual(worth(5), [5, 'significant']);
    assert.deepEqual(worth(20), [10, 'significant']);
  });

  it('draw as many calls as there are, and end when the run does', () => {
    const drawn = figures({
      ...assumptionsFor(workflow()),
      computing: 0.5,
      waits: [
        { kind: 'llm', calls: 4, seconds: 1, independent: true },
        { kind: 'db', calls: 1, seconds: 0.1, independent: false },
      ],
    });
    for (const way of WAYS) {
      const bars = drawn.timeline[way];
      assert.equal(bars.length, 6);
      assert.equal(Math.max(...bars.map(({ end }) => end)).toFixed(6), drawn.ways[way].latency.toFixed(6));
    }
  });
});
