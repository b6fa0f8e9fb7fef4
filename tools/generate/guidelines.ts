// Generates the last table of docs/guidelines.md, which rule holds which guideline, and knows the headings of that page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { anchor, table, withSection } from './markdown.ts';
import { rulesIn } from './rules.ts';

const PAGE = 'docs/guidelines.md';

export interface Guideline {
  readonly number: number;
  /** `123. Never block inside a coroutine` */
  readonly heading: string;
  /** From the project's folder. */
  readonly link: string;
}

export const guidelineTable: Generator = {
  name: 'guideline-table',
  async files(root) {
    const page = await readFile(join(root, PAGE), 'utf8').catch(() => undefined);
    if (page === undefined) return new Map();
    const rules = (await rulesIn(root)).map(({ rule }) => rule);
    const rows = guidelines(page).flatMap(({ number, heading, link }) => {
      const holding = rules.filter(({ guideline }) => guideline.includes(number));
      const codes = holding.map(({ code }) => `[${code}](rules/${code}.md)`);
      return codes.length === 0 ? [] : [[`[${heading}](${link.slice(PAGE.length)})`, codes.join(', ')]];
    });
    return new Map([[PAGE, withSection(page, 'rules', table(['guideline', 'rules'], rows))]]);
  },
};

/** The numbered headings of the page. */
function guidelines(page: string): Guideline[] {
  return Array.from(page.matchAll(/^### ((\d+)\. .*)$/gm), ([, heading = '', number]) => ({
    number: Number(number),
    heading,
    link: `${PAGE}#${anchor(heading)}`,
  }));
}

export async function readGuidelines(root: string): Promise<Guideline[]> {
  return guidelines(await readFile(join(root, PAGE), 'utf8'));
}
