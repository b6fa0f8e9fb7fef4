/** What stubs say of code that says too little of itself: `x.pyi` beside `x.py`, and `pkg-stubs`. */
import type { CallArguments } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import { ancestors } from './hierarchy.ts';
import { exported } from './names.ts';
import type { ClassSymbol, FunctionSymbol } from './symbols.ts';
import type { Type } from './types.ts';

/** What the stub's function of the same name returns; unknown without one. */
export function stubbedReturn(p: Evaluator, symbol: FunctionSymbol, args: CallArguments): Type {
  const { owner, module, scope } = symbol;
  if (!p.modules.stubOf(module)) return p.types.unknown;
  const twin = owner ? ownStubbedMember(p, owner, scope.name) : stubbedName(p, symbol);
  if (twin?.kind === 'property') return p.resultOf(twin.getter);
  if (twin?.kind !== 'function' || twin.function.scope.isAsync !== scope.isAsync) return p.types.unknown;
  const result = p.callResult(twin, args);
  return inSource(p, result.kind === 'coroutine' ? p.awaited(result) : result);
}

/** A member of a class or of those above it, as the stub has it; undefined without one. */
export function stubbedMember(p: Evaluator, symbol: ClassSymbol, name: string): Type | undefined {
  for (const { class: ancestor } of ancestors(p, symbol)) {
    const found = ancestor && ownStubbedMember(p, ancestor, name);
    if (found) return inSource(p, found);
  }
  return undefined;
}

function ownStubbedMember(p: Evaluator, symbol: ClassSymbol, name: string): Type | undefined {
  const twin = stubbedName(p, symbol);
  if (twin?.kind !== 'class') return undefined;
  const found = p.classMember(twin.class, name);
  return found.length > 0
    ? p.types.union(found.map(({ frame, value }) => p.typeOf(frame, value)))
    : undefined;
}

/** What a stub calls by the name of a function or class that stands in no other. */
function stubbedName(p: Evaluator, { module, scope }: FunctionSymbol | ClassSymbol): Type | undefined {
  const stub = p.modules.stubOf(module);
  const [definition] = stub && scope.parent === 0 ? exported(p, stub, scope.name) : [];
  return definition && p.typeOf(definition.frame, definition.value);
}

/** Classes of a stub as the code has them, whose methods have bodies. */
function inSource(p: Evaluator, type: Type): Type {
  if (type.kind === 'union') return p.types.union(type.members.map((member) => inSource(p, member)));
  if (type.kind !== 'instance' && type.kind !== 'class') return type;
  const { module, scope } = type.class;
  const source = module.origin === 'stub' && scope.parent === 0 ? p.modules.sourceOf(module) : undefined;
  const [definition] = source ? exported(p, source, scope.name) : [];
  const found = definition && p.typeOf(definition.frame, definition.value);
  if (found?.kind !== 'class') return type;
  return type.kind === 'class' ? found : p.types.instance(found.class, type.args);
}
