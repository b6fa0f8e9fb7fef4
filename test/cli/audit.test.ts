/** `awaitwise audit`: every call in a coroutine that is not awaited, with its leaf, the verdict and what to wrap. */
import assert from 'node:assert/strict';
import { removeFolders } from '../disk/folder.ts';
import { inFolder } from './terminal.ts';

const DOCTOR = `import asyncio
import unread


def check_config_valid(path):
    with open(path) as file:
        return file.read() != ""


def total(numbers):
    return sum(numbers)


async def run_doctor(path):
    is_valid = check_config_valid(path)
    unread.report(is_valid)
    await asyncio.sleep(0)
    return total([1, 2])


async def offloads(path):
    return await asyncio.to_thread(check_config_valid, path)


def in_plain_code(path):
    return check_config_valid(path)
`;

interface Audited {
  readonly coroutine: string;
  readonly line: number;
  readonly call: string;
  readonly verdict: string;
  readonly leaf?: string;
  readonly wrap?: string;
}

describe('awaitwise audit', () => {
  after(removeFolders);

  it('lists the calls of coroutines that are not awaited, and nothing else', async () => {
    const { out, err, code } = await inFolder({ 'doctor.py': DOCTOR }, ['audit', '--format', 'json']);
    assert.deepEqual({ err, code }, { err: '', code: 0 });
    const { calls } = JSON.parse(out) as { calls: Audited[] };
    assert.deepEqual(
      calls.map(({ coroutine, line, verdict, leaf, wrap }) => [coroutine, line, verdict, leaf, wrap]),
      [
        ['run_doctor', 15, 'blocks', 'open', 'check_config_valid'],
        ['run_doctor', 16, 'unsure', undefined, undefined],
        ['run_doctor', 18, 'never', undefined, undefined],
      ],
    );
  });

  it('writes Markdown with a table for each coroutine', async () => {
    const { out } = await inFolder({ 'doctor.py': DOCTOR }, ['audit', 'doctor.py']);
    assert.match(out, /^# Calls in coroutines that are not awaited\n\n3 calls: 1 block, 1 unsure\.\n/);
    assert.match(
      out,
      /\n## `doctor\.py`: `run_doctor`\n\n\| line \| call \| verdict \| leads to \| wrap \|\n/,
    );
    assert.ok(
      out.includes(
        '| 15:16 | `check_config_valid(path)` | blocks (file) | `check_config_valid → open` | `check_config_valid` |',
      ),
      out,
    );
  });

  it('writes CSV that is quoted where it has to be', async () => {
    const code = 'import time\n\n\nasync def nap():\n    print("a, b", time.sleep(1))\n';
    const { out } = await inFolder({ 'nap.py': code }, ['audit', '--format', 'csv']);
    const [head, first, second, ...rest] = out.split('\r\n');
    assert.equal(head, 'path,position,coroutine,call,verdict,kinds,leaf,chain,wrap');
    assert.equal(first, 'nap.py,5:5,nap,"print(""a, b"", time.sleep(1))",never blocks,,,,');
    assert.equal(second, 'nap.py,5:19,nap,time.sleep(1),blocks,sleep,time.sleep,time.sleep,time.sleep');
    assert.deepEqual(rest, ['']);
  });

  it('says what it cannot use', async () => {
    const { out, err, code } = await inFolder({ 'a.py': DOCTOR }, ['audit', 'missing']);
    assert.equal(code, 2);
    assert.match(err, /missing/);
    assert.match(out, /0 calls/);
  });
});
