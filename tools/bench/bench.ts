/**
 * `npm run bench -- DIR…`: how fast the front end and a whole check are on real Python, as ratios against
 * web-tree-sitter in the same run. The first round warms up; of the others the best counts.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode } from '../../core/python/decode.ts';
import { summariseModule } from '../../core/python/summarise/summarise.ts';
import { parseModule } from '../../core/python/syntax/parser.ts';
import { tokenize } from '../../core/python/syntax/tokenizer.ts';
import { discover } from '../../disk/discover.ts';
import { benchEditor } from './editor.ts';
import { megabytes, table, type Row } from './report.ts';
import { treeSitterWalker } from './tree-sitter.ts';

const ROUNDS = 4;
const root = resolve('.');
const from = process.env.INIT_CWD ?? '.';

async function main(folders: readonly string[]): Promise<void> {
  if (folders[0] === '--editor') {
    for (const folder of folders.slice(1)) await benchEditor(resolve(from, folder));
    return;
  }
  if (folders.length === 0) {
    console.error('bench: name at least one folder of Python files: npm run bench -- DIR…');
    process.exitCode = 2;
    return;
  }
  const paths = folders.flatMap(
    (folder) => discover(resolve(from, folder), { excluded: () => false, respectGitignore: false }).files,
  );
  const texts = paths.filter((path) => path.endsWith('.py')).map((path) => decode(readFileSync(path)).text);
  const size = texts.reduce((total, text) => total + text.length, 0);
  console.log(
    `${String(texts.length)} files, ${megabytes(size)}, Node ${process.version}, best of ${String(ROUNDS - 1)} rounds\n`,
  );

  const walk = await treeSitterWalker();
  const stages: readonly [string, (text: string) => unknown][] = [
    ['tokenise', (text) => tokenize(text)],
    ['parse', parseModule],
    ['parse + summarise', (text) => summariseModule(parseModule(text))],
    ['web-tree-sitter: parse + walk', walk],
  ];
  const rows = stages.map(([name, stage]) => measure(name, texts, size, stage));
  const peer = rows.at(-1);
  console.log(table(rows, peer));
  for (const folder of folders) console.log(wholeCheck(resolve(from, folder), size));
}

function measure(
  name: string,
  texts: readonly string[],
  size: number,
  stage: (text: string) => unknown,
): Row {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const text of texts) stage(text);
    if (round > 0) best = Math.min(best, performance.now() - start);
  }
  return { name, files: texts.length, size, milliseconds: best };
}

/** A cold run of the built command line, as users start it. */
function wholeCheck(folder: string, size: number): string {
  const args = [
    join(root, 'tools', 'bench', 'peak-memory.cjs'),
    join(root, 'dist', 'cli.js'),
    'check',
    folder,
  ];
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--require', ...args, '--format', 'concise', '--exit-zero', '--no-cache'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const peak = /peak memory (\d+) kB/.exec(run.stderr)?.[1];
  const findings = run.stdout.split('\n').filter((line) => / AW\d{3} /.test(line)).length;
  const memory = peak === undefined ? '' : `, peak memory ${megabytes(Number(peak) * 1024)}`;
  return `whole check of ${folder}: ${seconds.toFixed(2)} s (${megabytes(size / seconds)}/s), ${String(findings)} findings${memory}`;
}

void main(process.argv.slice(2));
