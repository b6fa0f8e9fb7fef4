// Programs that asyncio starts and waits for: what is written, and why a worker thread is better where nothing is.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

const HEAD = 'import asyncio\nimport subprocess\n\n\n';

function written(
  body: string,
  starter: 'exec' | 'shell' = 'exec',
  head = 'async def main(words: list[str], text: str, any):',
): string {
  const app = `${HEAD}${head}\n${body.replace(/^/gm, '    ')}\n`;
  const result = mended({ 'app.py': app }, 'AW104', `await-asyncio-create-subprocess-${starter}`);
  if (typeof result === 'string') return result;
  const [, after = ''] = result['app.py']?.split(`${head}\n`) ?? [];
  return after.replace(/^ {4}/gm, '').trimEnd();
}

describe('a process', () => {
  it('is started and awaited in one expression, where its end is all that counts', () => {
    assert.equal(
      written('if subprocess.call([*words, "-x"], cwd="/") == 0:\n    pass'),
      'if await (await asyncio.create_subprocess_exec(*words, "-x", cwd="/")).wait() == 0:\n    pass',
    );
    assert.equal(
      written('subprocess.run("make all", shell=True, check=False)', 'shell'),
      'await (await asyncio.create_subprocess_shell("make all")).wait()',
    );
    assert.equal(
      written('return subprocess.run(words).returncode'),
      'return await (await asyncio.create_subprocess_exec(*words)).wait()',
    );
    assert.equal(
      written('out, _ = subprocess.Popen("ls", stdout=subprocess.PIPE).communicate()'),
      'out, _ = await (await asyncio.create_subprocess_exec("ls", stdout=subprocess.PIPE)).communicate()',
    );
  });

  it('gives what was asked for, and no more', () => {
    assert.equal(
      written(
        'return subprocess.run(f"git {text}", shell=True, capture_output=True, text=True).stdout',
        'shell',
      ),
      `process = await asyncio.create_subprocess_shell(f"git {text}", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
stdout, _ = await process.communicate()
return stdout.decode()`,
    );
  });

  it('fails with the same error', () => {
    assert.equal(
      written('lines = subprocess.check_output(words + ["-l"], input=text.encode())'),
      `command = words + ["-l"]
given = text.encode()
process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
stdout, _ = await process.communicate(given)
if process.returncode:
    raise subprocess.CalledProcessError(process.returncode, command, stdout)
lines = stdout`,
    );
  });

  it('is left to a thread where asyncio would not do the same, or not at a glance', () => {
    const reasons = {
      'subprocess.run(words, timeout=3)':
        '`timeout=` ends the process and tells what it has written: a worker thread keeps that',
      'subprocess.run(any)': 'it is not known whether the command is a text or a list',
      'subprocess.run(any, shell=True)': 'it is not known whether the command is a text or a list',
      'subprocess.run(words, shell=True)': 'a shell takes a text, and this is a list',
      'subprocess.run(text)': 'without a shell, the words of a text are told apart on Windows alone',
      'subprocess.run("ls -l")': 'without a shell, the words of a text are told apart on Windows alone',
      'subprocess.run(words, check=any)': 'whether `check` is on is not written here',
      'subprocess.run(words, **any)': 'its options are not written out',
      'subprocess.run(words, bufsize=1)': 'asyncio has no `bufsize=`',
      'subprocess.run(words, input=b"", stdin=any)': 'its options contradict each other',
      'return any.x, subprocess.check_output(words)': 'something else in its statement comes first',
      'return subprocess.run(words, stdout=any, text=True)':
        'it is not known whether there is any text to decode',
      'process = subprocess.Popen(words)': 'what is done with the process would have to be awaited too',
      'subprocess.Popen(words, text=True).communicate()': 'it gives text, and asyncio gives bytes',
      'subprocess.Popen(words).wait(3)': 'asyncio has no `timeout=` there',
    };
    for (const [call, reason] of Object.entries(reasons)) assert.equal(written(call), reason, call);
  });
});
