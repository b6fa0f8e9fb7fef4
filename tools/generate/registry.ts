// All generators, and the two things to do with them: write their files, or name those that are stale.
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as prettier from 'prettier';
import type { Generator } from './generator.ts';
import { cataloguePage } from './catalogue-page.ts';
import { catalogueIndex } from './catalogue.ts';
import { guidelineTable } from './guidelines.ts';
import { l10n } from './l10n.ts';
import { manifest } from './manifest.ts';
import { rulePages } from './rule-pages.ts';
import { rulesIndex } from './rules-index.ts';

const generators: readonly Generator[] = [
  catalogueIndex,
  cataloguePage,
  rulesIndex,
  manifest,
  l10n,
  guidelineTable,
  rulePages,
];

/** The generated files that are not as their source has it; each is written when `write` is set. */
export async function staleFiles(root: string, { write }: { write: boolean }): Promise<string[]> {
  const stale: string[] = [];
  for (const generator of generators) {
    for (const [path, contents] of await generator.files(root)) {
      const fresh = await formatted(join(root, path), contents);
      if ((await contentsOf(join(root, path))) === fresh) continue;
      stale.push(path);
      if (write) await overwrite(join(root, path), fresh);
    }
  }
  return stale;
}

/** Generated files are laid out like written ones, so that formatting needs no exceptions. */
async function formatted(path: string, contents: string): Promise<string> {
  const { inferredParser } = await prettier.getFileInfo(path);
  if (inferredParser === null) return contents;
  return prettier.format(contents, { ...(await prettier.resolveConfig(path)), filepath: path });
}

function contentsOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

async function overwrite(path: string, contents: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
