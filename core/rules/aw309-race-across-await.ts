/** State of an object that is checked, and changed only after an await. */
import type { Race } from '../effects/races.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<Race>({
  code: 'AW309',
  name: 'race-across-await',
  since: '0.1.0',
  guideline: [105],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports methods that find a session, connection, task or the like missing in their object, await, and then fill it in; and `self.x += await …`.',
    why: 'At the `await` other tasks run, and one of them may be in the same method: it finds the same thing missing, and does the same work. What the first one stored is replaced by the second, and with it a session that nobody closes, or a sum that misses a part. A single thread does not rule out races; it only moves them to the awaits.',
    instead:
      'Hold an `asyncio.Lock` from the check to the write, and check inside it. Or store the task itself before anything is awaited, so that whoever comes later awaits the same one.',
    limits:
      'Whether two tasks ever are in the method at once is not known; methods by whose names that is unlikely (`start`, `setup`, `connect`, `close`) are left out. A lock, semaphore or condition around the write counts, and so does checking again behind the await, or setting the state before it. Only attributes of `self` and what is in them are looked at, and only where what is written has to be closed some day (by its type; by its name where that is not known): a value that two tasks work out twice is the same value, and seldom worth a lock.',
    example: {
      bad: python`
class Client:
    session = None

    async def get(self, make_session):
        if self.session is None:
            self.session = await make_session()
        return self.session
`,
      good: python`
import asyncio


class Client:
    session = None

    def __init__(self):
        self.lock = asyncio.Lock()

    async def get(self, make_session):
        async with self.lock:
            if self.session is None:
                self.session = await make_session()
        return self.session
`,
    },
  },

  *detect({ path, facts }) {
    for (const race of facts.concurrency.races(path)) {
      const { span, function: name, checkedAt, suspendedAt, isUpdate } = race;
      const related = [
        { path, span: checkedAt, message: isUpdate ? 'read here' : 'checked here' },
        { path, span: suspendedAt, message: 'others run here' },
      ];
      yield { at: span, function: name, evidence: race, related };
    }
  },

  message: ({ state, isUpdate }) =>
    isUpdate
      ? `Loses what others add to \`${state}\` during the await: it was read before`
      : `Another task may have filled in \`${state}\` during the await: it was checked before`,
});
