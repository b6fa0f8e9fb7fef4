/** Which workflow somebody means who points at a place in the code. */
import type { Workflow } from '../core/index.ts';

/** The one that is blocked there, begins there, waits there, or else begins last above in the same file. */
export function workflowAround(
  workflows: readonly Workflow[],
  path: string,
  offset: number,
): Workflow | undefined {
  const isHere = ({ place }: { readonly place: Workflow['place'] }) =>
    place.path === path && place.span.start <= offset && offset <= place.span.end;
  const above = workflows
    .filter(({ place }) => place.path === path && place.span.start <= offset)
    .sort((a, b) => b.place.span.start - a.place.span.start);
  return (
    workflows.find(({ obstacles }) => obstacles.some(isHere)) ??
    workflows.find(isHere) ??
    workflows.find(({ operations }) => operations.some(isHere)) ??
    above[0] ??
    workflows.find(({ touched }) => touched.some((one) => one.place.path === path))
  );
}
