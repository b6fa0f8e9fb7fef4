// Gathers what the extension says to people into one bundle, for translators; VS Code finds translations beside it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Generator } from './generator.ts';

/** Where package.json says that it is. */
const BUNDLE = 'media/l10n/bundle.l10n.json';

export const l10n: Generator = {
  name: 'l10n',
  async files(root) {
    const said = new Set<string>();
    for (const path of await glob('client/**/*.ts', { cwd: root })) {
      for (const text of saidIn(await readFile(join(root, path), 'utf8'))) said.add(text);
    }
    if (said.size === 0) return new Map();
    const words = Object.fromEntries([...said].sort().map((text) => [text, text]));
    return new Map([[BUNDLE, JSON.stringify(words)]]);
  },
};

/** The literals of `l10n.t('…')`. */
export function saidIn(text: string): string[] {
  return Array.from(text.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g), ([, literal = '']) =>
    literal.replace(/\\(.)/g, '$1'),
  );
}
