/** What a loop does with what each turn gave: it fills a list, or a dict. */
import type { For, FunctionDef, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { targets } from './binding.ts';
import { below } from './children.ts';
import { Obstacle } from './placement.ts';
import type { Source } from './source.ts';

export interface Filling {
  readonly statement: Statement;
  /** What takes all results: `texts.extend`. */
  readonly into: string;
  /** What one turn gives. */
  readonly value: string;
}

/** What a loop does with what a turn gave, in its last line. */
export function filling(source: Source, loop: For, fn: FunctionDef): Filling | Obstacle {
  const last = lastOf(loop.body);
  const found = last && (appending(source, last) ?? storing(source, last, fn));
  if (!found) return new Obstacle('its turns do not just fill a list or a dict');
  const { name, value, into } = found;
  const mentions = [...below(loop)].filter((node) => node.kind === Kind.Name && node.id === name);
  return mentions.length > 1
    ? new Obstacle(`\`${name}\` is looked at meanwhile`)
    : { statement: last, value, into };
}

interface Filled extends Omit<Filling, 'statement'> {
  readonly name: string;
}

/** `texts.append(text)`. */
function appending(source: Source, last: Statement): Filled | undefined {
  const call = last.kind === Kind.ExpressionStatement ? last.value : undefined;
  const callee = call?.kind === Kind.Call ? call.callee : undefined;
  if (call?.kind !== Kind.Call || callee?.kind !== Kind.Attribute || callee.name !== 'append')
    return undefined;
  const [arg, ...others] = call.args;
  if (callee.value.kind !== Kind.Name || !arg || others.length > 0 || arg.stars > 0) return undefined;
  const name = callee.value.id;
  return { name, into: `${name}.extend`, value: inParentheses(source.of(arg.value)) };
}

/** `found[key] = value`, where `found` is known to be a dict. */
function storing(source: Source, last: Statement, fn: FunctionDef): Filled | undefined {
  const target = last.kind === Kind.Assign && last.targets.length === 1 ? last.targets[0] : undefined;
  if (last.kind !== Kind.Assign || target?.kind !== Kind.Subscript || target.value.kind !== Kind.Name)
    return undefined;
  const { id: name } = target.value;
  const isPlain = target.index.kind === Kind.Name || target.index.kind === Kind.Attribute;
  const isDict = [...below(fn)].some(
    (node) =>
      (node.kind === Kind.Assign || node.kind === Kind.AnnAssign) &&
      node.value?.kind === Kind.Dict &&
      targets(...(node.kind === Kind.Assign ? node.targets : [node.target])).has(name),
  );
  if (!isPlain || !isDict) return undefined;
  return {
    name,
    into: `${name}.update`,
    value: `${source.of(target.index)}, ${inParentheses(source.of(last.value))}`,
  };
}

/** The last statement; what stands in a `with` block is followed into it. */
function lastOf(body: readonly Statement[]): Statement | undefined {
  const last = body.at(-1);
  return last?.kind === Kind.With ? lastOf(last.body) : last;
}

/** What goes over several lines may have stood in the parentheses of the call. */
function inParentheses(text: string): string {
  return /[\r\n]/.test(text) ? `(${text})` : text;
}
