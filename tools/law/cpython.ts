/** CPython's own word on what fixes wrote. */
import { spawnSync } from 'node:child_process';

const COMPILE = `
import json, sys, warnings
warnings.simplefilter("ignore")
for name, text in json.load(sys.stdin):
    try:
        compile(text, name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line, code = getattr(error, "lineno", 0), getattr(error, "text", "") or ""
        print(json.dumps([name, f"line {line}: {getattr(error, 'msg', error)}: {code.strip()}"]))
`;

export const PYTHON = process.env.PYTHON ?? 'python3';

/** What CPython says of texts that it cannot compile, by name. */
export function syntaxErrors(
  texts: readonly (readonly [name: string, text: string])[],
  python = PYTHON,
): Map<string, string> {
  const { stdout, stderr, status } = spawnSync(python, ['-c', COMPILE], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as [string, string]));
}
