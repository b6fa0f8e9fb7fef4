/** What the page shows, and how it changes: by what the extension says, and by what a person does. */
import type { Verdict } from '../../core/workflows/glance.ts';
import type { QuestionId } from '../../core/workflows/questions.ts';
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { WorkflowDetail, WorkflowKey, WorkflowSummary } from '../../server/protocol.ts';
import { type Drafts, type FigureChanges, nameOf, NO_DRAFTS, withAnswer, withDraft } from './drafts.ts';
import type { ServerState, ToPage } from './messages.ts';

/** What outlives a reload. */
export interface Kept {
  readonly selected: WorkflowKey | undefined;
  readonly filter: Filter;
  readonly drafts: Drafts;
  readonly curve: CurveChoice;
}

export interface Filter {
  readonly text: string;
  /** All, when there is none. */
  readonly verdict: Verdict | undefined;
}

/** What the curve runs along. */
export type CurveChoice = 'byCalls' | 'byUsers';

export interface State extends Kept {
  readonly server: ServerState;
  /** Undefined until the first list has come. */
  readonly workflows: readonly WorkflowSummary[] | undefined;
  readonly isPartial: boolean;
  /** What came last for the workflow that is selected. */
  readonly detail: WorkflowDetail | undefined;
  /** The selected workflow is no more. */
  readonly isGone: boolean;
  /** The question whose answer is being changed. */
  readonly editing: QuestionId | undefined;
  /** Read out by screen readers. */
  readonly said: string;
}

export type Event =
  | ToPage
  | { readonly type: 'leave' }
  | { readonly type: 'filter'; readonly filter: Partial<Filter> }
  | { readonly type: 'answer'; readonly question: QuestionId; readonly value: string | undefined }
  | { readonly type: 'edit'; readonly question: QuestionId | undefined }
  | { readonly type: 'choose'; readonly advice: AdviceId | undefined }
  | { readonly type: 'figures'; readonly figures: FigureChanges }
  | { readonly type: 'curve'; readonly curve: CurveChoice };

export function initial(kept: Partial<Kept> | undefined): State {
  return {
    selected: undefined,
    drafts: NO_DRAFTS,
    curve: 'byCalls',
    ...kept,
    filter: { text: '', verdict: undefined, ...kept?.filter },
    server: 'starting',
    workflows: undefined,
    isPartial: true,
    detail: undefined,
    isGone: false,
    editing: undefined,
    said: '',
  };
}

export function kept({ selected, filter, drafts, curve }: State): Kept {
  return { selected, filter, drafts, curve };
}

export function isSame(a: WorkflowKey | undefined, b: WorkflowKey | undefined): boolean {
  return a !== undefined && b !== undefined && nameOf(a) === nameOf(b);
}

export function next(state: State, event: Event): State {
  const { selected, drafts } = state;
  const name = selected ? nameOf(selected) : '';
  switch (event.type) {
    case 'list': {
      const { server, isPartial, workflows } = event;
      // What was known stays on the screen while a server starts anew.
      const isKept = server !== 'running' && workflows.length === 0 && state.workflows;
      return { ...state, server, isPartial, workflows: isKept ? state.workflows : workflows };
    }
    case 'workflow':
      if (!isSame(event.key, selected)) return state;
      return event.detail
        ? { ...state, detail: event.detail, isGone: false }
        : { ...state, isGone: !state.isPartial };
    case 'select':
      if (isSame(event.key, selected)) return state;
      return { ...state, selected: event.key, detail: undefined, isGone: false, editing: undefined };
    case 'leave':
      return { ...state, selected: undefined, detail: undefined, isGone: false, editing: undefined };
    case 'drafts':
      // What this page has been told itself is newer.
      return { ...state, drafts: merged(event.drafts, drafts) };
    case 'say':
      return { ...state, said: event.text };
    case 'filter':
      return { ...state, filter: { ...state.filter, ...event.filter } };
    case 'answer':
      return { ...state, editing: undefined, drafts: withAnswer(drafts, name, event.question, event.value) };
    case 'edit':
      return { ...state, editing: event.question };
    case 'choose':
      return { ...state, drafts: withDraft(drafts, name, { chosen: event.advice }) };
    case 'figures':
      return { ...state, drafts: withDraft(drafts, name, { figures: event.figures }) };
    case 'curve':
      return { ...state, curve: event.curve };
  }
}

function merged(older: Drafts, newer: Drafts): Drafts {
  return {
    everywhere: { ...older.everywhere, ...newer.everywhere },
    byWorkflow: { ...older.byWorkflow, ...newer.byWorkflow },
  };
}
