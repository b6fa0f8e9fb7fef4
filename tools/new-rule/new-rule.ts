// Writes the two files of a new rule, after a look at whether its code and name are well-formed and free.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Stop } from '../run.mjs';
import { fixtureSkeleton, ruleSkeleton } from './skeletons.ts';

/** Answers the paths of the files it wrote. */
export async function newRule(root: string, code: string, name: string): Promise<string[]> {
  refuseMalformed(code, name);
  await refuseTwins(root, code, name);
  const files = [
    [`core/rules/${code.toLowerCase()}-${name}.ts`, ruleSkeleton(code, name)],
    [`test/rules/${code.toLowerCase()}.py`, fixtureSkeleton(code, name)],
  ] as const;
  for (const [path, contents] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), contents, { flag: 'wx' });
  }
  return files.map(([path]) => path);
}

function refuseMalformed(code: string, name: string): void {
  if (!/^AW\d{3}$/.test(code)) throw new Stop(`a code is AW and three digits, as in AW142; not ${code}`);
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Stop(`a name is two small words or more, joined by hyphens, as in blocking-sleep; not ${name}`);
  }
}

/** Codes and names are for ever, and each for one rule. */
async function refuseTwins(root: string, code: string, name: string): Promise<void> {
  const rules = await readdir(join(root, 'core/rules')).catch((): string[] => []);
  for (const file of rules) {
    const [, itsCode, itsName] = /^(aw\d{3})-(.+)\.ts$/.exec(file) ?? [];
    if (itsCode === code.toLowerCase()) throw new Stop(`core/rules/${file} has this code already`);
    if (itsName === name) throw new Stop(`core/rules/${file} has this name already`);
  }
  const fixtures = await readdir(join(root, 'test/rules')).catch((): string[] => []);
  const fixture = fixtures.find((file) => file === `${code.toLowerCase()}.py`);
  if (fixture) throw new Stop(`test/rules/${fixture} is there already, without a rule`);
}
