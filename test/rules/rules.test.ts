// Every rule finds what its fixtures have drawn, and nothing else.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../core/index.ts';
import { PROFILES, type Profile } from '../../core/model/profile.ts';
import type { Environment } from '../../core/model/workspace.ts';
import { findingsIn, type Texts } from '../analyse.ts';
import { marksOf, withMarks, withoutMarks } from '../markup.ts';

const isUpdate = process.env.UPDATE !== undefined && process.env.CI === undefined;

describe('rules', () => {
  for (const name of readdirSync(__dirname).filter((entry) => /^aw\d{3}/.test(entry))) {
    it(`${name} is as it is drawn`, () => {
      const drawn = filesOf(name);
      const fresh = redrawn(drawn, name.slice(0, 'aw101'.length).toUpperCase());
      if (isUpdate) for (const [path, text] of fresh) writeFileSync(join(fixtureFolder(name), path), text);
      else for (const [path, text] of fresh) assert.equal(drawn.get(path), text, `${name}: UPDATE=1 redraws`);
    });
  }
});

/** Draws the findings of a rule, even of one that is off, and of its family: others say in their own fixtures what they see. */
function redrawn(drawn: Texts, code: string): Texts {
  const family = code.slice(0, 'AW1'.length);
  const texts = new Map([...drawn].map(([path, text]) => [path, withoutMarks(text)]));
  const profile = profileOf(texts);
  const usual = new Map(rules.map(({ code, severity }) => [code, severity[profile]]));
  const found = findingsIn(texts, { profile, select: [family, code] }, pythonOf(texts));
  const marks = found.flatMap((finding) => marksOf(finding, usual.get(finding.code)));
  return new Map(
    [...texts].map(([path, text]) => [
      path,
      withMarks(
        text,
        marks.filter((mark) => mark.path === path),
      ),
    ]),
  );
}

/** A fixture may open with `# profile: async-first`. */
function profileOf(texts: Texts): Profile {
  const named = [...texts.values()].map((text) => /^# profile: (\S+)\n/.exec(text)?.[1]);
  return PROFILES.find((profile) => named.includes(profile)) ?? 'hybrid';
}

/** A fixture may open with `# python: 3.10`, or with `# installed python: 3.10` where the project says nothing of it. */
function pythonOf(texts: Texts): Partial<Environment> {
  for (const text of texts.values()) {
    const found = /^# (installed )?python: (\d+)\.(\d+)\n/.exec(text);
    if (found)
      return {
        pythonVersion: [Number(found[2]), Number(found[3])],
        isVersionDeclared: found[1] === undefined,
      };
  }
  return {};
}

/** One file, or all Python in a folder. */
function filesOf(name: string): Map<string, string> {
  const folder = fixtureFolder(name);
  const paths = name.endsWith('.py')
    ? [name]
    : readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths
      .filter((path) => path.endsWith('.py'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function fixtureFolder(name: string): string {
  return name.endsWith('.py') ? __dirname : join(__dirname, name);
}
