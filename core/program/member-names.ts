/** The names that a method of a value may go by, for questions to the catalogue. */

import type { Evaluator } from './evaluator.ts';
import { memberType } from './members.ts';
import { alternatives, type Type } from './types.ts';

/** Empty when the value or its method is not known. */
export function memberNames(p: Evaluator, type: Type, method: string): readonly string[] {
  return alternatives(type).flatMap((each) => {
    const member = memberType(p, each, method);
    if (member.kind === 'function') return p.namesOf(member);
    return member.kind === 'external' ? [member.path] : [];
  });
}
