// The rules of a project's folder, read from their files: the index over them may be stale.
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Rule } from '../../core/rules/rule.ts';

export interface RuleSource {
  readonly rule: Rule;
  /** From the project's folder. */
  readonly path: string;
}

export async function rulesIn(root: string): Promise<RuleSource[]> {
  const names = (await readdir(join(root, 'core/rules'))).filter((name) => /^aw\d{3}-.*\.ts$/.test(name));
  // Not `import()`, which knows nothing of TypeScript when tests run.
  const load = createRequire(join(root, 'package.json'));
  return names.sort().map((name) => {
    const path = `core/rules/${name}`;
    const { default: rule } = load(`./${path}`) as { default: Rule };
    return { rule, path };
  });
}
