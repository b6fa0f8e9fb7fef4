/** Where an object was built, when the code shows a single place. */
import { Op, type Value } from '../model/summary.ts';
import { definitionsOf } from './annotations.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { ancestors } from './hierarchy.ts';
import type { Located } from './names.ts';

/** Names of names of names: further than this nobody writes them on purpose. */
const MAX_STEPS = 6;

/** The call that made a value: of a local, a module's constant, or an attribute that one method sets. */
export function constructionOf(p: Evaluator, frame: Frame, value: Value, steps = 0): Located | undefined {
  if (steps > MAX_STEPS || value < 0) return undefined;
  const { summary } = frame.module;
  switch (summary.op(value)) {
    case Op.Call:
      return { frame, value };
    case Op.Annotated:
    case Op.Enter: // Most of what can be entered gives itself.
    case Op.Narrow:
    case Op.Exclude:
      return constructionOf(p, frame, summary.a(value), steps + 1);
    case Op.StoreAttribute:
      return constructionOf(p, frame, summary.c(value), steps + 1);
    case Op.Lookup:
    case Op.Import:
      return only(p, definitionsOf(p, frame, value), steps);
    case Op.Attribute:
      return only(p, attribute(p, frame, summary.a(value), summary.string(summary.b(value))), steps);
    default:
      return undefined;
  }
}

function only(
  p: Evaluator,
  found: readonly Located[] | string | undefined,
  steps: number,
): Located | undefined {
  if (found === undefined || typeof found === 'string' || found.length !== 1 || !found[0]) return undefined;
  return constructionOf(p, found[0].frame, found[0].value, steps + 1);
}

/** What is stored in an attribute: in the body of the nearest class that has it, or by its methods. */
function attribute(p: Evaluator, frame: Frame, base: Value, name: string): readonly Located[] {
  const type = p.typeOf(frame, base);
  if (type.kind !== 'instance' && type.kind !== 'class') return [];
  for (const { class: symbol } of ancestors(p, type.class)) {
    if (!symbol) return [];
    const { summary } = symbol.module;
    const stores = summary.attributes(symbol.scope.id).get(name) ?? [];
    const inBody = p.classMember(symbol, name);
    if (stores.length === 0 && inBody.length === 0) continue;
    const made = inBody.filter((at) => summary.op(at.value) !== Op.Annotated || summary.a(at.value) >= 0);
    return [
      ...made,
      ...stores.map((row) => ({
        frame: p.methodFrame(symbol, summary.scopeOf(row).id, type),
        value: summary.c(row),
      })),
    ];
  }
  return [];
}
