/** Consultations made by hand, and what the page makes of them, as HTML. */
import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import type { Actions } from '../../client/webview/actions.ts';
import { type Drafts, NO_DRAFTS } from '../../client/webview/drafts.ts';
import { type Consultation, consult } from '../../client/webview/consultation.ts';
import { initial, type State } from '../../client/webview/state.ts';
import { glance } from '../../core/index.ts';
import type { Workflow } from '../../core/workflows/workflow.ts';
import type { WorkflowDetail, WorkflowSummary } from '../../server/protocol.ts';
import { operation, workflow } from '../workflows/workflows.ts';

export const FOLDER = 'file:///project';

/** An endpoint that asks a model again and again, and a database once. */
export const busy = workflow({
  operations: [
    operation({ kind: 'llm', call: 'ask', inLoop: true, independent: true }),
    operation({ kind: 'db', call: 'cursor.execute' }),
  ],
});

/** Under this profile the advice hangs on the team, too. */
const PROFILE = 'sync-default';

export function detailOf(about: Workflow): WorkflowDetail {
  const { id } = about;
  return {
    folder: FOLDER,
    id,
    root: '/project',
    workflow: about,
    profile: PROFILE,
    fixes: { safe: 0, unsafe: 0 },
  };
}

export function consultation(about: Workflow = busy, drafts: Drafts = NO_DRAFTS): Consultation {
  return consult(detailOf(about), drafts);
}

export function summaryOf(about: Workflow): WorkflowSummary {
  const { id, name, kind, today } = about;
  const start = { line: 0, character: 0 };
  const location = { uri: `${FOLDER}/app.py`, range: { start, end: start } };
  return { folder: FOLDER, id, name, kind, today, location, glance: glance(about, {}, PROFILE) };
}

export function stateWith(...workflows: readonly Workflow[]): State {
  return { ...initial(undefined), server: 'running', isPartial: false, workflows: workflows.map(summaryOf) };
}

/** Nothing happens, whatever is pressed. */
export const NO_ACTIONS = new Proxy({} as Actions, { get: () => () => undefined });

export function html(node: VNode | false): string {
  return node ? render(node) : '';
}

/** The text of each element of a name, in order. */
export function texts(markup: string, element: string): string[] {
  const found = markup.matchAll(new RegExp(`<${element}(?: [^>]*)?>(.*?)</${element}>`, 'g'));
  return Array.from(found, ([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ''));
}
