/** What fixes are made of: changes to code, asked for and answered in no language's words. */
import type { Span } from './span.ts';
import type { MovedLibrary, SwappedClasses } from './swap.ts';

/** New text for a stretch of one file. */
export interface Edit {
  /** The file, where it is not the one that is being mended. */
  readonly path?: string;
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
  /** Why a thread is enough for what computes; to stand behind "because". */
  readonly threadHelps: string | undefined;
  /** It is known to do the same on any thread. */
  readonly anyThread: boolean;
  /** Why what it gives or holds may be used only on the thread that it ran on; undefined when that is not so. */
  readonly ownThread: string | undefined;
  /** What it is given first; undefined when that is neither, or not known. */
  readonly command: CommandForm | undefined;
  /** The gravest use of a context variable in what is written there, and behind it. */
  contextIn(span: Span): ContextUse | undefined;
}

export interface ContextUse {
  /** As it is written. */
  readonly variable: string;
  /** It keeps the value that it gets there. */
  readonly isSet: boolean;
}

/** A command as one text, or as its words. */
export type CommandForm = 'text' | 'words';

/** What can be awaited in the place of a blocking call. */
export interface Twin {
  readonly path: string;
  /** It takes the same arguments and gives the same result. */
  readonly isAlike: boolean;
}

/** A stretch of a file. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** What it takes to give functions another colour. */
export interface NewColour {
  /** The names of the functions. */
  readonly functions: readonly Place[];
  /** The calls that have to be awaited then, or not any more. */
  readonly calls: readonly EntryCall[];
}

/** The same; or why it cannot be done, to stand behind "because". */
export type Recolouring = NewColour | { readonly refusal: string };

export interface EntryCall extends Place {
  /** Nothing can await there: the loop is started. */
  readonly isEntry: boolean;
  /** It starts a loop, by this name; what it is started for can be awaited then. */
  readonly start?: string;
}

/** Classes that block, and what is known of who uses their objects. */
export interface ClientSwap {
  readonly classes: SwappedClasses;
  /** Whether another file may use the object of this name. */
  isMentionedElsewhere(name: string): boolean;
  /** Whether an attribute of the objects of a class is used outside of it; the name of the class stands at `nameStart`. */
  isAttributeUsedElsewhere(nameStart: number, attribute: string): boolean;
  /** Whether the program speaks of one of these names of a package. */
  speaksOf(module: string, names: readonly string[]): boolean;
}

/** A function that is sent to a thread. */
export interface HopPlace {
  readonly span: Span;
  /** Where the function stands among the arguments. */
  readonly given: Span;
}

/** An import in a coroutine that loads a module. */
export interface LateImport {
  /** The name that it imports. */
  readonly span: Span;
  readonly module: string;
  /** What is to be loaded so that nothing is left to load. */
  readonly innermost: string;
  /** Why other files forbid to import it at the top; to stand behind "because". */
  readonly notAtTop: string | undefined;
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
  /** The function sees the context variables of who calls the helper. */
  readonly keepsContext: boolean;
}

/** Writes changes to one file. */
export interface Rewriter {
  /** Moves what blocks off the event loop, in every way that the project has for it, the best one first. */
  offload(place: BlockingPlace): readonly Remedy[];
  /** Awaits one of these functions in the place of the call; what the project has no use for is left out. */
  awaitInstead(place: BlockingPlace, twins: readonly Twin[]): readonly Remedy[];
  /** Awaits the method of the same object that `path` names. */
  awaitMethod(place: BlockingPlace, path: string): readonly Remedy[];
  /** Makes the client that is used here of its async class, and awaits what it does. */
  swapClient(place: BlockingPlace, swap: ClientSwap): readonly Remedy[];
  /** Imports from where they are now all names of a library; `isOlder`: this is not the version whose names they are. */
  moveImports(moved: MovedLibrary, isOlder: boolean): readonly Remedy[];
  /** Awaits what is made at this place. */
  addAwait(span: Span): readonly Remedy[];
  /** Leaves what is awaited at this place as it is. */
  dropAwait(span: Span): readonly Remedy[];
  /** Adds or drops the `async` of the statement that enters or iterates what stands here; `isAsync`: as it is now. */
  switchProtocol(span: Span, statement: 'with' | 'for', isAsync: boolean): readonly Remedy[];
  /** Awaits what a loop is started for here; `start` is what starts it: `asyncio.run`. */
  awaitInsteadOfRun(span: Span, start: string): readonly Remedy[];
  /** Moves what somebody selected off the event loop, whether it blocks or not. */
  offloadSelection(span: Span): readonly Remedy[];
  /** Keeps the task that is started and forgotten here. */
  keepTask(span: Span): readonly Remedy[];
  /** Lets other tasks run in each round of the loop of which this is the head. */
  suspendInLoop(head: Span): readonly Remedy[];
  /** Asks, by the call at this place, for the loop that runs. */
  askForRunningLoop(span: Span): readonly Remedy[];
  /** Names the error of a timeout here: the builtin one, or that of asyncio. */
  nameTimeoutError(span: Span, isBuiltin: boolean): readonly Remedy[];
  /** Makes a function async, and all that have to be for it; in whatever files they are. */
  makeAsync(name: string, recolouring: Recolouring): readonly Remedy[];
  /** Makes a function plain, and drops the `await` of its calls; `by`: who calls it, where that is a framework. */
  makeSync(name: string, recolouring: Recolouring, by?: string): readonly Remedy[];
  /** Calls on the spot what is sent to a thread here. */
  unwrapOffload(hop: HopPlace): readonly Remedy[];
  /** Makes one hop of several that follow one another, or of one that a loop takes in each turn. */
  mergeOffloads(hops: readonly HopPlace[], inLoop: boolean): readonly Remedy[];
  /** Runs awaits that stand in a row at once. */
  atOnce(awaits: readonly Span[]): readonly Remedy[];
  /** Starts in a task group what is gathered here; or why it may not be, to stand behind "because". */
  groupGathered(gather: Span, refusal: string | undefined): readonly Remedy[];
  /** Asks for all items of the loop that awaits here at once, a few at a time. */
  gatherLoop(span: Span): readonly Remedy[];
  /** Lets only a few of the coroutines run at once that are made here for each of many items. */
  boundFanOut(element: Span): readonly Remedy[];
  /** Gives a call a time limit, by this parameter or by what stands around it. */
  limitTime(span: Span, param: string | undefined): readonly Remedy[];
  /** Imports at the top of the file what is imported late here, or has it loaded in a thread before. */
  importEarlier(place: LateImport): readonly Remedy[];
  /** Comments that silence a rule: at this place, and in the whole file. */
  silence(span: Span, code: string): readonly Remedy[];
}
