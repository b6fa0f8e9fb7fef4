/** Calls of coroutine functions whose coroutine is dropped on the spot. */
import { type Lost, lostCoroutines } from './detections.ts';
import { defineRule, lostFixes, python } from './rule.ts';

export default defineRule<Lost>({
  code: 'AW201',
  name: 'coroutine-not-awaited',
  since: '0.1.0',
  guideline: [16, 82],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports calls of coroutine functions as statements of their own: the coroutine is neither awaited nor kept.',
    why: 'Calling an `async def` only makes a coroutine; its body runs when somebody awaits it. Here nobody can any more, so nothing happens: no error, no log line, only a `RuntimeWarning` when the object is collected.',
    instead:
      'Await it. To let it run beside the code that follows, start a task and keep a reference to it. In a plain function, make that function and its callers async, or start the loop at the entry point.',
    limits:
      'The function is found through imports, attributes, methods, `super()` and plain functions that return its coroutine on every path. The rule says nothing where a decorator that could not be read stands on it, where a subclass may override it with a plain method, or where the call may mean something else too.',
    example: {
      bad: python`
async def notify(user): ...


async def sign_up(user):
    notify(user)
`,
      good: python`
async def notify(user): ...


async def sign_up(user):
    await notify(user)
`,
    },
  },

  detect: (file) => lostCoroutines(file, ['discarded']),

  message: ({ callee, canAwait }) =>
    canAwait
      ? `Never runs \`${callee}\`: its coroutine is not awaited`
      : `Never runs \`${callee}\`: its coroutine is made in plain code, which cannot await it`,

  fixes: lostFixes,
});
