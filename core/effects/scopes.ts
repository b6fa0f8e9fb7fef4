/** What a scope is called, and whether `await` may stand in it. */
import type { FileSummary, Scope } from '../model/summary.ts';

/** As people would name a function: with its class, without its module. */
export function displayName({ scope }: { readonly scope: Scope }): string {
  return scope.qualname.split('.').slice(-2).join('.');
}

/** In a coroutine, and at the top level of a notebook. */
export function mayAwait(summary: FileSummary, scope: Scope): boolean {
  return scope.isAsync || (scope.kind === 'module' && summary.data.cells.length > 0);
}

/** A test, or a function inside of one. */
export function isTest({ qualname }: Scope): boolean {
  return /(^|\.)test_/.test(qualname);
}
