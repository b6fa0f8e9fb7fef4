/** The call hierarchy as the editor shows it: who calls whom, and whether it blocks. */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
} from 'vscode-languageserver';
import type { CallNode, CallNodeKey, CallWay, Verdict } from '../core/index.ts';
import type { Span } from '../core/model/span.ts';
import type { Locations } from './locations.ts';

const KINDS: Record<CallNode['kind'], SymbolKind> = {
  function: SymbolKind.Function,
  method: SymbolKind.Method,
  class: SymbolKind.Class,
  module: SymbolKind.Module,
  leaf: SymbolKind.Event,
};

/** What an item is found by. */
export interface ItemKey extends CallNodeKey {
  /** The file from which somebody began: its folder is the one that knows the item, be it of a library or not. */
  readonly origin: string;
}

export function callItems(
  nodes: readonly CallNode[],
  origin: string,
  locations: Locations,
): CallHierarchyItem[] {
  return nodes.flatMap((node) => itemOf(node, origin, locations) ?? []);
}

export function incomingCalls(
  ways: readonly CallWay[],
  { origin }: ItemKey,
  locations: Locations,
): CallHierarchyIncomingCall[] {
  return ways.flatMap(({ node, spans }) => {
    const from = itemOf(node, origin, locations);
    return from ? [{ from, fromRanges: rangesOf(node.path, spans, locations) }] : [];
  });
}

export function outgoingCalls(
  ways: readonly CallWay[],
  { path, origin }: ItemKey,
  locations: Locations,
): CallHierarchyOutgoingCall[] {
  return ways.flatMap(({ node, spans }) => {
    const to = itemOf(node, origin, locations);
    return to ? [{ to, fromRanges: rangesOf(path, spans, locations) }] : [];
  });
}

export function keyOf({ data }: CallHierarchyItem): ItemKey {
  return data as ItemKey;
}

function itemOf(node: CallNode, origin: string, locations: Locations): CallHierarchyItem | undefined {
  const { kind, name, module, path, scope, span, nameSpan, verdict } = node;
  const whole = locations.of(path, span);
  const ofName = locations.of(path, nameSpan);
  if (!whole || !ofName) return undefined;
  return {
    name,
    kind: KINDS[kind],
    detail: [module, describe(verdict)].filter((part) => part !== '').join(' · '),
    uri: whole.uri,
    range: whole.range,
    selectionRange: ofName.range,
    data: { path, scope, name, origin } satisfies ItemKey,
  };
}

/** `blocks (network): requests.get`, as short as a list needs it. */
function describe(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'never':
      return 'never blocks';
    case 'unsure':
      return 'unsure';
    case 'blocks': {
      const [kind = ''] = verdict.record.kinds;
      const leaf = verdict.chain.at(-1)?.callee;
      return `blocks (${kind})${leaf === undefined ? '' : `: ${leaf}`}`;
    }
  }
}

function rangesOf(path: string, spans: readonly Span[], locations: Locations): Range[] {
  return spans.flatMap((span) => locations.of(path, span)?.range ?? []);
}
