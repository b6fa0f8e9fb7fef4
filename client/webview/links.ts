/** Ways out of the page: to a place in the code, and to the guidelines. */
import type { ComponentChildren, VNode } from 'preact';
import type { Place } from '../../core/workflows/workflow.ts';
import type { Actions } from './actions.ts';
import { h } from './dom.ts';

/** `src/orders.py:12`, within the workspace folder. */
function placeName({ path, line, cell }: Place, root: string): string {
  const relative = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return cell === undefined
    ? `${relative}:${String(line)}`
    : `${relative}, cell ${String(cell)}:${String(line)}`;
}

export function placeLink(place: Place, root: string, { open }: Actions, label?: ComponentChildren): VNode {
  return link(
    () => {
      open(place);
    },
    label ?? placeName(place, root),
  );
}

export function guidelineLinks(numbers: readonly number[], { guideline }: Actions): VNode {
  return h(
    'span',
    { class: 'guidelines' },
    numbers.length === 1 ? 'guideline ' : 'guidelines ',
    numbers.map((number, index) => [
      index > 0 && ', ',
      link(() => {
        guideline(number);
      }, String(number)),
    ]),
  );
}

export function link(onClick: () => void, label: ComponentChildren): VNode {
  return h('button', { type: 'button', class: 'link', onClick }, label);
}

/** Text in which code stands between backticks. */
export function prose(text: string): ComponentChildren[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? h('code', {}, part) : part));
}
