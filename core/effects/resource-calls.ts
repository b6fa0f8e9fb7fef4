/** Calls that open something which somebody has to close: clients, sessions, pools, files. */
import type { Catalogue, Resource } from '../knowledge/catalogue.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { argumentOf, type NamedCall, namedCalls } from './named-calls.ts';

export interface ResourceCall extends NamedCall {
  readonly resource: Resource;
}

export function* resourceCalls(p: Evaluator, catalogue: Catalogue, module: Module): Iterable<ResourceCall> {
  const sieve = { test: (name: string) => catalogue.mayHave('resources', name) };
  for (const found of namedCalls(p, module, sieve, (names) => names.length > 0)) {
    const resource = catalogue.resource(found.names);
    if (!resource) continue;
    const { borrows } = resource;
    if (borrows === undefined || argumentOf(found.frame, found.call, borrows) === undefined)
      yield { ...found, resource };
  }
}
