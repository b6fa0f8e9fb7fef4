// `npm run new-rule -- AW142 name-of-the-rule`: writes a rule and its fixture, ready to be filled.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runMain, Stop } from './run.mjs';
import { fixtureSkeleton, ruleSkeleton } from './new-rule/skeletons.ts';

void runMain(async () => {
  const [code, name, ...rest] = process.argv.slice(2);
  if (code === undefined || name === undefined || rest.length > 0) {
    throw new Stop('say `npm run new-rule -- AW142 name-of-the-rule`');
  }
  if (!/^AW\d{3}$/.test(code)) throw new Stop(`a code is AW and three digits, as in AW142; not ${code}`);
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Stop(`a name is two small words or more, joined by hyphens, as in blocking-sleep; not ${name}`);
  }
  await refuseTwins(code, name);
  await write('core/rules', `${code.toLowerCase()}-${name}.ts`, ruleSkeleton(code, name));
  await write('test/rules', `${code.toLowerCase()}.py`, fixtureSkeleton(code, name));
  console.log('Fill both, then: npm run generate, UPDATE=1 npm test, and read the diff.');
  return 0;
});

/** Codes and names are for ever, and for one rule each. */
async function refuseTwins(code: string, name: string): Promise<void> {
  const rules = await readdir(join(root, 'core/rules')).catch((): string[] => []);
  for (const file of rules) {
    const [, itsCode, itsName] = /^(aw\d{3})-(.+)\.ts$/.exec(file) ?? [];
    if (itsCode === code.toLowerCase()) throw new Stop(`core/rules/${file} has this code already`);
    if (itsName === name) throw new Stop(`core/rules/${file} has this name already`);
  }
}

async function write(folder: string, file: string, contents: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, file), contents, { flag: 'wx' });
  console.log(`wrote ${folder}/${file}`);
}
