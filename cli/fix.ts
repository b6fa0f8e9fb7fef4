/** `--fix`, `--unsafe-fixes` and `--diff`: files rewritten, or what would be. */
import { writeFileSync } from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Fixed } from '../core/index.ts';
import { absolute, nodeFileSystem } from '../disk/file-system.ts';
import type { CheckOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import type { Problem } from './report.ts';
import { coloursFor, counted, printable, type Colours, type Terminal } from './terminal.ts';

/** Which fixes are asked for; undefined for none. */
export function fixesWanted({ fix, unsafeFixes, diff }: CheckOptions): { unsafe: boolean } | undefined {
  return fix || unsafeFixes || diff ? { unsafe: unsafeFixes === true } : undefined;
}

/** Writes files that were fixed, and tells of it; answers what could not be written. */
export function saveFixed(all: readonly Fixed[], { stderr }: Terminal): Problem[] {
  const problems: Problem[] = [];
  let files = 0;
  let findings = 0;
  for (const fixed of all) {
    const message = save(fixed);
    if (message === undefined) {
      files++;
      findings += fixed.count;
    } else problems.push({ path: fixed.path, message, isError: true });
  }
  if (files > 0) stderr.write(`Fixed ${counted(findings, 'finding')} in ${counted(files, 'file')}.\n`);
  return problems;
}

/** Answers why a file is left as it is. */
function save({ path, before, after }: Fixed): string | undefined {
  const bytes = Buffer.from(nodeFileSystem.read(path) ?? []);
  const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : Buffer.of();
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)]))) {
    return 'is not fixed: it is not UTF-8, or has changed meanwhile';
  }
  try {
    writeFileSync(path, Buffer.concat([mark, Buffer.from(after)]));
    return undefined;
  } catch (error) {
    return `cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** What would be written, as one patch. */
export function showDiff(all: readonly Fixed[], { stdout, stderr, env, cwd }: Terminal): void {
  const shown = shownFrom(absolute(cwd, '.'));
  const colours = coloursFor(stdout, env);
  for (const { path, before, after } of all) {
    const name = shown(path);
    const patch = createTwoFilesPatch(name, name, before, after, '', '', {
      headerOptions: FILE_HEADERS_ONLY,
    });
    const lines = patch.split('\n').map((line) => coloured(printableLine(line), colours));
    stdout.write(lines.join('\n'));
  }
  const findings = all.reduce((sum, { count }) => sum + count, 0);
  stderr.write(`Would fix ${counted(findings, 'finding')} in ${counted(all.length, 'file')}.\n`);
}

/** A carriage return belongs to a patch, and steers nothing at the end of a line. */
function printableLine(line: string): string {
  return line.endsWith('\r') ? `${printable(line.slice(0, -1))}\r` : printable(line);
}

function coloured(line: string, colours: Colours): string {
  if (line.startsWith('---') || line.startsWith('+++')) return colours.bold(line);
  if (line.startsWith('@@')) return colours.cyan(line);
  if (line.startsWith('-')) return colours.red(line);
  return line.startsWith('+') ? colours.green(line) : line;
}
