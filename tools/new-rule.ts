// `npm run new-rule -- AW142 name-of-the-rule`: writes a rule and its fixture, ready to be filled.
import { root, runMain, Stop } from './run.mjs';
import { newRule } from './new-rule/new-rule.ts';

void runMain(async () => {
  const [code, name, ...rest] = process.argv.slice(2);
  if (code === undefined || name === undefined || rest.length > 0) {
    throw new Stop('say `npm run new-rule -- AW142 name-of-the-rule`');
  }
  for (const path of await newRule(root, code, name)) console.log(`wrote ${path}`);
  console.log('Fill both, then: npm run generate, UPDATE=1 npm test, and read the diff.');
  return 0;
});
