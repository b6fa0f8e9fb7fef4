/** Coroutines that are used as if they were what awaiting them gives. */
import type { Misuse } from '../effects/fates.ts';
import { type Lost, lostCoroutines } from './detections.ts';
import { defineRule, lostFixes, python } from './rule.ts';

const WHAT_HAPPENS: Readonly<Record<Misuse, string>> = {
  attribute: 'an attribute is looked for on the coroutine',
  item: 'the coroutine is subscripted',
  condition: 'the coroutine is a condition, and always true',
  comparison: 'the coroutine is compared',
  text: 'the coroutine itself is formatted',
  iteration: 'the loop is over the coroutine',
  context: 'the coroutine is entered as a context manager',
  unpacking: 'the coroutine is unpacked',
  arithmetic: 'the coroutine is an operand',
  call: 'the coroutine is called',
  argument: 'the coroutine is an argument where its result is meant',
};

export default defineRule<Lost>({
  code: 'AW203',
  name: 'coroutine-used-as-value',
  since: '0.1.0',
  guideline: [16, 64],
  severity: { 'sync-default': 'error', hybrid: 'error', 'async-first': 'error' },
  docs: {
    what: 'Reports coroutines that are used like the result they would give: as a condition, in a comparison, an f-string, a loop or a `with`, by attribute or subscript, as an argument of `len`, `list`, `str`, `json.dumps` and their like.',
    why: 'A coroutine is always true, equal to nothing, and has none of the attributes of its result. Conditions silently take one side for ever; everything else raises, or prints `<coroutine object …>`.',
    instead: 'Await it first: `if await is_ready():`, `(await fetch()).text`.',
    limits:
      'Reported where the coroutine is made, since that is where `await` belongs. A coroutine that is also awaited or handed on somewhere is left alone: `if task is not None: await task` is fine.',
    example: {
      bad: python`
async def is_ready(): ...


async def start():
    if is_ready():
        print("go")
`,
      good: python`
async def is_ready(): ...


async def start():
    if await is_ready():
        print("go")
`,
    },
  },

  detect: (file) => lostCoroutines(file, Object.keys(WHAT_HAPPENS) as Misuse[]),

  message: ({ callee, fate }) => `Lacks \`await\` before \`${callee}\`: ${WHAT_HAPPENS[fate as Misuse]}`,

  fixes: lostFixes,
});
