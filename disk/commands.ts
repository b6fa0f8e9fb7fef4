/** The functions that a project's metadata makes commands: `[project.scripts]` and its elders. */
import { posix } from 'node:path';
import { parse } from 'smol-toml';
import { readText } from './file-system.ts';

/** Files that may say so. */
export const METADATA_FILES: ReadonlySet<string> = new Set(['pyproject.toml', 'setup.cfg', 'setup.py']);

/** As the metadata has them, `shop.main:run`; files that cannot be read say nothing. */
export function declaredCommands(files: readonly string[]): string[] {
  const found = files.flatMap((path) => {
    const text = readText(path);
    return text === undefined ? [] : inFile(posix.basename(path), text);
  });
  // What follows in brackets are extras.
  return [...new Set(found.map((target) => target.replace(/\s*\[.*$/, '').trim()))];
}

function inFile(name: string, text: string): string[] {
  switch (name) {
    case 'pyproject.toml':
      return inToml(text);
    case 'setup.cfg':
      return targets(/^console_scripts\s*=[ \t]*\n?((?:[ \t]+\S.*\n?)*)/m.exec(text)?.[1]);
    default:
      return targets(/console_scripts["']?\s*[:=]\s*\[([^\]]*)\]/.exec(text)?.[1]);
  }
}

/** What stands behind the `=` of each line or string. */
function targets(section = ''): string[] {
  return Array.from(section.matchAll(/=\s*([\w.]+:[\w.]+)/g), ([, target = '']) => target);
}

const TABLES = [
  ['project', 'scripts'],
  ['project', 'gui-scripts'],
  ['tool', 'poetry', 'scripts'],
];

function inToml(text: string): string[] {
  // Most have no commands, and reading TOML takes its time.
  if (!text.includes('scripts')) return [];
  let whole: unknown;
  try {
    whole = parse(text);
  } catch {
    return [];
  }
  return TABLES.flatMap((keys) => {
    const table = keys.reduce(inTable, whole);
    return isTable(table) ? Object.values(table) : [];
  }).flatMap((target) => {
    const reference = isTable(target) ? target.reference : target;
    return typeof reference === 'string' ? reference : [];
  });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inTable(table: unknown, key: string): unknown {
  return isTable(table) ? table[key] : undefined;
}
