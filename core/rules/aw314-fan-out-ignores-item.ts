/** Fan-outs that do the same for every item. */
import type { IgnoredItem } from '../effects/ignored-items.ts';
import { defineRule, python } from './rule.ts';

export default defineRule<IgnoredItem>({
  code: 'AW314',
  name: 'fan-out-ignores-item',
  since: '0.1.0',
  guideline: [65],
  severity: { 'sync-default': 'information', hybrid: 'information', 'async-first': 'information' },
  docs: {
    what: 'Reports coroutines that are started once for each item of a collection, and get nothing of the item.',
    why: 'All of them do the very same thing. Mostly a name was meant to be the loop variable, and is that of something outside.',
    instead:
      'Pass the item. Where the same thing is wanted several times, say so: `for _ in range(len(items))`.',
    limits:
      'Silent where the variable starts with an underscore, where the loop counts by `range`, and where the item is used in any way, in a condition for example.',
    example: {
      bad: python`
import asyncio


async def run_tool(params): ...


async def run_tools(tool_calls, params):
    return await asyncio.gather(*[run_tool(params) for tool_call in tool_calls[:5]])
`,
      good: python`
import asyncio


async def run_tool(params): ...


async def run_tools(tool_calls):
    return await asyncio.gather(*[run_tool(tool_call.params) for tool_call in tool_calls[:5]])
`,
    },
  },

  *detect({ path, facts }) {
    for (const ignored of facts.concurrency.ignoredItems(path))
      yield { at: ignored.span, function: ignored.function, evidence: ignored };
  },

  message: ({ callee, item }) =>
    `\`${callee}\` is started once for each \`${item}\`, and does the same every time: \`${item}\` is not used`,
});
