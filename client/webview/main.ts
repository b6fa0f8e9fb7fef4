/** The page comes to life: it listens to the extension and to a person, and is drawn anew at every change. */
import { render } from 'preact';
import type { Actions } from './actions.ts';
import { app } from './app.ts';
import { type Consultation, consult } from './consultation.ts';
import type { Decision, WorkflowKey } from '../../server/protocol.ts';
import type { FromPage, ToPage } from './messages.ts';
import { announcement } from './announcement.ts';
import { type Event, initial, type Kept, kept, next, type State } from './state.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
let state: State = initial(host.getState());
let shown: Consultation | undefined;

const actions: Actions = {
  select(key) {
    dispatch({ type: 'select', key });
  },
  leave() {
    dispatch({ type: 'leave' });
    document.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
  },
  filter(filter) {
    dispatch({ type: 'filter', filter });
  },
  answer(question, value) {
    dispatch({ type: 'answer', question, value });
    // What was pressed is gone: on to what comes next.
    document.querySelector<HTMLElement>(shown?.open ? '#open-question' : '#advice')?.focus();
  },
  edit(question) {
    dispatch({ type: 'edit', question });
  },
  choose(advice) {
    dispatch({ type: 'choose', advice });
  },
  setFigures(figures) {
    dispatch({ type: 'figures', figures });
  },
  setCurve(curve) {
    dispatch({ type: 'curve', curve });
  },
  open(place) {
    host.postMessage({ type: 'open', place });
  },
  guideline(number) {
    host.postMessage({ type: 'guideline', number });
  },
  fix() {
    if (shown) host.postMessage({ type: 'fix', key: keyOf(shown) });
  },
  copy() {
    if (shown) host.postMessage({ type: 'copy', decision: decisionOf(shown) });
  },
  record() {
    if (shown) host.postMessage({ type: 'record', decision: decisionOf(shown) });
  },
  restart() {
    host.postMessage({ type: 'restart' });
  },
};

function dispatch(event: Event): void {
  const before = state;
  state = next(state, event);
  const wasShown = shown;
  shown = state.detail && consult(state.detail, state.drafts);
  const said = announcement(wasShown, shown);
  if (said !== undefined) state = { ...state, said };
  host.setState(kept(state));
  if (state.drafts !== before.drafts) host.postMessage({ type: 'save', drafts: state.drafts });
  if (state.selected && state.selected !== before.selected) {
    host.postMessage({ type: 'select', key: state.selected });
  }
  draw();
}

function draw(): void {
  render(app(state, shown, actions), document.body);
}

function keyOf({ detail: { folder, id } }: Consultation): WorkflowKey {
  return { folder, id };
}

function decisionOf(consultation: Consultation): Decision {
  const { given, decision: advice, assumptions } = consultation;
  return { ...keyOf(consultation), given, advice, assumptions };
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  dispatch(data);
});
draw();
host.postMessage({ type: 'ready' });
if (state.selected) host.postMessage({ type: 'select', key: state.selected });
