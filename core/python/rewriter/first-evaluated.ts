/** Where other statements may go in front of one: what they do instead of a part of it is what comes first in it anyway. */
import type { Expression, Statement } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';
import type { Span } from '../../model/span.ts';

/** The statement of which the end of a path is what is evaluated first; undefined when something comes before. */
export function beginsStatement(path: Path): Statement | undefined {
  for (let at = path.length - 2; at >= 0; at--) {
    const around = path[at] as AnyNode;
    const inner = path[at + 1] as AnyNode;
    if (around.kind >= Kind.FunctionDef) return asStatement(around as Statement, inner);
    const before = evaluatedBefore(around as Expression, inner);
    if (!before?.every(isInert)) return undefined;
  }
  return undefined;
}

/** Where something can be inserted in front of a statement. */
export function opening(source: Source, statement: AnyNode): Span | Obstacle {
  if (!source.beginsLine(statement.start)) return new Obstacle('it shares a line with other code');
  if (statement.kind === Kind.If && source.text.startsWith('elif', statement.start))
    return new Obstacle('it is one branch of a longer `if`');
  const start = source.lineStart(statement.start);
  return { start, end: start };
}

/** The statement itself, where it begins by evaluating this part, and evaluates it once. */
function asStatement(statement: Statement, inner: AnyNode): Statement | undefined {
  switch (statement.kind) {
    case Kind.ExpressionStatement:
    case Kind.Return:
      return statement;
    case Kind.Assign:
      return statement.value === inner ? statement : undefined;
    case Kind.AnnAssign:
      return statement.value === inner && statement.target.kind === Kind.Name ? statement : undefined;
    case Kind.For:
      return statement.iterable === inner && !statement.isAsync ? statement : undefined;
    case Kind.If:
      return statement.test === inner ? statement : undefined;
    default:
      return undefined;
  }
}

/** What an expression evaluates before one of its parts; undefined when it may not evaluate that, or more than once. */
function evaluatedBefore(around: Expression, inner: AnyNode): readonly Expression[] | undefined {
  const upTo = (parts: readonly Expression[]) => parts.slice(0, parts.indexOf(inner as Expression));
  switch (around.kind) {
    case Kind.Attribute:
    case Kind.Await:
    case Kind.Starred:
      return [];
    case Kind.Unary:
      return [];
    case Kind.NamedExpression:
      return around.value === inner ? [] : undefined;
    case Kind.Call:
      return upTo([around.callee, ...around.args.map(({ value }) => value)]);
    case Kind.Subscript:
      return upTo([around.value, around.index]);
    case Kind.Binary:
      return upTo([around.left, around.right]);
    case Kind.Compare:
      return around.operands.indexOf(inner as Expression) > 1 ? undefined : upTo(around.operands);
    case Kind.Bool:
      return around.values[0] === inner ? [] : undefined;
    case Kind.Conditional:
      return around.test === inner ? [] : undefined;
    case Kind.List:
    case Kind.Tuple:
    case Kind.Set:
      return upTo(around.items);
    default:
      return undefined;
  }
}

/** To evaluate it sooner or later comes to the same. */
export function isInert({ kind }: Expression): boolean {
  return kind === Kind.Name || kind === Kind.Constant || kind === Kind.String;
}
