/** What the page and the extension say to each other. */
import type { Place } from '../../core/workflows/workflow.ts';
import type { Decision, WorkflowDetail, WorkflowKey, WorkflowSummary } from '../../server/protocol.ts';
import type { Drafts } from './drafts.ts';

export type ServerState = 'starting' | 'running' | 'stopped' | 'crashed';

export type ToPage =
  | {
      readonly type: 'list';
      readonly server: ServerState;
      readonly isPartial: boolean;
      readonly workflows: readonly WorkflowSummary[];
    }
  /** Null when it is no more. */
  | { readonly type: 'workflow'; readonly key: WorkflowKey; readonly detail: WorkflowDetail | null }
  | { readonly type: 'select'; readonly key: WorkflowKey }
  /** What was answered before, in a panel that was closed since. */
  | { readonly type: 'drafts'; readonly drafts: Drafts }
  /** To be read out. */
  | { readonly type: 'say'; readonly text: string };

export type FromPage =
  /** It listens. */
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly key: WorkflowKey }
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'guideline'; readonly number: number }
  | { readonly type: 'fix'; readonly key: WorkflowKey }
  | { readonly type: 'copy'; readonly decision: Decision }
  | { readonly type: 'record'; readonly decision: Decision }
  | { readonly type: 'restart' }
  | { readonly type: 'save'; readonly drafts: Drafts };

export type { Place };
