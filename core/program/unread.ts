/**
 * What the code of an installed package leaves open goes by its name, as it would had the package not been read: who
 * knows the package may know what such a name means. Inside packages nothing is gained by it.
 */
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import type { FunctionType, Type } from './types.ts';

/** `type`, the result of a call in `frame`. */
export function namedResult(p: Evaluator, frame: Frame, callee: Type, type: Type): Type {
  if (type.kind !== 'unknown' || callee.kind !== 'function' || frame.module.origin !== 'workspace')
    return type;
  return callee.function.module.origin === 'package' ? p.types.external(`${nameOf(callee)}()`) : type;
}

/** `type`, a member that is asked for in `frame`. */
export function namedMember(p: Evaluator, frame: Frame, base: Type, name: string, type: Type): Type {
  if (type.kind !== 'unknown' || frame.module.origin !== 'workspace') return type;
  switch (base.kind) {
    case 'instance':
      return base.class.module.origin === 'package' ? p.types.external(`${base.class.name}().${name}`) : type;
    case 'module':
      return base.module.origin === 'package' ? p.types.external(`${base.module.name}.${name}`) : type;
    default:
      return type;
  }
}

/** By the receiver's class, where that is of a package too. */
function nameOf({ function: symbol, receiver }: FunctionType): string {
  if (receiver?.kind !== 'instance' && receiver?.kind !== 'class') return symbol.name;
  const { name, module } = receiver.class;
  return module.origin === 'package' ? `${name}.${symbol.scope.name}` : symbol.name;
}
