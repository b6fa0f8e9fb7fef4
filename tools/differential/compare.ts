// Runs CPython over files and sets what its `ast` sees against what our parser sees.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { decode } from '../../core/python/decode.ts';
import { parseModule } from '../../core/python/syntax/parser.ts';
import { moduleFacts } from './facts.ts';

export interface Comparison {
  /** Of the Python that was asked. */
  readonly version: string;
  /** Files that CPython reads, and those of them that we do not. */
  readonly files: number;
  readonly unread: readonly string[];
  /** Files that CPython rejects, with its reason. */
  readonly rejected: readonly string[];
  readonly facts: number;
  readonly differences: number;
  /** The first of them, readable. */
  readonly examples: readonly string[];
}

interface Head {
  readonly version: readonly number[];
  readonly exactFields: boolean;
}

type Answer =
  | { readonly path: string; readonly facts: readonly string[] }
  | { readonly path: string; readonly error: string };

const MOST_EXAMPLES = 200;
const script = join(__dirname, '..', 'differential.py');

export async function compare(python: string, paths: readonly string[]): Promise<Comparison> {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.end(paths.join('\n'));

  const totals = new Totals();
  let head: Head | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (head) totals.add(JSON.parse(line) as Answer, head.exactFields);
    else head = JSON.parse(line) as Head;
  }
  const code = await ended;
  if (code !== 0 || !head) throw new Error(`${python} ended with ${code}`);
  return { ...totals.result(), version: head.version.join('.') };
}

class Totals {
  private files = 0;
  private facts = 0;
  private differences = 0;
  private readonly unread: string[] = [];
  private readonly rejected: string[] = [];
  private readonly examples: string[] = [];

  add(answer: Answer, exactFields: boolean): void {
    const { path } = answer;
    if ('error' in answer) {
      this.rejected.push(`${path}: ${answer.error}`);
      return;
    }
    this.files++;
    this.facts += answer.facts.length;
    const { text, problem } = decode(readFileSync(path));
    if (problem) {
      this.unread.push(`${path} ${problem.message}`);
      return;
    }
    const module = parseModule(text);
    const first = module.problems[0];
    if (first) this.unread.push(`${path}:${lineOf(text, first.start)}: ${first.message}`);
    this.compare(path, text, answer.facts, moduleFacts(module, exactFields));
  }

  /** Both sorted. */
  private compare(path: string, text: string, theirs: readonly string[], ours: readonly string[]): void {
    let their = 0;
    let our = 0;
    while (their < theirs.length || our < ours.length) {
      const a = theirs[their];
      const b = ours[our];
      if (a === b) {
        their++;
        our++;
      } else if (b === undefined || (a !== undefined && a < b)) {
        this.difference(path, text, `only CPython: ${a ?? ''}`);
        their++;
      } else {
        this.difference(path, text, `only Awaitwise: ${b}`);
        our++;
      }
    }
  }

  private difference(path: string, text: string, what: string): void {
    this.differences++;
    if (this.examples.length >= MOST_EXAMPLES) return;
    const offset = Number(/ (\d+)/.exec(what)?.[1] ?? 0);
    this.examples.push(`${path}:${lineOf(text, offset)}: ${what}`);
  }

  result(): Omit<Comparison, 'version'> {
    const { files, facts, differences, unread, rejected, examples } = this;
    return { files, facts, differences, unread, rejected, examples };
  }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
