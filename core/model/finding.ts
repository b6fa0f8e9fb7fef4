/** What the analysis says about a place in the code, in the editor's words and no editor's types. */
import type { Span } from './span.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure the engine is that the chain is real; see docs/ARCHITECTURE.md. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How far behind the reported call the blocking one lies. */
export const VIAS = ['direct', 'project', 'package'] as const;
export type Via = (typeof VIAS)[number];

/** One step on the way from the reported call to the call that blocks. */
export interface ChainHop {
  /** Path as the workspace names it; undefined for a library function whose source was not read. */
  readonly path: string | undefined;
  readonly span: Span;
  /** The function in which the call stands. */
  readonly function: string;
  /** What is called, as people would write it: `TuyaDeviceConfig.__init__`, `open`. */
  readonly callee: string;
}

export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

export interface TextEdit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** Stable within its rule: `await-asyncio-sleep`. */
  readonly id: string;
  /** What it does, verb first. */
  readonly title: string;
  /** It keeps behaviour, so it may be applied without being looked at. */
  readonly safe: boolean;
  readonly kind: 'quickfix' | 'refactor' | 'suppression';
  readonly edits: readonly TextEdit[];
}

export interface Finding {
  readonly code: string;
  /** The rule's name: `blocking-sleep`. */
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly span: Span;
  /** Qualified name of the function it lies in; empty at module level. */
  readonly function: string;
  /** Kind of the leaf (`sleep`, `network` …) for rules about blocking; undefined elsewhere. */
  readonly kind: string | undefined;
  readonly via: Via | undefined;
  readonly confidence: Confidence;
  /** Why the confidence is no better than it is; empty when it is certain. */
  readonly reason: string;
  /** From the reported call to the leaf; empty where the rule is not about a chain. */
  readonly chain: readonly ChainHop[];
  readonly related: readonly Related[];
  readonly guideline: readonly number[];
}
