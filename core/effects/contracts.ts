/**
 * What people say of a function in a comment on it: `# awaitwise: blocking[file]`, `# awaitwise: nonblocking`. It stands
 * behind the head of the `def`, or alone above it, and goes before all that the catalogue knows and the code shows.
 */
import { type BlockingRecord, declaredRecord } from '../knowledge/catalogue.ts';
import { BLOCKING_KINDS, type BlockingKind } from '../model/blocking-kind.ts';
import type { Directive, FileSummary, Scope, ScopeId } from '../model/summary.ts';
import type { Frame } from '../program/frame.ts';
import type { Module } from '../program/modules.ts';

export type Contract = 'nonblocking' | BlockingRecord;

/** `blocking`, `nonblocking`, with or without `[kinds]`; whatever follows is for the reader. */
const FORM = /^(?<not>non)?blocking(?![\w-])\s*(?:\[(?<kinds>[^\]]*))?/i;

/** What a comment that does not say how a function blocks is taken to mean. */
const UNSAID: readonly BlockingKind[] = ['wait'];

const known = new WeakMap<Module, ReadonlyMap<ScopeId, Contract>>();

export function contractOf({ module, scope }: Pick<Frame, 'module' | 'scope'>): Contract | undefined {
  if (module.summary.data.directives.length === 0) return undefined;
  let contracts = known.get(module);
  if (!contracts) known.set(module, (contracts = contractsIn(module)));
  return contracts.get(scope.id);
}

/** Words in comments on functions that name no way of blocking. */
export function unknownKinds(directives: readonly Directive[]): { at: Directive['span']; names: string[] }[] {
  return directives.flatMap(({ span, text }) => {
    const names = (read(text)?.kinds ?? []).filter((kind) => !isKind(kind));
    return names.length > 0 ? [{ at: span, names }] : [];
  });
}

function contractsIn({ name, summary }: Module): ReadonlyMap<ScopeId, Contract> {
  const contracts = new Map<ScopeId, Contract>();
  const said = summary.data.directives.flatMap((directive) => {
    const contract = read(directive.text);
    return contract ? [{ directive, contract }] : [];
  });
  if (said.length === 0) return contracts;
  for (const scope of summary.scopes) {
    if (scope.kind !== 'function') continue;
    const found = said.find(({ directive }) => isOn(summary, scope, directive));
    if (!found) continue;
    const { not, kinds } = found.contract;
    const ways = kinds.filter(isKind);
    contracts.set(
      scope.id,
      not ? 'nonblocking' : declaredRecord(`${name}.${scope.qualname}`, ways.length > 0 ? ways : UNSAID),
    );
  }
  return contracts;
}

function read(text: string): { readonly not: boolean; readonly kinds: readonly string[] } | undefined {
  const groups = FORM.exec(text)?.groups;
  if (!groups) return undefined;
  const kinds = groups.kinds?.split(',').map((kind) => kind.trim().toLowerCase()) ?? [];
  return { not: groups.not !== undefined, kinds: kinds.filter((kind) => kind !== '') };
}

function isKind(word: string): word is BlockingKind {
  return BLOCKING_KINDS.some((kind) => kind === word);
}

/** Whether a comment speaks of a function: it ends a line of its head, or has a line for itself right above. */
export function isOn(summary: FileSummary, scope: Scope, { span, ownLine }: Directive): boolean {
  const line = summary.lineOf(span.start);
  const def = summary.lineOf(scope.nameSpan.start);
  if (!ownLine) return line === def || (line > def && span.start < startOfBody(summary, scope));
  const first = summary.lineOf(scope.span.start);
  if (line >= first) return line < def;
  // Comments for us that follow one another speak of the same.
  for (let between = line + 1; between < first; between++) if (!isOurs(summary, between)) return false;
  return true;
}

function startOfBody(summary: FileSummary, { nameSpan, first, end, span }: Scope): number {
  let start = span.end;
  for (let row = first; row < end; row++) {
    if (summary.start(row) > nameSpan.end) start = Math.min(start, summary.start(row));
  }
  return start;
}

function isOurs(summary: FileSummary, line: number): boolean {
  return summary.data.directives.some(({ ownLine, span }) => ownLine && summary.lineOf(span.start) === line);
}
