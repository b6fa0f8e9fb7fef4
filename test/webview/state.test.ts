// What the page remembers and forgets: answers, figures, and what it was told before a server went away.
import assert from 'node:assert/strict';
import {
  adjusted,
  givenAnswers,
  nameOf,
  NO_DRAFT,
  NO_DRAFTS,
  withAnswer,
  withDraft,
} from '../../client/webview/drafts.ts';
import { matching, moved } from '../../client/webview/list.ts';
import { type Event, initial, kept, next, type State } from '../../client/webview/state.ts';
import { workflow } from '../workflows/workflows.ts';
import { busy, consultation, detailOf, FOLDER, stateWith, summaryOf } from './consultations.ts';

const key = { folder: FOLDER, id: busy.id };
const after = (state: State, ...events: Event[]): State => events.reduce(next, state);
const looking = after(
  stateWith(busy),
  { type: 'select', key },
  { type: 'workflow', key, detail: detailOf(busy) },
);

describe('the state of the page', () => {
  it('comes back after a reload, with all that was said', () => {
    const said = after(
      looking,
      { type: 'answer', question: 'users', value: 'many' },
      { type: 'figures', figures: { users: 50 } },
      { type: 'filter', filter: { text: 'orders' } },
      { type: 'curve', curve: 'byUsers' },
    );
    const stored = JSON.stringify(kept(said));
    const back = initial(JSON.parse(stored) as ReturnType<typeof kept>);
    assert.equal(JSON.stringify(kept(back)), stored);
    assert.deepEqual(givenAnswers(back.drafts, nameOf(key)), { users: 'many' });
  });

  it('keeps what it shows while the server is away', () => {
    const away = after(looking, { type: 'list', server: 'starting', isPartial: true, workflows: [] });
    assert.deepEqual(
      [away.workflows, away.detail, away.server],
      [looking.workflows, looking.detail, 'starting'],
    );
    const stillReading = after(away, { type: 'workflow', key, detail: null });
    assert.deepEqual([stillReading.detail, stillReading.isGone], [looking.detail, false]);
  });

  it('says so when the workflow is no more, and shows it again when it is back', () => {
    const gone = after(looking, { type: 'workflow', key, detail: null });
    assert.equal(gone.isGone, true);
    assert.equal(after(gone, { type: 'workflow', key, detail: detailOf(busy) }).isGone, false);
  });

  it('takes no news of a workflow that is not looked at', () => {
    const other = { folder: FOLDER, id: 'app.py::other' };
    assert.equal(after(looking, { type: 'workflow', key: other, detail: null }), looking);
  });

  it('takes over what was said in an earlier panel, and keeps what was said since', () => {
    const name = nameOf(key);
    const older = withAnswer(withAnswer(NO_DRAFTS, name, 'users', 'one'), 'other', 'users', 'few');
    const { drafts } = after(
      looking,
      { type: 'answer', question: 'users', value: 'many' },
      { type: 'drafts', drafts: older },
    );
    assert.equal(givenAnswers(drafts, name).users, 'many');
    assert.equal(givenAnswers(drafts, 'other').users, 'few');
  });
});

describe('drafts', () => {
  it('ask about the team once, not for each workflow', () => {
    const drafts = withAnswer(NO_DRAFTS, 'a', 'team', 'yes');
    assert.equal(givenAnswers(drafts, 'b').team, 'yes');
    assert.deepEqual(givenAnswers(withAnswer(drafts, 'b', 'team', undefined), 'a'), {});
  });

  it('drop what was chosen when an answer changes', () => {
    const drafts = withDraft(NO_DRAFTS, 'a', { chosen: 'sync' });
    assert.deepEqual(withAnswer(drafts, 'a', 'users', 'one').byWorkflow.a, {
      ...NO_DRAFT,
      answers: { users: 'one' },
    });
  });

  it('change single figures, and leave those of the code', () => {
    const { assumptions } = consultation();
    const changed = adjusted(assumptions, { users: 3, waits: { 'llm independent': { seconds: 4 } } });
    assert.equal(changed.users, 3);
    assert.deepEqual(
      changed.waits.map(({ kind, calls, seconds }) => [kind, calls, seconds === 4]),
      assumptions.waits.map(({ kind, calls }) => [kind, calls, kind === 'llm']),
    );
    assert.equal(changed.processes, assumptions.processes);
  });
});

describe('the list', () => {
  const quiet = workflow({ id: 'health.py::health', name: 'health' });
  const stuck = workflow({
    id: 'z.py::stuck',
    name: 'stuck',
    kind: 'bot',
    obstacles: [
      {
        kind: 'sleep',
        place: quiet.place,
        function: 'stuck',
        chain: ['stuck'],
        via: 'direct',
        code: 'AW101',
      },
    ],
  });
  const all = [quiet, busy, stuck].map(summaryOf);
  const names = (text: string, verdict?: 'blocked') =>
    matching(all, { text, verdict }).map(({ name }) => name);

  it('begins with what wants attention', () => {
    assert.deepEqual(names(''), ['stuck', 'orders', 'health']);
  });

  it('is filtered by name, kind, file and verdict', () => {
    assert.deepEqual(names('HEALTH'), ['health']);
    assert.deepEqual(names('z.py'), ['stuck']);
    assert.deepEqual(names('http end'), ['orders', 'health']);
    assert.deepEqual(names('', 'blocked'), ['stuck']);
    assert.deepEqual(names('health', 'blocked'), []);
  });

  it('is walked with the arrow keys, and no further than its ends', () => {
    assert.deepEqual(
      [
        moved('ArrowDown', 0, 3),
        moved('ArrowDown', 2, 3),
        moved('ArrowUp', 0, 3),
        moved('End', 0, 3),
        moved('a', 0, 3),
      ],
      [1, 2, 0, 2, undefined],
    );
  });
});
