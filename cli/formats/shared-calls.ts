/** The blocking calls of the project behind which many findings meet: one of them mended mends them all. */
import type { Report, Step } from '../report.ts';
import { counted } from '../terminal.ts';
import type { Look } from './format.ts';

/** Fewer than this, and reading the findings tells as much. */
const MANY = 3;
/** How many places are worth naming. */
const NAMED = 5;

/** `917 findings meet in time.sleep at src/server.py:1157 (Server.start)`, the most first. */
export function sharedCalls({ findings }: Report, { shown }: Look): string[] {
  const meeting = new Map<string, { readonly step: Step; count: number }>();
  for (const { chain } of findings) {
    const last = chain.length > 1 ? chain.at(-1) : undefined;
    if (!last?.place) continue;
    const at = `${shown(last.place.path)}:${String(last.place.from.line)}`;
    const known = meeting.get(at);
    if (known) known.count++;
    else meeting.set(at, { step: last, count: 1 });
  }
  return [...meeting]
    .filter(([, { count }]) => count >= MANY)
    .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
    .slice(0, NAMED)
    .map(([at, { step, count }]) => {
      const { callee, function: around } = step.hop;
      return `${counted(count, 'finding')} meet in ${callee} at ${at}${around === '' ? '' : ` (${around})`}`;
    });
}
