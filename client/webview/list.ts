/** The workflows with their verdicts: to be filtered, and walked with the arrow keys. */
import type { VNode } from 'preact';
import { VERDICTS } from '../../core/workflows/glance.ts';
import type { WorkflowSummary } from '../../server/protocol.ts';
import type { Actions } from './actions.ts';
import { h } from './dom.ts';
import { nameOf } from './drafts.ts';
import { verdictIcon } from './icons.ts';
import { type Filter, isSame, type State } from './state.ts';
import { count } from './units.ts';
import { adviceLabel, KINDS, TODAY, VERDICTS as VERDICT_WORDS } from './words.ts';

/** More are not drawn: who has so many filters them. */
const MOST = 300;

export function list(state: State, actions: Actions): VNode {
  const { workflows = [], filter, selected } = state;
  const found = matching(workflows, filter);
  const shown = found.slice(0, MOST);
  const current = Math.max(
    0,
    shown.findIndex((one) => isSame(one, selected)),
  );
  return h(
    'nav',
    { class: 'list', 'aria-label': 'Workflows' },
    h('input', {
      type: 'search',
      class: 'filter',
      placeholder: 'Filter by name, kind or file',
      'aria-label': 'Filter workflows by name, kind or file',
      value: filter.text,
      onInput: ({ currentTarget }) => {
        actions.filter({ text: currentTarget.value });
      },
    }),
    verdictFilter(workflows, filter, actions),
    h(
      'div',
      {
        role: 'listbox',
        class: 'rows',
        'aria-label': count(found.length, 'workflow'),
        onKeyDown: (event: KeyboardEvent) => {
          const target = moved(event.key, current, shown.length);
          const workflow = target === undefined ? undefined : shown[target];
          if (!workflow) return;
          event.preventDefault();
          actions.select(workflow);
          focusRow(event.currentTarget as Element, target);
        },
      },
      shown.map((workflow, index) => row(workflow, isSame(workflow, selected), index === current, actions)),
    ),
    found.length > shown.length &&
      h('p', { class: 'quiet' }, `${String(found.length - shown.length)} more: filter to see them.`),
    workflows.length > 0 && found.length === 0 && h('p', { class: 'quiet' }, 'No workflow is like that.'),
  );
}

/** In the order of what wants attention first. */
export function matching(
  workflows: readonly WorkflowSummary[],
  { text, verdict }: Filter,
): WorkflowSummary[] {
  const words = text.toLowerCase().split(/\s+/);
  return workflows
    .filter((one) => verdict === undefined || one.glance.verdict === verdict)
    .filter((one) => {
      const all = `${one.name} ${KINDS[one.kind]} ${one.id} ${adviceLabel(one.glance.advice)}`.toLowerCase();
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rank({ glance }: WorkflowSummary): number {
  return VERDICTS.indexOf(glance.verdict);
}

function verdictFilter(
  workflows: readonly WorkflowSummary[],
  { verdict: chosen }: Filter,
  { filter }: Actions,
): VNode {
  return h(
    'div',
    { class: 'verdicts', role: 'group', 'aria-label': 'Show only' },
    VERDICTS.map((verdict) => {
      const number = workflows.filter(({ glance }) => glance.verdict === verdict).length;
      const label = `${VERDICT_WORDS[verdict]}: ${String(number)}`;
      return h(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-pressed': verdict === chosen,
          'aria-label': label,
          title: label,
          disabled: number === 0 && verdict !== chosen,
          onClick: () => {
            filter({ verdict: verdict === chosen ? undefined : verdict });
          },
        },
        verdictIcon(verdict),
        String(number),
      );
    }),
  );
}

function row(workflow: WorkflowSummary, isSelected: boolean, isCurrent: boolean, { select }: Actions): VNode {
  const { name, kind, id, today, glance } = workflow;
  const [file = ''] = id.split('::');
  const advice = `${TODAY[today]} → ${adviceLabel(glance.advice)}${glance.isOpen ? '?' : ''}`;
  return h(
    'div',
    {
      key: nameOf(workflow),
      role: 'option',
      class: 'row',
      tabIndex: isCurrent ? 0 : -1,
      'aria-selected': isSelected,
      title: `${VERDICT_WORDS[glance.verdict]}\n${KINDS[kind]}, ${file}`,
      onClick: () => {
        select(workflow);
      },
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key !== 'Enter' && key !== ' ') return;
        select(workflow);
        document.querySelector<HTMLElement>('main h1')?.focus();
      },
    },
    verdictIcon(glance.verdict),
    h('span', { class: 'visually-hidden' }, `${VERDICT_WORDS[glance.verdict]}: `),
    h('span', { class: 'name' }, name),
    h('span', { class: 'quiet ways' }, advice),
    h('span', { class: 'quiet where' }, `${KINDS[kind]} · ${file}`),
  );
}

/** The row to which a key leads. */
export function moved(key: string, current: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, length - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}

function focusRow(rows: Element, index: number | undefined): void {
  const row = rows.children[index ?? 0];
  if (row instanceof HTMLElement) row.focus();
}
