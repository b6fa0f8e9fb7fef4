/** `--baseline` and `--write-baseline`: only what is new is reported. */
import { posix } from 'node:path';
import { Baseline, baselineEntry, type BaselineEntry, readBaseline, writeBaseline } from '../core/index.ts';
import { readText, stat } from '../disk/file-system.ts';
import type { Report, ReportedFinding } from './report.ts';
import { counted } from './terminal.ts';

/** The entries of a baseline, or what is wrong with it. */
export function openBaseline(path: string): readonly BaselineEntry[] | string {
  const text = readText(path);
  return text === undefined ? 'there is no such file' : readBaseline(text);
}

/** What is new in a report. `isPart`: not every rule had its say, so nothing can be told of entries that have had their day. */
export function newSince(
  report: Report,
  entries: readonly BaselineEntry[],
  path: string,
  isPart: boolean,
): Report {
  const baseline = new Baseline(entries);
  const findings = report.findings.filter((found) => !baseline.take(entryOf(found, path)));
  const problem = isPart ? undefined : whatIsGone(baseline.unused(), report.files, path);
  return {
    ...report,
    findings,
    known: report.findings.length - findings.length,
    problems:
      problem === undefined
        ? report.problems
        : [...report.problems, { path, message: problem, isError: false }],
  };
}

/** The findings of a report as a baseline that is to lie at `path`. */
export function baselineText({ findings }: Report, path: string): string {
  return writeBaseline(findings.map((found) => entryOf(found, path)));
}

function entryOf({ finding, place }: ReportedFinding, baseline: string): BaselineEntry {
  return baselineEntry(finding, posix.relative(posix.dirname(baseline), place.path));
}

/** A word about entries that nothing matches, in files that were looked at or are gone. */
function whatIsGone(
  unused: readonly BaselineEntry[],
  files: readonly string[],
  path: string,
): string | undefined {
  const checked = new Set(files);
  const gone = unused.filter((entry) => {
    const file = posix.join(posix.dirname(path), entry.path);
    return checked.has(file) || !stat(file);
  });
  const [first] = gone;
  if (!first) return undefined;
  const where = first.function === '' ? first.path : `${first.path} (${first.function})`;
  return `lists ${counted(gone.length, 'finding')} no longer found, such as ${first.code} in ${where}`;
}
