/** Who uses an attribute of a class's objects: whether it is only the methods of that class. */
import { Op } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import { isSubclass } from '../program/hierarchy.ts';
import type { Module } from '../program/modules.ts';
import type { ClassSymbol } from '../program/symbols.ts';
import { alternatives, type Type } from '../program/types.ts';

/** The class in `module` whose name stands at `nameStart`. */
export interface ClassPlace {
  readonly module: Module;
  readonly nameStart: number;
}

/** Whether something outside of the class may mean the attribute `name` of its objects. */
export function isUsedElsewhere(
  p: Evaluator,
  modules: Iterable<Module>,
  { module: home, nameStart }: ClassPlace,
  name: string,
): boolean {
  const scope = home.summary.scopes.find(({ nameSpan }) => nameSpan.start === nameStart);
  const owner = scope && p.classAt(p.genericFrame(home, scope.parent), scope.id);
  if (!owner) return true;
  for (const module of modules) {
    const { summary } = module;
    if (!summary.data.strings.includes(name)) continue;
    for (let row = 0; row < summary.size; row++) {
      const op = summary.op(row);
      if (op !== Op.Attribute && op !== Op.StoreAttribute) continue;
      if (summary.string(summary.b(row)) !== name) continue;
      const { start, end } = summary.span(row);
      if (module === home && scope.span.start <= start && end <= scope.span.end) continue;
      const frame = p.genericFrame(module, summary.scopeOf(row).id);
      const types = alternatives(p.types.withoutNone(p.typeOf(frame, summary.a(row))));
      // What has a private name is used from other files only by what is known well.
      const isSecret = module !== home && name.startsWith('_');
      if (types.some((type) => mayBe(p, type, owner, isSecret))) return true;
    }
  }
  return false;
}

/** An object of the class, of one below it, or of one above it. */
function mayBe(p: Evaluator, type: Type, owner: ClassSymbol, isSecret: boolean): boolean {
  if (type.kind === 'instance' || type.kind === 'class') {
    return isSubclass(p, type.class, owner) || isSubclass(p, owner, type.class);
  }
  // What a library gives may hold anything.
  return !isSecret && (type.kind === 'unknown' || (type.kind === 'external' && type.path.includes('(')));
}
