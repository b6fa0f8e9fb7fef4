/** Imports of sync libraries that code on the loop of the same file calls, although async libraries do the same. */
import type { Span } from '../model/span.ts';
import type { Module } from '../program/modules.ts';
import type { BlockingCall } from './facts.ts';
import { importsOf } from './imports.ts';

export interface SyncImport {
  readonly span: Span;
  readonly function: string;
  readonly module: string;
  /** What can be awaited instead, best first. */
  readonly instead: readonly string[];
  /** The first blocking call of it. */
  readonly usedAt: Span;
}

/** How many alternatives are worth naming. */
const NAMED = 2;

export function syncImports(module: Module, calls: readonly BlockingCall[]): SyncImport[] {
  const found = new Map<string, SyncImport>();
  for (const call of calls) {
    const leaf = call.chain.at(-1);
    if ((call.kind !== 'network' && call.kind !== 'db') || leaf?.path !== module.path) continue;
    const [root = ''] = call.record.name.split('.');
    const instead = alternativesOf(call).filter((path) => !path.startsWith(`${root}.`));
    if (instead.length === 0 || found.has(root)) continue;
    for (const { entry, function: name } of importsOf(module)) {
      // `urllib.parse` is another module than the one that blocks.
      if (entry.level > 0 || !`${call.record.name}.`.startsWith(`${entry.module}.`)) continue;
      found.set(root, { span: entry.span, function: name, module: entry.module, instead, usedAt: leaf.span });
      break;
    }
  }
  return [...found.values()];
}

/** Functions of other packages; nothing where the package itself has an async side. */
function alternativesOf({ record, twin }: BlockingCall): string[] {
  const own = record.alternatives.some(({ shape }) => shape === 'await-rename' || shape === 'ctor-swap');
  if (twin || own) return [];
  return record.alternatives
    .flatMap(({ shape, path }) => (shape === 'package-swap' && path !== undefined ? [path] : []))
    .slice(0, NAMED);
}
