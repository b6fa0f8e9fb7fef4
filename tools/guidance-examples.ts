/**
 * `npm run guidance-examples -- FOLDER`: lists the code examples of the guidance documents, S0 to S4 in the order of
 * their names, which are not part of this project. What stands in them is retold in `test/rules/guidance`, and a test
 * fails when one of the list has no fixture there.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runMain, Stop } from './run.mjs';

const LIST = join(root, 'test/rules/guidance/examples.json');
const BLOCK = /^```(\w*)\n(.*?)^```/gms;

void runMain(async () => {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined || rest.length > 0) throw new Stop('say `npm run guidance-examples -- FOLDER`');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const found = texts.flatMap((text, document) =>
    [...text.matchAll(BLOCK)].map(([, language = '', block = ''], at) => ({
      example: `s${String(document)}-${String(at + 1).padStart(2, '0')}`,
      holds: contents(language, block),
      sha256: createHash('sha256').update(block).digest('hex').slice(0, 16),
    })),
  );
  const lines = found.map((one) => `  ${JSON.stringify(one)}`).join(',\n');
  await writeFile(LIST, `[\n${lines}\n]\n`);
  console.log(`listed ${String(found.length)} examples of ${String(names.length)} documents`);
  return 0;
});

/** Only Python with a statement in it can be a fixture. */
function contents(language: string, block: string): 'code' | 'comments' | 'no Python' {
  if (language !== 'python') return 'no Python';
  return block.split('\n').some((line) => /^\s*[^\s#]/.test(line)) ? 'code' : 'comments';
}
