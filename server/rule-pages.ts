/** The rules' own pages, which lie beside the bundles: links that work without a network. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';

const FOLDER = join(__dirname, '../docs/rules');

/** The address of a rule's page; undefined where the pages were not shipped. */
export function rulePage(code: string): string | undefined {
  const path = join(FOLDER, `${code}.md`);
  return existsSync(path) ? URI.file(path).toString() : undefined;
}
