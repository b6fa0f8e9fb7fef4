/** Names for functions that statements become. */
import type { BlockingPlace } from '../../model/rewriter.ts';
import { Kind } from '../syntax/tree.ts';
import { type AnyNode, below } from './children.ts';
import type { Source } from './source.ts';

/** `read_file`, `write_file`, `use_store`, `set_position`. */
export function nameForBlock(source: Source, statement: AnyNode, { name, span }: BlockingPlace): string {
  const last = snakeCase(name.split('.').at(-1) ?? '');
  if (statement.kind !== Kind.With) return isAssignment(statement) ? `set_${last}` : 'work';
  if (last === 'open') return writes(source, statement, span.start) ? 'write_file' : 'read_file';
  // `Store.__enter__` is called by its class.
  const opened = last.startsWith('__') ? snakeCase(name.split('.').at(-2) ?? '') : last;
  return /^\w+$/.test(opened) ? `use_${opened}` : 'work';
}

function isAssignment({ kind }: AnyNode): boolean {
  return kind === Kind.Assign || kind === Kind.AugAssign || kind === Kind.AnnAssign;
}

/** Whether the file that is opened at a place is opened for writing. */
function writes(source: Source, statement: AnyNode, start: number): boolean {
  for (const node of below(statement)) {
    if (node.kind !== Kind.Call || node.start !== start) continue;
    return node.args.some(
      ({ value }) => value.kind === Kind.String && /^['"][rbt]*[wax+]/.test(source.of(value)),
    );
  }
  return false;
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
