/** A workflow at a glance: whether it runs as the advice has it, for a list of many. */
import type { Profile } from '../model/profile.ts';
import type { Answers } from './questions.ts';
import { advise } from './recommendation.ts';
import type { AdviceId } from './rulings.ts';
import type { Workflow } from './workflow.ts';

export const VERDICTS = ['blocked', 'change', 'open', 'fits'] as const;

/**
 * `blocked`: it stops the event loop today. `change`: whatever is answered, another way than it goes is advised. `open`:
 * that hangs on an answer. `fits`: it may stay as it is.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Glance {
  readonly verdict: Verdict;
  readonly advice: AdviceId;
  /** The advice hangs on an answer that only a person can give. */
  readonly isOpen: boolean;
}

export function glance(workflow: Workflow, given: Answers, profile: Profile): Glance {
  const { advice, possible } = advise(workflow, given, profile);
  const ways = possible.map((one) => follows(workflow, one));
  const settled = ways.every(Boolean) ? 'fits' : ways.some(Boolean) ? 'open' : 'change';
  return {
    verdict: workflow.obstacles.length > 0 ? 'blocked' : settled,
    advice,
    isOpen: possible.length > 1,
  };
}

/** Whether a workflow goes the advised way already. */
function follows({ today, operations, runsOn, kind }: Workflow, advice: AdviceId): boolean {
  const offloads = operations.some(({ style }) => style === 'offloaded');
  switch (advice) {
    case 'sync':
      return today === 'sync';
    case 'async':
    case 'hybrid':
      return today !== 'sync';
    case 'sync-threads':
      return today === 'sync' && offloads;
    case 'sync-job':
      return today === 'sync' && kind === 'background-job';
    case 'process':
      return runsOn === 'process' || offloads;
  }
}
