/** What a scope is called, and whether `await` may stand in it. */
import type { FileSummary, Scope } from '../model/summary.ts';
import type { Frame } from '../program/frame.ts';
import type { FunctionSymbol } from '../program/symbols.ts';

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

/** The function that a decorator's wrapper was made around: the one that people know by name. */
export function wrappedIn({ decorators }: Scope, closure: Frame | undefined): FunctionSymbol | undefined {
  if (!closure || decorators.length === 0) return undefined;
  const [only, ...others] = [...closure.bindings.values()].filter(({ kind }) => kind === 'function');
  return only?.kind === 'function' && others.length === 0 ? only.function : undefined;
}
