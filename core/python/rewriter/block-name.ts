/** Names for functions that statements become: `read_file`, `write_file`, `use_store`, `set_position`. */
import type { BlockingPlace } from '../../model/rewriter.ts';
import type { Expression } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import type { Source } from './source.ts';

export function nameForBlock(source: Source, statement: AnyNode, { name }: BlockingPlace): string {
  if (statement.kind === Kind.With) {
    const context = statement.items[0]?.context;
    const opened = snakeCase(lastName(context));
    if (opened === 'open') return writes(source, context) ? 'write_file' : 'read_file';
    return opened === '' ? 'work' : `use_${opened}`;
  }
  return isAssignment(statement) ? `set_${snakeCase(name.split('.').at(-1) ?? '')}` : 'work';
}

function isAssignment({ kind }: AnyNode): boolean {
  return kind === Kind.Assign || kind === Kind.AugAssign || kind === Kind.AnnAssign;
}

/** The last part of what is called or named. */
function lastName(node: Expression | undefined): string {
  switch (node?.kind) {
    case Kind.Call:
      return lastName(node.callee);
    case Kind.Attribute:
      return node.name;
    case Kind.Name:
      return node.id;
    default:
      return '';
  }
}

/** Whether a file is opened for writing. */
function writes(source: Source, opening: Expression | undefined): boolean {
  const args = opening?.kind === Kind.Call ? opening.args : [];
  return args.some(({ value }) => value.kind === Kind.String && /^['"][rbt]*[wax+]/.test(source.of(value)));
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/^_+/, '')
    .toLowerCase();
}
