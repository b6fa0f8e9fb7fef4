/** Whether what calls one function could call another in its place with the same arguments. */
import type { Parameter } from '../model/summary.ts';
import type { FunctionSymbol } from '../program/symbols.ts';

/** `other` takes every argument that `one` takes, under the same name and at the same place, and wants no more. */
export function takesTheSame(one: FunctionSymbol, other: FunctionSymbol): boolean {
  const [known, offered] = [parametersOf(one), parametersOf(other)];
  const takesMore = offered.some(({ form }) => form === 'args');
  const takesAny = offered.some(({ form }) => form === 'kwargs');
  const isTaken = (parameter: Parameter): boolean => {
    const { name, form } = parameter;
    if (form === 'args') return takesMore;
    if (form === 'kwargs') return takesAny;
    const twin = offered.find((each) => each.name === name && !isRest(each));
    if (!twin) return form === 'positional-only' ? takesMore : takesAny && (isKeyword(form) || takesMore);
    return isKeyword(form) || placeOf(offered, twin) === placeOf(known, parameter);
  };
  const isKnown = ({ name }: Parameter) => known.some((each) => each.name === name);
  // A function that only forwards says nothing of what it takes.
  const isForwarding = known.length > 0 && known.every(isRest);
  return (
    isForwarding ||
    (known.every(isTaken) && offered.every((each) => isRest(each) || each.default >= 0 || isKnown(each)))
  );
}

/** Without `self` or `cls`. */
function parametersOf({ scope, owner, modifiers }: FunctionSymbol): readonly Parameter[] {
  return owner && !modifiers.isStatic ? scope.parameters.slice(1) : scope.parameters;
}

function isRest({ form }: Parameter): boolean {
  return form === 'args' || form === 'kwargs';
}

function isKeyword(form: Parameter['form']): boolean {
  return form === 'keyword-only';
}

/** Among those that are given by position; -1 for the others. */
function placeOf(parameters: readonly Parameter[], parameter: Parameter): number {
  return parameters.filter(({ form }) => form === 'positional-only' || form === 'plain').indexOf(parameter);
}
