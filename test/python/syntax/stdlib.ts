// The standard library of the machine's Python: real code to try the parser on.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { decode } from '../../../core/python/decode.ts';
import { pythonFiles } from '../../../tools/differential/files.ts';

export const python = process.env.PYTHON ?? 'python3';

export function standardLibrary(): string {
  const question = 'import sysconfig; print(sysconfig.get_paths()["stdlib"])';
  const { stdout, status } = spawnSync(python, ['-c', question], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${python} does not run`);
  return stdout.trim();
}

/** Texts of about `count` modules of ordinary size, the same ones on each run. */
export function someModules(count: number): readonly string[] {
  const paths = pythonFiles(standardLibrary())
    // Tests hold broken files on purpose.
    .filter((path) => !/[\\/](?:tests?|lib2to3)[\\/]/.test(path))
    .filter((path) => statSync(path).size > 4000 && statSync(path).size < 60_000)
    .sort();
  const step = Math.max(1, Math.floor(paths.length / count));
  return paths.filter((_, index) => index % step === 0).map((path) => decode(readFileSync(path)).text);
}
