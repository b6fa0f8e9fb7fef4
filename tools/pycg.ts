/** `npm run pycg -- FOLDER [CATEGORY…]`: recall and precision of our call graph on PyCG's micro-benchmark, which is not part of this project. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStub } from '../disk/stubs.ts';
import { compareSnippet } from './pycg/compare.ts';

const [folder, ...categories] = process.argv.slice(2);
const snippets = folder === undefined ? '' : join(folder, 'snippets');
if (!existsSync(snippets)) {
  console.error(
    'usage: npm run pycg -- FOLDER [CATEGORY…], where FOLDER is micro-benchmark of vitsalis/PyCG',
  );
  process.exitCode = 2;
} else {
  report(categories.length > 0 ? categories : readdirSync(snippets).sort());
}

function report(names: readonly string[]): void {
  const all = { found: 0, missing: 0, surplus: 0 };
  for (const category of names) {
    const sum = { found: 0, missing: 0, surplus: 0 };
    for (const snippet of readdirSync(join(snippets, category)).sort()) {
      const { found, missing, surplus } = compareSnippet(join(snippets, category, snippet), readStub);
      sum.found += found.length;
      sum.missing += missing.length;
      sum.surplus += surplus.length;
      for (const edge of missing) console.log(`  ${category}/${snippet}: missing ${edge}`);
      for (const edge of surplus) console.log(`  ${category}/${snippet}: surplus ${edge}`);
    }
    console.log(line(category, sum));
    all.found += sum.found;
    all.missing += sum.missing;
    all.surplus += sum.surplus;
  }
  console.log(line('all', all));
}

function line(
  name: string,
  { found, missing, surplus }: { found: number; missing: number; surplus: number },
): string {
  const recall = share(found, found + missing);
  const precision = share(found, found + surplus);
  return `${name.padEnd(14)} recall ${recall} (${String(found)}/${String(found + missing)})  precision ${precision}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}
