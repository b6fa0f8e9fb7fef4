// Python's own word on what fixes wrote.
import { spawnSync } from 'node:child_process';

const COMPILE = `
import json, sys, warnings
warnings.simplefilter("ignore")
for name, text in json.load(sys.stdin):
    try:
        compile(text, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        print(f"{name}: line {error.lineno}: {error.msg}: {(error.text or '').strip()}")
`;

/** What Python says of texts that it cannot compile, one line each. */
export function complaintsAbout(texts: readonly (readonly [name: string, text: string])[]): string[] {
  const python = process.env.PYTHON ?? 'python3';
  const { stdout, stderr, status } = spawnSync(python, ['-c', COMPILE], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}
