/** The chain from a call down to the one that blocks, for people. */
import type { ChainHop } from '../model/finding.ts';
import type { Frame } from '../program/frame.ts';
import type { Effect, Reach } from './reach.ts';
import { displayName, wrappedIn } from './scopes.ts';

export interface Chain {
  readonly hops: readonly ChainHop[];
  readonly throughPackage: boolean;
}

/** Follows an effect that was found in `frame` to its leaf. */
export function chainOf(reach: Reach, frame: Frame, first: Effect): Chain {
  const hops: ChainHop[] = [];
  let throughPackage = false;
  let at = frame;
  let effect: Effect | undefined = first;
  while (effect) {
    const { site, next, record, kind }: Effect = effect;
    hops.push({
      path: at.module.path,
      span: at.module.summary.span(site.value),
      function: at.scope.qualname,
      callee: next ? functionName(next) : calleeName(record.name),
    });
    if (!next) break;
    throughPackage ||= next.module.origin === 'package';
    at = next;
    effect = reach.effects(next).get(kind);
  }
  return { hops, throughPackage };
}

/** A function as people would name it: with its class, without its module; of a wrapper, what it stands around. */
function functionName({ scope, parent }: Frame): string {
  return displayName({ scope: wrappedIn(scope, parent)?.scope ?? scope });
}

/** A catalogue name as people write it: `open`, `Path.exists`, `requests.get`. */
export function calleeName(name: string): string {
  const parts = name.replace(/\(\)/g, '').split('.');
  if (parts[0] === 'builtins') return parts.slice(1).join('.');
  return parts.length > 2 && /^[A-Z]/.test(parts.at(-2) ?? '') ? parts.slice(-2).join('.') : parts.join('.');
}
