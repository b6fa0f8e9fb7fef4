// Follows every public function, method and constructor of a version's `Lib` down to the primitives, with the project's own tracer.
import { Catalogue } from '../../core/knowledge/catalogue.ts';
import type { Pack } from '../../core/knowledge/pack.ts';
import { BLOCKING_KINDS, type BlockingKind } from '../../core/model/blocking-kind.ts';
import { type FileSummary, Op, RegionKind, type Value } from '../../core/model/summary.ts';
import { Edges, type Edge } from '../../core/effects/edges.ts';
import { type Effect, Reach } from '../../core/effects/reach.ts';
import type { Evaluator } from '../../core/program/evaluator.ts';
import type { Frame } from '../../core/program/frame.ts';
import { ARGUMENT, argumentIn, type ArgumentUse } from './arguments.ts';
import type { Library } from './library.ts';
import type { Primitive } from './primitives.ts';
import { publicFunctions } from './public.ts';

export interface Way {
  readonly kind: BlockingKind;
  readonly when: 'always' | 'first-call' | 'branch';
  /** From what is called down to the primitive. */
  readonly chain: readonly string[];
}

export interface Traced {
  /** Gravest first; empty when it blocks by its argument alone. */
  readonly ways: readonly Way[];
  readonly argument: ArgumentUse | undefined;
}

/** Here everything is wanted. */
const NO_LIMITS = { functions: Infinity, files: Infinity, lines: Infinity };

/** Methods of what is handed in: a call of these on an argument is no fact about the function, but one about its caller. */
const HANDED_IN: Pack = {
  library: 'arguments',
  blocking: [
    {
      calls: {
        '**.IO': ['read', 'readline', 'readlines', 'write', 'writelines', '__next__'],
        'typing.IO': ['read', 'readline', 'readlines', 'write', 'writelines', '__next__', '__iter__'],
        'typing.TextIO': ['read', 'readline', 'readlines', 'write', 'writelines'],
        'typing.BinaryIO': ['read', 'readline', 'readlines', 'write', 'writelines'],
        '_typeshed.SupportsRead': ['read'],
        '_typeshed.SupportsReadline': ['readline'],
        '_typeshed.SupportsNoArgReadline': ['readline'],
        '_typeshed.SupportsWrite': ['write'],
      },
      kinds: [ARGUMENT],
    },
  ],
};

export function traceLibrary(
  library: Library,
  primitives: readonly Primitive[],
): ReadonlyMap<string, Traced> {
  const { p } = library;
  const catalogue = new Catalogue([], undefined, [primitivesPack(primitives), HANDED_IN], []);
  const calls = new Edges(p, catalogue, { followPackages: true, guesses: false });
  const reach = new Reach({ from: (frame) => counting(p, frame, calls.from(frame)) }, NO_LIMITS);
  const found = new Map<string, Traced>();
  for (const { name, frame } of publicFunctions(library)) {
    reach.ensure([frame]);
    const effects = reach.effects(frame);
    const ways = BLOCKING_KINDS.flatMap((kind) => {
      const effect = effects.get(kind);
      return effect ? [wayOf(reach, kind, effect)] : [];
    });
    const argument = argumentIn(reach, frame);
    if (ways.length > 0 || argument) found.set(name, { ways, argument });
  }
  return found;
}

function primitivesPack(primitives: readonly Primitive[]): Pack {
  return {
    library: 'primitives',
    aliases: { socket: '_socket', 'io.open': '_io.open' },
    blocking: primitives.map(({ name, kind }) => {
      const dot = name.lastIndexOf('.');
      return { calls: { [name.slice(0, dot)]: [name.slice(dot + 1)] }, kinds: [kind] };
    }),
    harmless: CUT,
  };
}

/** What is not followed, whatever it may come to. */
const CUT = {
  warnings: ['warn', 'warn_explicit'],
  'threading.Thread': ['start'],
  'threading.Event': ['set', 'is_set', 'clear'],
  'threading.Condition': ['__enter__', '__exit__', 'notify', 'notify_all'],
  'threading.Semaphore': ['release'],
  sys: ['audit'],
};

/** The ways on that count: not those that only an exception takes, and the others by whether they are always taken. */
function counting(p: Evaluator, frame: Frame, edges: readonly Edge[]): Edge[] {
  if (frame.scope.isAsync) return [];
  const { summary } = frame.module;
  return edges.flatMap((edge) => {
    const { site } = edge;
    if (site.kind === 'raise' || site.kind === 'decorate') return [];
    const taken = howTaken(summary, site.value);
    if (taken === 'never' || isRaised(summary, frame, site.value)) return [];
    return [{ ...edge, confidence: taken === 'sometimes' ? 'possible' : edge.confidence }];
  });
}

function howTaken(summary: FileSummary, value: Value): 'always' | 'sometimes' | 'never' {
  let taken: 'always' | 'sometimes' = 'always';
  for (let at = summary.region(value); at >= 0; at = summary.regionParent(at)) {
    switch (summary.regionKind(at)) {
      case RegionKind.Except:
      case RegionKind.Unreachable:
      case RegionKind.Annotation:
        return 'never';
      case RegionKind.Then:
      case RegionKind.Otherwise:
      case RegionKind.Case:
      case RegionKind.Maybe:
      case RegionKind.Else:
        taken = 'sometimes';
        break;
      default:
    }
  }
  return taken;
}

/** Whether a call makes the exception that is raised: `raise Error(read())`. */
function isRaised(summary: FileSummary, { scope }: Frame, value: Value): boolean {
  for (let row = value + 1; row < scope.end; row++) {
    if (summary.op(row) !== Op.Raise || summary.a(row) < 0) continue;
    const raised = summary.a(row);
    if (summary.start(raised) <= summary.start(value) && summary.end(value) <= summary.end(raised))
      return true;
  }
  return false;
}

function wayOf(reach: Reach, kind: BlockingKind, first: Effect): Way {
  const chain: string[] = [];
  for (
    let effect: Effect | undefined = first;
    effect;
    effect = effect.next && reach.effects(effect.next).get(kind)
  ) {
    const { next, record } = effect;
    chain.push(next ? `${next.module.name}.${next.scope.qualname}` : record.name);
  }
  return {
    kind,
    when: first.confidence !== 'certain' ? 'branch' : first.isOnce ? 'first-call' : 'always',
    chain,
  };
}
