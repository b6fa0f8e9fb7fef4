/** Methods whose colour differs from that of the method they override. */
import type { AsyncOverride } from '../effects/async-overrides.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<AsyncOverride>({
  code: 'AW207',
  name: 'override-async-mismatch',
  since: '0.1.0',
  guideline: [66],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports coroutine functions that override a plain method, and plain methods that override a coroutine function.',
    why: 'Whoever calls the method through the base class knows one of the two. A caller that does not await gets a coroutine that never runs; one that awaits gets a `TypeError`.',
    instead:
      'Make both async or both plain. Where the base class needs both, give it two methods, such as `run` and `arun`.',
    limits:
      'A plain method is fine when it returns an awaitable, and nothing is said when that is not known. Of a method with an empty body only the annotation counts. Methods that somebody asks about first, by `iscoroutinefunction(x.run)` or `isawaitable(x.run())`, may be either. A class that is called the async side of one that it derives from, as `AsyncStore(Store)`, has coroutine functions on purpose. Where all calls of a method in the program do as the override wants, nothing is said of it. Base classes and decorators that could not be read silence the rule.',
    example: {
      bad: python`
class Handler:
    def handle(self, event):
        print(event)


class Mailer(Handler):
    async def handle(self, event): ...
`,
      good: python`
class Handler:
    async def handle(self, event):
        print(event)


class Mailer(Handler):
    async def handle(self, event): ...
`,
    },
  },

  *detect({ path, facts }) {
    for (const override of facts.coroutines.overrides(path)) {
      const { span, function: name, baseAt } = override;
      const related = baseAt ? [{ ...baseAt, message: 'overridden here' }] : [];
      yield { at: span, function: name, evidence: override, related };
    }
  },

  message: ({ base, isAsync }) =>
    isAsync
      ? `Overrides the plain \`${base}\` with a coroutine function, which its callers do not await`
      : `Overrides the coroutine function \`${base}\` with a plain one, which its callers await`,
});
