/** Calls on the event loop that ask the file system about files. */
import type { BlockingCall } from '../effects/facts.ts';
import { blockingCalls, blockingFixes, chainText, defineRule, python } from './rule.ts';

export default defineRule<BlockingCall>({
  code: 'AW106',
  name: 'blocking-file-metadata',
  since: '0.1.0',
  guideline: [25, 127],
  severity: { 'sync-default': 'off', hybrid: 'hint', 'async-first': 'warning' },
  docs: {
    what: 'Reports calls in code on the event loop that ask the file system about files or change its entries: `exists`, `stat`, `listdir`, `mkdir`, `unlink`.',
    why: 'On a local disk such a call takes about a microsecond, far less than a hop to a thread; on a network mount it may take seconds. The guidance documents disagree on whether it matters, so profiles do too.',
    instead:
      'Group neighbouring calls into one function and call that in a worker thread. On local files it may be right to leave them: see the setting `fileIo`.',
    limits:
      'Tests are left alone: nobody else waits for their loop. Putting paths together and taking them apart asks nothing of the file system and is not reported, nor are `Path.home()` and `Path.cwd()`. The setting `fileIo` turns the rule off, or to a hint or a warning, whatever the profile says.',
    example: {
      bad: python`
import os


async def remove(path):
    if os.path.exists(path):
        os.remove(path)
`,
      good: python`
import asyncio
import os


def remove_if_there(path):
    if os.path.exists(path):
        os.remove(path)


async def remove(path):
    await asyncio.to_thread(remove_if_there, path)
`,
    },
  },

  detect: (file) => blockingCalls(file, ['fs-metadata']),

  message: (call) => `Blocks the event loop: ${chainText(call)} asks the file system`,

  fixes: blockingFixes,
});
