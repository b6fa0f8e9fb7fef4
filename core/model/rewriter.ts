/** What fixes are made of: changes to code, asked for and answered in no language's words. */
import type { Span } from './span.ts';

/** New text for a stretch of one file. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend something. */
export interface Change {
  /** Stable: `offload-to-thread`. */
  readonly id: string;
  /** What it does, verb first. */
  readonly title: string;
  /** In order of their place; no two of them touch. */
  readonly edits: readonly Edit[];
  /** It does what the code did before, save for when: nobody needs to look. */
  readonly safe: boolean;
}

/** A way that is not open here, and why. */
export interface Refusal {
  readonly id: string;
  readonly title: string;
  /** To stand behind "because". */
  readonly refusal: string;
}

export type Remedy = Change | Refusal;

/** A place at which something blocks, as far as an edit depends on it. */
export interface BlockingPlace {
  readonly span: Span;
  /** What is called there, as people write it: `load`, `requests.get`. */
  readonly name: string;
  /** It blocks again whenever its result is entered, left or iterated: a hop has to go around all of that. */
  readonly goesOn: boolean;
  /** While it runs, no other thread does: only another process helps. */
  readonly holdsGil: boolean;
  /** It is known to do the same on any thread. */
  readonly anyThread: boolean;
  /** Why what it gives or holds may be used only on the thread that it ran on; undefined when that is not so. */
  readonly ownThread: string | undefined;
}

/** What can be awaited in the place of a blocking call. */
export interface Twin {
  readonly path: string;
  /** It takes the same arguments and gives the same result. */
  readonly isAlike: boolean;
}

/** What the rest of the project says about how its code should look. */
export interface ProjectFacts {
  /** The oldest Python it runs on; undefined when nothing tells. */
  readonly pythonVersion: readonly [number, number] | undefined;
  /** Whether some file imports this module, or one inside it. */
  imports(module: string): boolean;
  /** Coroutines of the project that run a function off the loop. */
  readonly helpers: readonly OffloadHelper[];
}

export interface OffloadHelper {
  readonly module: string;
  readonly name: string;
  /** Keyword arguments reach the function. */
  readonly keywords: boolean;
}

/** Writes changes to one file. */
export interface Rewriter {
  /** Moves what blocks off the event loop, in every way that the project has for it, the best one first. */
  offload(place: BlockingPlace): readonly Remedy[];
  /** Awaits one of these functions in the place of the call; what the project has no use for is left out. */
  awaitInstead(place: BlockingPlace, twins: readonly Twin[]): readonly Remedy[];
  /** Awaits the method of the same object that `path` names. */
  awaitMethod(place: BlockingPlace, path: string): readonly Remedy[];
  /** Awaits what is made at this place. */
  addAwait(span: Span): readonly Remedy[];
  /** Comments that silence a rule: at this place, and in the whole file. */
  silence(span: Span, code: string): readonly Remedy[];
}
