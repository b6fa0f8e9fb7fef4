// The import that a fix brings: once, in the block of its kind, in the order that is there, under a name that is free.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

const BODY = `

async def main(path):
    return load(path)
`;

/** The lines above the function, once \`load\` is called in a thread; and how. */
function imported(head: string, body = BODY): [head: string, call: string] {
  const load = `\n\ndef load(path):\n    import time\n\n    time.sleep(1)\n    return path\n`;
  const result = mended({ 'app.py': head + load + body }, 'AW101', 'offload-to-thread');
  assert.ok(typeof result !== 'string');
  const text = result['app.py'] ?? '';
  const [call = ''] = /await .*/.exec(text) ?? [];
  return [text.slice(0, text.indexOf('\n\ndef load')), call];
}

const heads = {
  'goes before what comes later': ['import time\n', 'import asyncio\nimport time\n'],
  'goes behind what comes before': ['import abc\nimport time\n', 'import abc\nimport asyncio\nimport time\n'],
  'opens the block of its kind': [
    'from __future__ import annotations\n\nimport httpx\n\nfrom . import models\n',
    'from __future__ import annotations\n\nimport asyncio\n\nimport httpx\n\nfrom . import models\n',
  ],
  'stands under what a file says of itself': [
    '#!/usr/bin/env python\n"""A file."""\n\nfrom time import sleep\nimport time\n',
    '#!/usr/bin/env python\n"""A file."""\n\nimport asyncio\nfrom time import sleep\nimport time\n',
  ],
  'leaves comments where they are': [
    '# Of the standard library.\nimport time  # sleeps\n',
    '# Of the standard library.\nimport asyncio\nimport time  # sleeps\n',
  ],
} as const;

describe('an import', () => {
  for (const [what, [before, after]] of Object.entries(heads)) {
    it(what, () => {
      assert.deepEqual(imported(before), [after, 'await asyncio.to_thread(load, path)']);
    });
  }

  it('is not added where it is there, under whatever name', () => {
    const aliased = 'import asyncio as aio\nimport time\n';
    assert.deepEqual(imported(aliased), [aliased, 'await aio.to_thread(load, path)']);
    const named = 'import time\nfrom asyncio import to_thread as in_thread\n';
    assert.deepEqual(imported(named), [named, 'await in_thread(load, path)']);
  });

  it('takes another name where its own means something else', () => {
    const body = BODY.replace('(path)', '(path, asyncio)');
    assert.deepEqual(imported('import time\n', body), [
      'import asyncio as _asyncio\nimport time\n',
      'await _asyncio.to_thread(load, path)',
    ]);
    assert.deepEqual(imported('import time\n\nasyncio = None\n'), [
      'import asyncio as _asyncio\nimport time\n\nasyncio = None\n',
      'await _asyncio.to_thread(load, path)',
    ]);
  });
});
