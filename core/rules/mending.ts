/** What mends findings that several rules share. */
import type { Lost } from './detections.ts';
import type { BlockingCall } from '../effects/facts.ts';
import type { NestedLoop } from '../effects/nested-loops.ts';
import type { BlockingPlace, Remedy, Rewriter } from '../model/rewriter.ts';

/** What mends a blocking call: to await something else where that is known, or to move the call off the loop. */
export function blockingFixes(call: BlockingCall, rewriter: Rewriter): readonly Remedy[] {
  const { record, via } = call;
  const place = placeOf(call);
  const swap = via === 'direct' ? call.swap() : undefined;
  const known = via === 'direct' ? record.alternatives.filter(({ fix }) => fix !== 'advisory') : [];
  const methods = known.flatMap(({ shape, path }) =>
    shape === 'await-rename' && path !== undefined ? rewriter.awaitMethod(place, path) : [],
  );
  const functions = known.flatMap(({ shape, path, fix }) =>
    (shape === 'loop-api' || shape === 'package-swap') && path !== undefined
      ? { path, isAlike: fix === 'auto' }
      : [],
  );
  return [
    ...methods,
    ...(swap ? rewriter.swapClient(place, swap) : []),
    ...rewriter.awaitInstead(place, functions),
    ...(staysInProcess(call) ?? rewriter.offload(place)),
    ...plainEndpoint(call, rewriter),
  ];
}

/** A plain endpoint is sent to a thread as a whole: no other change is needed where it awaits nothing. */
function plainEndpoint(call: BlockingCall, rewriter: Rewriter): readonly Remedy[] {
  const endpoint = call.endpoint();
  if (!endpoint || 'refusal' in endpoint.colour) return [];
  return rewriter.makeSync(shortName(call.function), endpoint.colour, endpoint.framework);
}

/** What opens something and holds the GIL meanwhile: a thread stops the loop too, and a process cannot give it back. */
function staysInProcess({ record, via, kind }: BlockingCall): readonly Remedy[] | undefined {
  const isStuck =
    via === 'direct' &&
    record.gil === 'holds' &&
    kind !== 'cpu' &&
    record.alternatives.every(({ shape }) => shape !== 'to-thread');
  if (!isStuck) return undefined;
  const title = `Run \`${record.name}\` in a worker process`;
  return [{ id: 'offload-to-process', title, refusal: 'what it opens cannot be sent back from there' }];
}

/** Why the loop goes on while a thread computes. */
const THREAD_HELPS: Readonly<Record<NonNullable<BlockingCall['record']['gil']>, string | undefined>> = {
  releases: 'it releases the GIL while it computes',
  mixed: 'it releases the GIL for part of its work',
  preemptible: 'Python takes turns between it and the loop',
  holds: undefined,
};

function placeOf(call: BlockingCall): BlockingPlace {
  const { record, via, span, goesOn, chain, confidence, kind } = call;
  const isDirect = via === 'direct';
  const offload = record.alternatives.find(({ shape }) => shape === 'to-thread');
  const isBound = isDirect && offload?.fix === 'advisory';
  return {
    span,
    goesOn,
    name: chain[0]?.callee ?? record.name,
    holdsGil: isDirect && record.gil === 'holds' && kind === 'cpu',
    threadHelps: isDirect && kind === 'cpu' ? THREAD_HELPS[record.gil ?? 'holds'] : undefined,
    anyThread: isDirect && confidence === 'certain' && isStateless(call),
    contextIn: (within) => call.contextIn(within),
    command: isDirect && call.kind === 'subprocess' ? call.command() : undefined,
    ownThread: isBound ? (offload.note ?? 'it belongs to the thread that uses it') : undefined,
  };
}

/** A function of a library, or a method that only asks about a file: it shares nothing with the thread it runs on. */
function isStateless({ record: { name }, kind }: BlockingCall): boolean {
  const isMethod = /\.[A-Z]\w*\.\w+$/.test(name);
  if (isMethod) return kind === 'fs-metadata' || /\.(?:read|write)_(?:text|bytes)$/.test(name);
  return kind !== 'wait';
}

/** A coroutine that nobody awaits is awaited where it is made; for that, a plain function has to become async. */
export function lostFixes(
  { span, canAwait, function: around, recolouring }: Lost,
  rewriter: Rewriter,
): readonly Remedy[] {
  return canAwait ? rewriter.addAwait(span) : rewriter.makeAsync(shortName(around), recolouring());
}

/** A loop that is started on the spot is not needed: what it is started for can be awaited. */
export function nestedLoopFixes({ span, via, chain }: NestedLoop, rewriter: Rewriter): readonly Remedy[] {
  const [start] = chain;
  return via === 'direct' && start && chain.length === 1
    ? rewriter.awaitInsteadOfRun(span, start.callee)
    : [];
}

/** Where plain code would block the event loop in the place of async code, it is no remedy. */
export function withoutBlocking(remedies: readonly Remedy[], blocks: () => boolean): readonly Remedy[] {
  if (remedies.length === 0 || !blocks()) return remedies;
  return remedies.map(({ id, title }) => ({ id, title, refusal: 'it would block the event loop then' }));
}

/** The name of a function without what is around it. */
export function shortName(qualname: string): string {
  return qualname.split('.').at(-1) ?? '';
}
