// Seeded damage to real files, and what of their syntax tree survives it.
import { Kind } from '../../../core/python/syntax/tree.ts';
import type { Module, Node } from '../../../core/python/syntax/tree.ts';

/** `text[start:end]` became `inserted`. */
export interface Damage {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

export type Random = (below: number) => number;

/** Mulberry32: the same numbers on every machine. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function apply(text: string, { start, end, inserted }: Damage): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

export interface Survival {
  /** Statements that stand on no damaged line. */
  readonly statements: number;
  readonly lostStatements: number;
  /** Of them, functions and classes. */
  readonly definitions: number;
  readonly lostDefinitions: readonly string[];
}

/** How many of the statements that the damage did not touch are in the tree as they were. */
export function survival(before: Module, after: Module, damage: Damage): Survival {
  const shift = damage.inserted.length - (damage.end - damage.start);
  const firstDamaged = lineStart(before.text, damage.start);
  const lastDamaged = lineEnd(before.text, damage.end);
  const found = new Set(statementsOf(after).map((node) => fingerprint(node, 0)));
  let statements = 0;
  let lostStatements = 0;
  let definitions = 0;
  const lostDefinitions: string[] = [];
  for (const node of statementsOf(before)) {
    const isBehind = node.start >= lastDamaged;
    if (!isBehind && node.end > firstDamaged) continue;
    const isLost = !found.has(fingerprint(node, isBehind ? shift : 0));
    statements++;
    if (isLost) lostStatements++;
    if (node.kind !== Kind.FunctionDef && node.kind !== Kind.ClassDef) continue;
    definitions++;
    if (isLost && 'name' in node) lostDefinitions.push(String(node.name));
  }
  return { statements, lostStatements, definitions, lostDefinitions };
}

/** Calls `visit` with each node, outer ones first, without recursion. */
export function walk(module: Module, visit: (node: Node) => void): void {
  const stack: unknown[] = [module.body];
  while (stack.length > 0) {
    const part = stack.pop();
    if (typeof part !== 'object' || part === null) continue;
    if (isNode(part)) visit(part);
    for (const child of Object.values(part).reverse()) if (typeof child === 'object') stack.push(child);
  }
}

function statementsOf(module: Module): Node[] {
  const statements: Node[] = [];
  walk(module, (node) => {
    if (node.kind >= Kind.FunctionDef) statements.push(node);
  });
  return statements;
}

const known = new WeakMap<Node, number>();

/** Kind, place and contents of a node, moved by `shift`. */
function fingerprint(node: Node, shift: number): string {
  let contents = known.get(node);
  if (contents === undefined) {
    contents = mix(node, node.start, 0);
    known.set(node, contents);
  }
  return `${node.kind} ${node.start + shift} ${contents}`;
}

function mix(part: unknown, base: number, seed: number): number {
  if (typeof part === 'number') return (Math.imul(seed, 31) + part) | 0;
  if (typeof part === 'boolean') return (Math.imul(seed, 31) + (part ? 1 : 2)) | 0;
  if (typeof part === 'string') {
    let result = seed;
    for (let at = 0; at < part.length; at++) result = (Math.imul(result, 31) + part.charCodeAt(at)) | 0;
    return result;
  }
  if (typeof part !== 'object' || part === null) return (Math.imul(seed, 31) + 7) | 0;
  let result = (Math.imul(seed, 31) + 3) | 0;
  for (const [name, value] of Object.entries(part)) {
    result = mix(isOffset(name, value) ? value - base : value, base, result);
  }
  return result;
}

function isOffset(name: string, value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && /start|end/i.test(name);
}

function isNode(part: object): part is Node {
  return 'kind' in part && 'start' in part;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charAt(at - 1) !== '\n') at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
