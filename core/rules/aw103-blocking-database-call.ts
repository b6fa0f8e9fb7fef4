/** Calls on the event loop that wait for a database. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW103',
  name: 'blocking-database-call',
  since: '0.1.0',
  guideline: [28, 92, 123],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that wait for a database through a sync driver or ORM.',
    why: 'A query takes as long as the database and the network between need; every other task on the event loop waits with it.',
    instead:
      "Use the driver's async API (`AsyncSession`, `redis.asyncio`, `AsyncMongoClient`, Django's `a…` methods), or run the whole unit of work in a worker thread.",
    limits:
      'Building a query (`filter`, `select`) is not reported; what runs it is, iterating over it included. A relation that loads itself when an attribute is read is not seen.',
    example: {
      bad: python`
import sqlite3


async def users(path):
    connection = sqlite3.connect(path)
    return connection.execute("SELECT name FROM users").fetchall()
`,
      good: python`
import asyncio
import sqlite3


def read_users(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT name FROM users").fetchall()


async def users(path):
    return await asyncio.to_thread(read_users, path)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['db']),

  message: (call) => `Blocks the event loop: ${chainText(call)} waits for the database`,

  fixes: blockingFixes,
});
