/** Clients with a pool of connections that are built for one request, or for one turn of a loop. */
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Frameworks, Registration } from '../knowledge/frameworks.ts';
import { type FileSummary, Op, RegionKind, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Module } from '../program/modules.ts';
import { calleeName } from './chain.ts';
import { type Spot, spotOf } from './named-calls.ts';
import { regionAround } from './regions.ts';
import { registrationOf } from './registrations.ts';
import { type ResourceCall, resourceCalls } from './resource-calls.ts';
import { type Uses, usesOf } from './uses.ts';

export interface ClientPerCall extends Spot {
  /** As people write it: `httpx.AsyncClient`. */
  readonly client: string;
  /** What the function is to its framework; undefined for the turn of a loop. */
  readonly role: string | undefined;
}

/** Functions that a framework calls once, or that are there to build things. */
const CALLED_ONCE =
  /^(start-up|shut-down|set-up|lifespan|hook|test|script|component|extension|worker|loader|persister|service|check)$/;

export function clientsPerCall(
  p: Evaluator,
  catalogue: Catalogue,
  frameworks: Frameworks,
  module: Module,
): ClientPerCall[] {
  const { summary } = module;
  const found: ClientPerCall[] = [];
  let uses: Uses | undefined;
  const roles = new Map<number, Registration | undefined>();
  for (const call of resourceCalls(p, catalogue, module)) {
    const { frame, call: row, names, resource } = call;
    if (!resource.pools || dependsOnCall(summary, row)) continue;
    uses ??= usesOf(summary);
    if (isKept(summary, uses, call)) continue;
    const { scope } = frame;
    if (!roles.has(scope.id)) roles.set(scope.id, registrationOf(p, frameworks, module, scope));
    const role = roles.get(scope.id)?.role;
    const client = calleeName(names.at(-1) ?? '');
    if (isInLoop(summary, row)) found.push({ ...spotOf(frame, row), client, role: undefined });
    else if (role !== undefined && !CALLED_ONCE.test(role))
      found.push({ ...spotOf(frame, row), client, role });
  }
  return found;
}

/** A `while` is left out: what it builds anew is often what broke. */
function isInLoop(summary: FileSummary, row: Value): boolean {
  const loop = regionAround(summary, row, (region) => {
    const kind = summary.regionKind(region);
    return kind === RegionKind.For || kind === RegionKind.AsyncFor || kind === RegionKind.Comprehension;
  });
  return loop >= 0;
}

/** Another one for each turn or caller is needed when it is built from what the turn or the caller brings. */
function dependsOnCall(summary: FileSummary, call: Value): boolean {
  const seen = new Set<Value>();
  const depends = (value: Value): boolean => {
    if (value < 0 || seen.has(value)) return false;
    seen.add(value);
    switch (summary.op(value)) {
      case Op.Parameter:
        return !isReceiver(summary, value);
      case Op.Iterate:
      case Op.Unpack:
        return true;
      case Op.Call:
        return depends(summary.a(value)) || summary.args(value).some((argument) => depends(argument.value));
      case Op.Attribute:
      case Op.Await:
      case Op.Annotated:
      case Op.Narrow:
      case Op.Exclude:
      case Op.Enter:
        return depends(summary.a(value));
      case Op.Subscript:
      case Op.Binary:
        return depends(summary.a(value)) || depends(summary.b(value));
      case Op.Choice:
      case Op.Display:
      case Op.Format:
      case Op.Truth:
        return [...summary.list(summary.a(value))].some(depends);
      case Op.Dict:
        return [...summary.list(summary.a(value)), ...summary.list(summary.b(value))].some(depends);
      default:
        return false;
    }
  };
  return summary.args(call).some(({ value }) => depends(value));
}

function isReceiver(summary: FileSummary, parameter: Value): boolean {
  const { parent } = summary.scopeOf(parameter);
  return summary.a(parameter) === 0 && parent >= 0 && summary.scope(parent).kind === 'class';
}

/** Whether it outlives the call: stored, returned, yielded, handed on. */
function isKept(summary: FileSummary, uses: Uses, { call }: ResourceCall): boolean {
  const seen = new Set<Value>();
  const keeps = (value: Value): boolean => {
    if (seen.has(value)) return false;
    seen.add(value);
    return uses.of(value).some(({ role, by }) => {
      if (role === 'same' || role === 'awaited') return keeps(by);
      if (role === 'named') return summary.c(by) !== summary.scopeOf(by).id;
      return role === 'kept' || role === 'element' || role === 'passed';
    });
  };
  return keeps(call);
}
