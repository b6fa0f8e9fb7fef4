/** The baseline of a folder: findings that somebody has decided to live with, and that are not shown. */
import { posix } from 'node:path';
import { Baseline, baselineEntry, type BaselineEntry, readBaseline } from '../core/index.ts';
import type { Finding } from '../core/model/finding.ts';
import { readText } from '../disk/file-system.ts';

export class KnownFindings {
  /** What is wrong with the file; undefined when nothing is, or none is named. */
  readonly problem: string | undefined;
  /** By the path from the baseline's folder. */
  readonly #entries = new Map<string, BaselineEntry[]>();

  /** `path` is absolute; undefined when there is no baseline. */
  constructor(readonly path: string | undefined) {
    if (path === undefined) return;
    const text = readText(path);
    const read = text === undefined ? 'there is no such file' : readBaseline(text);
    if (typeof read === 'string') {
      this.problem = `${path}: ${read}`;
      return;
    }
    for (const entry of read) {
      const here = this.#entries.get(entry.path);
      if (here) here.push(entry);
      else this.#entries.set(entry.path, [entry]);
    }
  }

  /** The findings of one file that are new. */
  without(findings: readonly Finding[]): readonly Finding[] {
    const [first] = findings;
    if (this.path === undefined || !first) return findings;
    const relative = posix.relative(posix.dirname(this.path), first.path);
    const baseline = new Baseline(this.#entries.get(relative) ?? []);
    return findings.filter((finding) => !baseline.take(baselineEntry(finding, relative)));
  }
}
