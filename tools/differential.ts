// `npm run differential -- DIR… [--python PATH]`: our parser against CPython's `ast`, every node of every file.
import { parseArgs } from 'node:util';
import { Stop, runMain } from './run.mjs';
import { compare } from './differential/compare.ts';
import { pythonFiles } from './differential/files.ts';

void runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { python: { type: 'string', default: process.env.PYTHON ?? 'python3' } },
  });
  if (positionals.length === 0)
    throw new Stop('say which folder: npm run differential -- DIR… [--python PATH]');

  const result = await compare(values.python, positionals.flatMap(pythonFiles));
  for (const line of result.rejected) console.log(`rejected by CPython: ${line}`);
  for (const line of result.unread) console.log(`unread: ${line}`);
  for (const line of result.examples) console.log(line);
  console.log(
    `Python ${result.version}: ${result.files} files, ${result.facts} facts, ${result.differences} differences, ` +
      `${result.unread.length} unread; ${result.rejected.length} files rejected by CPython`,
  );
  return result.differences + result.unread.length > 0 ? 1 : 0;
});
