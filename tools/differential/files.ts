// The Python files of a folder.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['site-packages', '__pycache__', '.git', 'node_modules']);

export function pythonFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const inner = join(path, entry.name);
    if (entry.isDirectory()) return pythonFiles(inner);
    return entry.isFile() && /\.pyi?$/.test(entry.name) ? [inner] : [];
  });
}
