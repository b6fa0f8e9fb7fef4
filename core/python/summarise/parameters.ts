/** Writes the annotations and defaults of parameters: they are evaluated where the function is defined. */
import type { Parameter, Value } from '../../model/summary.ts';
import type { Expression, Parameter as Node } from '../syntax/tree.ts';
import type { Lowering } from './frame.ts';

type Lower = (state: Lowering, node: Expression) => Value;

/** The two ways to lower are handed in because lambdas have parameters and parameters may hold lambdas. */
export function lowerParameters(
  state: Lowering,
  nodes: readonly Node[],
  lowerExpression: Lower,
  lowerAnnotation: Lower,
): Parameter[] {
  return nodes.map((node) => ({
    name: node.name,
    form: node.form,
    annotation: node.annotation ? lowerAnnotation(state, node.annotation) : -1,
    default: node.default ? lowerExpression(state, node.default) : -1,
  }));
}
