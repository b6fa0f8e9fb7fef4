/** A baseline: findings that somebody has decided to live with, by what stays the same when lines move. */
import type { Finding } from '../model/finding.ts';

/** One finding; two that are alike have two entries. */
export interface BaselineEntry {
  /** From the folder of the baseline. */
  readonly path: string;
  readonly function: string;
  readonly code: string;
  /** What is called where the finding stands; empty when it is not about a call. */
  readonly callee: string;
}

const VERSION = 1;
const KEYS = ['path', 'function', 'code', 'callee'] as const;

/** Findings taken off a baseline, one entry each. */
export class Baseline {
  readonly #left = new Map<string, BaselineEntry[]>();

  constructor(entries: readonly BaselineEntry[]) {
    for (const entry of entries) {
      const alike = this.#left.get(keyOf(entry));
      if (alike) alike.push(entry);
      else this.#left.set(keyOf(entry), [entry]);
    }
  }

  /** Whether there is an entry left for it, which is then used. */
  take(finding: BaselineEntry): boolean {
    return this.#left.get(keyOf(finding))?.pop() !== undefined;
  }

  /** Entries that no finding has used. */
  unused(): BaselineEntry[] {
    return [...this.#left.values()].flat();
  }
}

/** `path` as the baseline has it. */
export function baselineEntry({ code, function: name, chain }: Finding, path: string): BaselineEntry {
  return { path, function: name, code, callee: chain[0]?.callee ?? '' };
}

/** An entry a line, in an order of their own, so that versions of it can be compared and merged. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`).sort();
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** The entries; or why it is no baseline, to stand behind its name. */
export function readBaseline(text: string): readonly BaselineEntry[] | string {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    return `is no baseline: it is no JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const { version, findings } = asTable(written);
  if (version !== VERSION) return `is no baseline: "version" is not ${VERSION}`;
  if (!Array.isArray(findings)) return 'is no baseline: "findings" is no list';
  const bad = findings.findIndex((entry) => KEYS.some((key) => typeof asTable(entry)[key] !== 'string'));
  if (bad >= 0) return `is no baseline: entry ${bad + 1} of "findings" needs texts for ${KEYS.join(', ')}`;
  return findings as BaselineEntry[];
}

function keyOf(entry: BaselineEntry): string {
  return KEYS.map((key) => entry[key]).join('\n');
}

function asTable(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
