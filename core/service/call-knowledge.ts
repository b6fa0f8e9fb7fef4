/** What the catalogue says of a call that somebody names, without a program around it. */
import { type BlockingRecord, Catalogue, type Handover } from '../knowledge/catalogue.ts';
import { packs } from '../knowledge/data/index.ts';
import { namesOf } from '../knowledge/names.ts';
import type { OwnPacks } from '../knowledge/pack.ts';
import { didYouMean } from './nearest.ts';

export type CallKnowledge =
  | { readonly verdict: 'blocks'; readonly record: BlockingRecord }
  /** It hands one of its arguments to somebody who calls it: `asyncio.to_thread`. */
  | { readonly verdict: 'hands-over'; readonly name: string; readonly handover: Handover }
  | { readonly verdict: 'harmless'; readonly name: string };

/** Undefined when nothing is known of it. `own`: the user's packs. A built-in function goes by its bare name too. */
export function callKnowledge(written: string, own: OwnPacks = []): CallKnowledge | undefined {
  const catalogue = new Catalogue(own);
  for (const name of [written, `builtins.${written}`]) {
    const record = catalogue.blocking([name]);
    if (record) return { verdict: 'blocks', record };
    const handover = catalogue.handover([name]);
    if (handover) return { verdict: 'hands-over', name: catalogue.canonical(name), handover };
    if (catalogue.harmless([name])) return { verdict: 'harmless', name: catalogue.canonical(name) };
  }
  return undefined;
}

/** One line about a call that the catalogue does not know, with names that might have been meant. */
export function unknownCall(written: string, own: OwnPacks = []): string {
  const known = [...own.flat(), ...packs].flatMap(({ blocking = [], harmless = {}, handovers = [] }) =>
    [...blocking, { calls: harmless }, ...handovers].flatMap(({ calls }) => namesOf(calls)),
  );
  return `nothing is known of "${written}"${endingIn(written, known) ?? didYouMean(written, known)}`;
}

/** How many names a line can bear. */
const MOST = 3;

/** The names that end in what was written, shortest first: `Session.get` may be `requests.Session.get`. */
function endingIn(written: string, known: readonly string[]): string | undefined {
  const ending = known.filter((name) => name.endsWith(`.${written}`)).sort((a, b) => a.length - b.length);
  return ending.length === 0 ? undefined : `; did you mean ${ending.slice(0, MOST).join(', ')}?`;
}
