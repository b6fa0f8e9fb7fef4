/** A workflow: one way into the program, how it runs today, and what is known of it. Plain data, for every shell. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { Via } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

export const WORKFLOW_KINDS = [
  'http-endpoint',
  'cli-command',
  'script',
  'notebook',
  'background-job',
  'schedule',
  'message-consumer',
  'agent-tool',
  'agent-graph',
  'lambda-handler',
  'bot',
  'batch',
] as const;
export type WorkflowKind = (typeof WORKFLOW_KINDS)[number];

export interface Place {
  /** Absolute; relative to the workspace once it has been written down. */
  readonly path: string;
  readonly span: Span;
  /** Both from 1; in a notebook within the cell. */
  readonly line: number;
  readonly column: number;
  /** The cell of a notebook, from 1. */
  readonly cell: number | undefined;
}

/** What an operation does: it blocks in one of these ways, or asks a model or an MCP server over the network. */
export type OperationKind = BlockingKind | 'llm' | 'mcp';

/** One call that waits or computes, as the call graph reaches it from where the workflow begins. */
export interface Operation {
  readonly kind: OperationKind;
  readonly library: string;
  /** As people write it: `requests.get`. */
  readonly call: string;
  readonly place: Place;
  /** The function that it stands in. */
  readonly function: string;
  /** It blocks its thread, is awaited, or has been moved off the event loop. */
  readonly style: 'sync' | 'async' | 'offloaded';
  /** It is done again and again, here or by a caller. */
  readonly inLoop: boolean;
  /** What it is given does not come from the operations before it, so they could run at the same time. */
  readonly independent: boolean;
  /** For computing: whether other threads run meanwhile. */
  readonly gil: 'releases' | 'holds' | 'preemptible' | 'mixed' | undefined;
}

/** A call on the event loop that keeps it from running anything else. */
export interface Obstacle {
  readonly kind: BlockingKind;
  readonly place: Place;
  readonly function: string;
  /** From the function on the loop down to the call that blocks. */
  readonly chain: readonly string[];
  /** The rule that reports it. */
  readonly code: string;
  /** Whether the call that blocks is the project's own, or stands in a package. */
  readonly via: Via;
}

/** A library that the workflow calls and that blocks. */
export interface SyncLibrary {
  readonly library: string;
  readonly calls: number;
  /** What awaits in its place; empty when nothing does. */
  readonly alternatives: readonly AsyncAlternative[];
}

export interface AsyncAlternative {
  /** The distribution: `httpx`. */
  readonly package: string;
  readonly use: string;
  /** It is there already; undefined when nobody knows what is installed. */
  readonly installed: boolean | undefined;
}

/** A function that has to change its colour with the workflow. */
export interface TouchedFunction {
  readonly name: string;
  readonly place: Place;
  /** Why: it does the waiting itself, it stands between, or it calls from outside the workflow. */
  readonly because: 'waits' | 'between' | 'caller';
}

export interface WorkflowFramework {
  readonly name: string;
  /** What the function is to it: `endpoint`, `tool`. */
  readonly role: string;
  /** The pool of threads in which it runs plain functions. */
  readonly pool: { readonly name: string; readonly size: string; readonly source: string } | undefined;
  readonly advice: string | undefined;
}

export interface Workflow {
  /** Stable from one analysis to the next: `src/api/orders.py::get_order`. */
  readonly id: string;
  readonly name: string;
  readonly kind: WorkflowKind;
  readonly place: Place;
  /** `mixed`: a part of it waits on the event loop, and a part of it keeps a thread waiting. */
  readonly today: 'sync' | 'async' | 'mixed';
  /** The function where it begins is a coroutine. */
  readonly isCoroutine: boolean;
  /** Where the function is run today. */
  readonly runsOn: 'loop' | 'worker' | 'process' | 'thread';
  readonly framework: WorkflowFramework | undefined;
  readonly pythonVersion: readonly [number, number] | undefined;
  readonly operations: readonly Operation[];
  /** What blocks the loop today. */
  readonly obstacles: readonly Obstacle[];
  readonly libraries: readonly SyncLibrary[];
  /** Functions that a change of colour would touch. */
  readonly touched: readonly TouchedFunction[];
  /** Calls of which nobody knows what they run: how far the evidence can be trusted. */
  readonly unresolved: number;
}
