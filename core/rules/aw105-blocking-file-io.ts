/** Calls on the event loop that read or write files. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW105',
  name: 'blocking-file-io',
  since: '0.1.0',
  guideline: [25, 117, 126, 127],
  severity: { 'sync-default': 'information', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that read or write what is in files: `open`, archives, parsers that are given a file, `shutil`.',
    why: 'A file may lie on a slow disk or a network mount, and may be larger than it was in the test. Every other task waits until it is read.',
    instead:
      'Put the whole `with` block into a function and call that in a worker thread: one hop instead of one for each read. `aiofiles` or `anyio` do where the project has them already.',
    limits:
      'Tests are left alone: nobody else waits for their loop. Files in memory (`BytesIO`, `StringIO`), the terminal and log messages are not reported. A function that reads what it is given, such as `json.load(f)`, is reported when `f` is a file on disk. The setting `fileIo` turns the rule off, or to a warning, whatever the profile says.',
    example: {
      bad: python`
import json


async def settings(path):
    with open(path) as file:
        return json.load(file)
`,
      good: python`
import asyncio
import json


def read_settings(path):
    with open(path) as file:
        return json.load(file)


async def settings(path):
    return await asyncio.to_thread(read_settings, path)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['file']),

  message: (call) => `Blocks the event loop: ${chainText(call)} reads or writes a file`,

  fixes: blockingFixes,
});
