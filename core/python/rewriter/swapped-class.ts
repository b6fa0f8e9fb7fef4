/** What is known of one member of a class that is made of its async twin. */
import type { SwappedClass, TakenArguments } from '../../model/swap.ts';

export interface SwappedMember {
  /** What the last part of its name becomes. */
  readonly renamed: string | undefined;
  readonly isAwaited: boolean;
}

/** A method that is called, or an attribute that is read: `chat.completions.create`; undefined when nothing is said. */
export function memberOf(type: SwappedClass, path: string): SwappedMember | undefined {
  if (bestOf(type.except ?? [], path) !== undefined) return undefined;
  if (isBelow(type.alike ?? [], path)) return undefined;
  const renamed = type.renamed?.[path];
  const alike = bestOf(type.alike ?? [], path);
  const awaited = bestOf(type.awaited ?? [], path);
  if (renamed === undefined && alike === undefined && awaited === undefined) return undefined;
  const isAwaited = awaited !== undefined && (alike === undefined || weight(awaited) >= weight(alike));
  return { renamed, isAwaited };
}

/** Of what is named itself, no pattern says what is inside. */
function isBelow(names: readonly string[], path: string): boolean {
  return names.some((name) => path.startsWith(`${name}.`));
}

/** What is said of a member by name, or else by the pattern that says most. */
export function saidOf<T>(table: Readonly<Record<string, T>> | undefined, path: string): T | undefined {
  const best = table && bestOf(Object.keys(table), path);
  return best === undefined ? undefined : table?.[best];
}

export function argumentsOf({ arguments: all = [] }: SwappedClass, path: string): TakenArguments | undefined {
  return all.find(({ calls }) => bestOf(calls, path) !== undefined);
}

function bestOf(patterns: readonly string[], path: string): string | undefined {
  if (patterns.includes(path)) return path;
  return patterns
    .filter((pattern) => pattern.includes('*') && matches(pattern, path))
    .sort((a, b) => weight(b) - weight(a))[0];
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern
    .split('.')
    .map((part) => (part === '**' ? '[a-z]\\w*(?:\\.[a-z]\\w*)*' : part === '*' ? '[a-z]\\w*' : part));
  return new RegExp(`^${parts.join('\\.')}$`).test(path);
}

/** The more of a pattern is written out, the more it says; a single name says more than any number of them. */
function weight(pattern: string): number {
  return pattern.includes('*') ? pattern.replace(/\*\*/g, '').length : Infinity;
}
