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

const PYTHON = process.env.PYTHON ?? 'python3';

/** What Python says of texts that it cannot compile, one line each. */
export function complaintsAbout(texts: readonly (readonly [name: string, text: string])[]): string[] {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', COMPILE], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

/** A Python that can import these modules; Debian has packages of them for its own. Undefined where there is none. */
export function pythonWith(modules: readonly string[]): string | undefined {
  const program = modules.map((name) => `import ${name}`).join('\n');
  return [PYTHON, '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', program]).status === 0);
}
