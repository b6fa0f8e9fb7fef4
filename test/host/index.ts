/** The suite as VS Code starts it, in the extension host: every `*.test.ts` beside this file, through mocha. */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** All others open Python files, and what the first one sets off can be seen only once. */
const FIRST = 'activation.test.js';

export async function run(): Promise<void> {
  try {
    await runTests();
  } catch (error) {
    record({ say: error instanceof Error ? error.stack : error });
    throw error;
  }
}

function runTests(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    record({ say: format(...args) });
  };
  const mocha = new Mocha({ color: false, timeout: 20_000, forbidOnly: true, forbidPending: true });
  mocha.grep(process.env.AWAITWISE_GREP ?? '');
  const others = readdirSync(__dirname).filter((file) => file.endsWith('.test.js') && file !== FIRST);
  for (const file of [FIRST, ...others.sort()]) mocha.addFile(join(__dirname, file));

  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      record({ passed: runner.stats?.passes ?? 0, failed });
      if (failed > 0) reject(new Error('not all tests passed'));
      else resolve();
    });
  });
}

/** A line for those who started VS Code; see tools/suites/record.mjs. */
function record(entry: object): void {
  const path = process.env.AWAITWISE_RECORD;
  if (path) appendFileSync(path, `${JSON.stringify(entry)}\n`);
}
