/** Locks that a program makes of a condition. As those of `threading`, they are held for a moment, and nobody waits long. */
import { type FileSummary, Op, type Scope } from '../model/summary.ts';
import type { CallSite } from '../program/call-sites.ts';
import type { Frame } from '../program/frame.ts';

/** `RWLock`, `read_write_lock`, `Mutex`; no clock, and nothing that blocks. */
const LOCK = /(?<![bc])lock$|mutex$|(?<![bc])lock(?=[A-Z_])/i;

/** What gives a lock back wakes those who wait for it. */
const WAKES = /^notify(_all)?$/;

/** `self._condition.wait()` in a class that says by its name that it is a lock, and that wakes whoever waits. */
export function isWaitForOwnLock({ module: { summary }, scope }: Frame, site: CallSite): boolean {
  const callee = summary.a(site.value);
  if (site.kind !== 'call' || memberOf(summary, callee) !== 'wait') return false;
  const owner = summary.scope(scope.parent);
  if (owner.kind !== 'class' || !LOCK.test(owner.name)) return false;
  return summary.scopes.some(
    (method) => method !== scope && method.parent === owner.id && wakes(summary, method),
  );
}

function wakes(summary: FileSummary, { first, end }: Scope): boolean {
  for (let row = first; row < end; row++) {
    if (summary.op(row) === Op.Call && WAKES.test(memberOf(summary, summary.a(row)))) return true;
  }
  return false;
}

function memberOf(summary: FileSummary, callee: number): string {
  return summary.op(callee) === Op.Attribute ? summary.string(summary.b(callee)) : '';
}
