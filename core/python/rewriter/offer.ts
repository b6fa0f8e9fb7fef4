/** What moves off the loop, offered in the words of a dialect: with the reason for a thread or a process, or against it. */
import type { BlockingPlace, Edit, Remedy } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import { type Dialect, losesContext, processPool } from './dialects.ts';
import type { Hop } from './hop.ts';
import { Obstacle } from './placement.ts';

/** Something that can be written in any dialect. */
interface Plan {
  /** What runs elsewhere. */
  readonly span: Span;
  write(dialect: Dialect): Edit[];
}

/** What could be moved. */
export interface Offer {
  readonly plan: Plan | Obstacle;
  /** As a title names it. */
  readonly what: string;
  readonly safe: boolean;
  readonly place: Pick<BlockingPlace, 'threadHelps' | 'contextIn'>;
}

export function offer(dialect: Dialect, { plan, what, safe, place }: Offer, suffix = ''): Remedy {
  const id = dialect.id + suffix;
  const why = place.threadHelps === undefined ? '' : `: ${place.threadHelps}`;
  const title = `Run ${what} in a worker thread with \`${dialect.title}\`${why}`;
  const written = writtenIn(dialect, plan, place);
  return written instanceof Obstacle
    ? { id, title, refusal: written.reason }
    : { id, title, edits: written, safe };
}

/** For what lets no thread run beside it. */
export function inProcess({ plan, what, place }: Offer & { readonly plan: Hop | Obstacle }): Remedy {
  const { id } = processPool;
  const title = `Run ${what} in a worker process: it holds the GIL, and a thread would not free the loop`;
  if (!(plan instanceof Obstacle) && !plan.isImportable)
    return { id, title, refusal: 'another process finds functions only by their global name' };
  const written = writtenIn(processPool, plan, place);
  return written instanceof Obstacle
    ? { id, title, refusal: written.reason }
    : { id, title, edits: written, safe: false };
}

function writtenIn(dialect: Dialect, plan: Plan | Obstacle, place: Offer['place']): Edit[] | Obstacle {
  if (plan instanceof Obstacle) return plan;
  const use = place.contextIn(plan.span);
  return (use && losesContext(dialect, use)) ?? inOrder(plan.write(dialect));
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start);
}
