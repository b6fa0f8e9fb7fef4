// Every rule about who may import whom, broken once: a rule that matches nothing guards nothing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import config, { floors } from '../.dependency-cruiser.mjs';

const rules = config.forbidden as readonly (IForbiddenRuleType & { name: string })[];

/** For each rule an import that breaks it: the importing file, and what it imports. */
const breaches: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries(
    floors.flat().map((room) => [`${room}-stands-on-its-floor`, [`core/${room}/a.ts`, 'core/index.ts']]),
  ),
  'front-end-knows-no-catalogue': ['core/python/a.ts', 'core/knowledge/b.ts'],
  'rules-ask-effects': ['core/rules/aw101-a.ts', 'core/program/b.ts'],
  'rules-stand-alone': ['core/rules/aw101-a.ts', 'core/rules/aw102-b.ts'],
  'only-the-door-names-python': ['core/program/a.ts', 'core/python/b.ts'],
  'core-is-pure': ['core/model/a.ts', 'node:fs'],
  'shells-use-the-door': ['cli/a.ts', 'core/service/b.ts'],
  'the-page-knows-the-workflows': ['client/webview/a.ts', 'core/effects/b.ts'],
  'disk-serves-all-shells': ['disk/a.ts', 'server/b.ts'],
  'cli-minds-its-own-business': ['cli/a.ts', 'server/b.ts'],
  'server-minds-its-own-business': ['server/a.ts', 'client/b.ts'],
  'client-minds-its-own-business': ['client/a.ts', 'cli/b.ts'],
  'nobody-ships-tests-or-tools': ['core/model/a.ts', 'test/b.ts'],
  'no-cycles': ['core/model/a.ts', 'core/model/a.ts'],
  'no-orphans': ['core/model/a.ts', ''],
  'nothing-missing': ['cli/a.ts', 'no-such-package'],
};

/** Imports that must pass, one for each door that is meant to be open. */
const ways: readonly (readonly [string, string])[] = [
  ['core/index.ts', 'core/python/b.ts'],
  ['core/service/a.ts', 'core/model/b.ts'],
  ['core/rules/aw101-a.ts', 'core/rules/rule.ts'],
  ['core/rules/index.ts', 'core/rules/aw101-b.ts'],
  ['core/rules/aw101-a.ts', 'core/effects/b.ts'],
  ['server/a.ts', 'core/index.ts'],
  ['server/a.ts', 'disk/b.ts'],
  ['disk/a.ts', 'core/model/b.ts'],
  ['cli/a.ts', 'core/model/b.ts'],
  ['cli/a.ts', 'node:fs'],
  ['client/a.ts', 'vscode'],
  ['client/webview/a.ts', 'core/workflows/b.ts'],
  ['test/a.ts', 'core/python/b.ts'],
];

describe('layers', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'awaitwise-'))));
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('every rule tells the offender what to do, and is broken below', () => {
    assert.deepEqual(rules.map(({ name }) => name).sort(), Object.keys(breaches).sort());
    for (const { name, comment } of rules) assert.ok(comment, name);
  });

  for (const [rule, [from, to]] of Object.entries(breaches)) {
    it(`${rule}: ${from} → ${to}`, async () => {
      assert.ok((await broken(from, to)).includes(rule));
    });
  }

  for (const [level, floor] of floors.entries()) {
    for (const room of floor) {
      for (const other of floors
        .slice(level)
        .flat()
        .filter((name) => name !== room)) {
        it(`core/${room} does not use core/${other}`, async () => {
          assert.ok(
            (await broken(`core/${room}/a.ts`, `core/${other}/b.ts`)).includes(`${room}-stands-on-its-floor`),
          );
        });
      }
    }
  }

  for (const [from, to] of ways) {
    it(`${from} may use ${to}`, async () => {
      assert.deepEqual(await broken(from, to), []);
    });
  }

  /** The rules that one import breaks, in a project of just these two files. */
  async function broken(from: string, to: string): Promise<string[]> {
    const up = '../'.repeat(from.split('/').length - 1);
    const imports = to === '' ? '' : `import '${to.endsWith('.ts') ? up + to : to}';\n`;
    for (const [path, text] of [
      [to, ''],
      [from, imports],
    ] as const) {
      if (!path.endsWith('.ts')) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { cruise } = await import('dependency-cruiser');
    const options: ICruiseOptions = { baseDir: root, validate: true, ruleSet: { forbidden: [...rules] } };
    const { output } = await cruise([from], { ...options, tsPreCompilationDeps: true });
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  }
});
