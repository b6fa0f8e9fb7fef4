/** The pictures of the page: each stands beside words that say the same. */
import type { VNode } from 'preact';
import type { Verdict } from '../../core/workflows/glance.ts';
import { h } from './dom.ts';

const VERDICT_PATHS: Readonly<Record<Verdict, string>> = {
  blocked: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6',
  change: 'M2 5.5h10.5M9.5 2.5l3 3-3 3M14 10.5H3.5M6.5 7.5l-3 3 3 3',
  open: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.9 6.2C5.9 5 6.8 4.2 8 4.2s2.1.8 2.1 1.9C10.1 7.6 8 7.7 8 9.2M8 11.2v.8',
  fits: 'M2.5 8.5l3.5 3.5 7.5-8',
};

export function verdictIcon(verdict: Verdict): VNode {
  return h(
    'svg',
    { class: `icon verdict-${verdict}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    h('path', { d: VERDICT_PATHS[verdict] }),
  );
}
