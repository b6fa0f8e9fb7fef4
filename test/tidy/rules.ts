// Every rule is itself wherever it shows: file, code, name, fixture, changelog.
import type { Invariant, Project } from './project.ts';

const RULE = /^core\/rules\/(aw\d{3})-([^/]+)\.ts$/;
const FIXTURE = /^test\/rules\/(aw\d{3})[^/]*(\/|\.py$)/;

interface RuleFile {
  readonly path: string;
  /** As in the file's name: `aw101`. */
  readonly code: string;
  readonly name: string;
  readonly text: string;
}

function rulesOf({ paths, text }: Project): RuleFile[] {
  return paths.flatMap((path) => {
    const [, code, name] = RULE.exec(path) ?? [];
    return code !== undefined && name !== undefined ? [{ path, code, name, text: text(path) }] : [];
  });
}

/** The value of a field that is written as a string: `code: 'AW101'`. */
function field({ text }: RuleFile, key: string): string | undefined {
  return new RegExp(`^ {2}${key}: '([^']*)'`, 'm').exec(text)?.[1];
}

const ruleHasFixture: Invariant = {
  title: 'every rule has a fixture',
  complaints: (project) => {
    const tested = new Set(project.paths.map((path) => FIXTURE.exec(path)?.[1]));
    return rulesOf(project)
      .filter(({ code }) => !tested.has(code))
      .map(({ path }) => `${path} has no fixture`);
  },
  breach: { 'core/rules/aw101-some-name.ts': '', 'test/rules/aw102.py': '' },
};

/** `~~~~ AW101: …`, and functions over which no such mark stands. */
const fixtureShowsBoth: Invariant = {
  title: 'the fixtures of a rule draw an alarm of it, and hold functions without one',
  complaints: ({ paths, text }) => {
    const fixtures = paths.filter((path) => FIXTURE.test(path) && path.endsWith('.py'));
    const codes = new Set(fixtures.map((path) => FIXTURE.exec(path)?.[1] ?? ''));
    return [...codes].flatMap((code) => {
      const texts = fixtures.filter((path) => FIXTURE.exec(path)?.[1] === code).map(text);
      const mark = new RegExp(`^# *~+ ${code.toUpperCase()}\\b`, 'm');
      const parts = texts.flatMap((each) => each.split(/^(?=(?:async )?def |class )/m));
      return [
        parts.some((part) => mark.test(part)) ? [] : [`${code} has no alarm drawn`],
        parts.some((part) => !/^# *~+ AW/m.test(part) && /\S/.test(part)) ? [] : [`${code} is never silent`],
      ].flat();
    });
  },
  breach: { 'test/rules/aw101.py': 'def sleeps(): ...\n' },
};

const fixtureHasRule: Invariant = {
  title: 'every fixture has a rule',
  complaints: (project) => {
    const codes = new Set(rulesOf(project).map(({ code }) => code));
    return project.paths
      .filter((path) => {
        const [, code] = FIXTURE.exec(path) ?? [];
        return code !== undefined && !codes.has(code);
      })
      .map((path) => `${path} tests no rule`);
  },
  breach: { 'core/rules/aw101-some-name.ts': '', 'test/rules/aw102/app.py': '' },
};

const fileNameIsCodeAndName: Invariant = {
  title: 'the file of a rule is called by its code and name',
  complaints: (project) =>
    rulesOf(project).flatMap((rule) => {
      const inside = `${field(rule, 'code')?.toLowerCase() ?? 'no code'}-${field(rule, 'name') ?? 'no name'}`;
      return inside === `${rule.code}-${rule.name}` ? [] : [`${rule.path} holds ${inside}`];
    }),
  breach: { 'core/rules/aw101-some-name.ts': "  code: 'AW101',\n  name: 'another-name',\n" },
};

const namesAreUnique: Invariant = {
  title: 'codes and names are for one rule each',
  complaints: (project) => {
    const taken = new Map<string, string>();
    return rulesOf(project).flatMap(({ path, code, name }) =>
      [code, name].flatMap((word) => {
        const other = taken.get(word);
        taken.set(word, path);
        return other === undefined ? [] : [`${path} and ${other} are both ${word}`];
      }),
    );
  },
  breach: { 'core/rules/aw101-some-name.ts': '', 'core/rules/aw102-some-name.ts': '' },
};

const sinceIsInChangelog: Invariant = {
  title: 'the version that brought a rule is in the changelog',
  complaints: (project) => {
    const released = new Set(project.text('CHANGELOG.md').match(/(?<=^## )\S+/gm));
    return rulesOf(project).flatMap((rule) => {
      const since = field(rule, 'since') ?? 'no version';
      return released.has(since) ? [] : [`${rule.path} came with ${since}, which CHANGELOG.md does not have`];
    });
  },
  breach: { 'CHANGELOG.md': '## 0.1.0\n', 'core/rules/aw101-some-name.ts': "  since: '0.2.0',\n" },
};

const guidelinesExist: Invariant = {
  title: 'the guidelines that a rule cites are headings of docs/guidelines.md',
  complaints: (project) => {
    const known = new Set(project.text('docs/guidelines.md').match(/(?<=^### )\d+(?=\. )/gm));
    return rulesOf(project).flatMap(({ path, text }) => {
      const list = /^ {2}guideline: \[([^\]]*)\]/m.exec(text)?.[1];
      const cited = list === undefined ? ['no guideline'] : (list.match(/\d+/g) ?? []);
      return cited.filter((number) => !known.has(number)).map((number) => `${path} cites ${number}`);
    });
  },
  breach: { 'docs/guidelines.md': '### 1. Start\n', 'core/rules/aw101-some-name.ts': '  guideline: [2],\n' },
};

export const ruleInvariants = [
  ruleHasFixture,
  fixtureShowsBoth,
  fixtureHasRule,
  fileNameIsCodeAndName,
  namesAreUnique,
  sinceIsInChangelog,
  guidelinesExist,
];
