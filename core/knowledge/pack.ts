/**
 * A pack: what is known of one library or framework, as its JSON file says it.
 *
 * Names are dotted and start at the public module. `calls` groups them by owner, a module or a class:
 * `{"requests.Session": ["get", "post"]}`. A member `*` stands for every public method, `**` for everything below,
 * `***` for whatever name a proxy passes on, capitals too; in an owner, `*` stands for part of one name and `**` for
 * any number of names. What exactly is allowed stands in pack.schema.json.
 */
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { MovedLibrary, SwappedClass } from '../model/swap.ts';

export interface Pack {
  /** What people call it: `requests`, `Home Assistant`. */
  readonly library: string;
  /** Name under which it is installed, when that is not `library`. */
  readonly distribution?: string;
  /** Where its claims can be looked up, unless a record names a better place. Whatever is shipped has one. */
  readonly source?: string;
  /** Defining module to public name, and other names of the same thing: `{"requests.sessions": "requests"}`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What calling a function gives: `{"requests.session": "requests.Session"}`. */
  readonly returns?: Readonly<Record<string, string>>;
  /** What an attribute holds: `{"openai.OpenAI.chat": "openai.resources.chat.Chat"}`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What a class inherits from, for when its source is not at hand. */
  readonly bases?: Readonly<Record<string, string>>;
  /** What replaces its blocking calls, unless a record says otherwise. */
  readonly alternatives?: readonly Alternative[];
  readonly blocking?: readonly BlockingGroup[];
  /** What is known not to block, whatever its source may look like. */
  readonly harmless?: Calls;
  readonly handovers?: readonly HandoverGroup[];
  readonly timeouts?: readonly TimeoutGroup[];
  readonly resources?: readonly ResourceGroup[];
  readonly registers?: readonly RegisterGroup[];
  /** What becomes of objects when they are made of their async class. */
  readonly swaps?: readonly SwappedClass[];
  readonly superseded?: Superseded;
  /** Sizes of the thread pools that `registers` names. */
  readonly pools?: Readonly<Record<string, Pool>>;
  /** Version to go by when nobody knows which is installed. */
  readonly assume?: string;
  /** What to tell people, in a sentence or two. */
  readonly advice?: string;
}

/** What people add to the shipped packs, nearest first; of the packs of one layer, the later win. */
export type OwnPacks = readonly (readonly Pack[])[];

/** Members by owner. */
export type Calls = Readonly<Record<string, readonly string[]>>;

/** When the call blocks: at every call, at the first, on some paths, or by what is done with an argument. */
export type When = 'always' | 'first-call' | 'branch' | `arg:${string}`;

/** Whether other threads run meanwhile: what decides between a thread and a process for CPU-bound work. */
export type Gil = 'releases' | 'holds' | 'preemptible' | 'mixed';

export interface BlockingGroup {
  readonly calls: Calls;
  readonly kinds: readonly BlockingKind[];
  readonly when?: When;
  /** For `arg:`: the argument's position, and what is called on it (`read`, `write`). */
  readonly argument?: ArgumentEffect;
  readonly unless?: readonly Guard[];
  /** The same of the arguments with which the receiver was made: `Queue()` without a size. */
  readonly unlessBuilt?: readonly Guard[];
  /** Methods that, called on the receiver before, make it return at once: `sock.setblocking(False)`. */
  readonly unlessCalled?: readonly ReceiverGuard[];
  readonly gil?: Gil;
  readonly chain?: readonly string[];
  readonly evidence?: Evidence;
  readonly alternatives?: readonly Alternative[];
  readonly since?: string;
  readonly until?: string;
  readonly source?: string;
  /** What it does while it blocks, where its kind says too little: `reads certificates`. */
  readonly does?: string;
  readonly note?: string;
}

export interface ArgumentEffect {
  readonly position: number;
  readonly method: string;
}

export type Evidence = 'curated' | 'primitive' | 'static' | 'observed' | 'traced' | 'user';

/** A condition on one argument under which the call returns at once. */
export interface Guard {
  readonly param: string;
  /** Position without `self`; absent for keyword-only parameters. */
  readonly position?: number;
  readonly is: GuardValue;
}

/** The argument as written, or a dotted constant (`os.WNOHANG`); `absent` when not given, `memory` when an in-memory file. */
export type GuardValue = 'False' | 'True' | 'None' | '0' | 'absent' | 'memory' | `${string}.${string}`;

export interface ReceiverGuard {
  readonly method: string;
  /** Its first argument, as written. */
  readonly is: GuardValue;
}

/** How a blocking call is replaced. */
export type Shape =
  /** The same object has an async method: `chain.invoke()` → `await chain.ainvoke()`. */
  | 'await-rename'
  /** The same package has an async class or function. */
  | 'ctor-swap'
  | 'package-swap'
  /** The event loop itself can do it. */
  | 'loop-api'
  | 'to-thread'
  | 'process'
  /** Do it once, before the loop serves anybody. */
  | 'startup'
  | 'advisory';

export interface Alternative {
  readonly shape: Shape;
  /**
   * What to use, dotted. `{owner}` and `{name}` stand for the two parts of the blocking name, `{module}` and `{class}`
   * for those of its owner, `{stem}` for a class without the `Client` at its end.
   */
  readonly path?: string;
  /** How far a fix goes: a mechanical edit, an edit to look over, words only. */
  readonly fix: 'auto' | 'assisted' | 'advisory';
  /** What has to be installed for it, when that is another distribution. */
  readonly package?: string;
  /** First version of that distribution (or of Python) that has it. */
  readonly since?: string;
  readonly until?: string;
  readonly note?: string;
}

export interface HandoverGroup {
  readonly calls: Calls;
  readonly to: HandoverTarget;
  /** The parameter that takes the function, and its position without `self`. */
  readonly param: string;
  readonly position: number;
  /** The parameter that takes the executor: a process pool there means another process. */
  readonly executor?: { readonly param: string; readonly position: number };
  /** The call gives back a function that hands over when it is called. Also true of decorators. */
  readonly wraps?: boolean;
  readonly pool?: string;
  readonly source?: string;
}

/** How long a call may take when it is told nothing, and which argument says otherwise. */
export interface TimeoutGroup {
  readonly calls: Calls;
  /** The parameter that takes the limit; absent when the call has none. */
  readonly param?: string;
  /** Its position without `self`; absent for keyword-only parameters. */
  readonly position?: number;
  /** Other parameters that limit how long it takes. */
  readonly others?: readonly string[];
  /** `none`, or a time such as `5 s`. */
  readonly default: string;
  /** A function that sets the default for the whole program. */
  readonly globally?: string;
  /** It does not wait itself, or cannot go without: to say nothing is no mistake. */
  readonly isSetting?: boolean;
  readonly source?: string;
}

/** What has to be closed when it is no longer needed. */
export interface ResourceGroup {
  /** What gives an open one: classes by their `__init__`, functions. */
  readonly calls: Calls;
  /** Methods that give back what it holds. */
  readonly close: readonly string[];
  /** To close it has to be awaited. */
  readonly isAsync: boolean;
  /** It keeps connections for the next call, so that one for all calls is better than one for each. */
  readonly pools: boolean;
  /** Parameter that hands in what it would hold otherwise: whoever made that closes it. */
  readonly borrows?: string;
  readonly source?: string;
}

/** Where a handed-over function runs; `here` is at once, by whoever makes the call. */
export type HandoverTarget = 'worker' | 'process' | 'loop' | 'here';

/** Where a framework runs a callback; `none` is a thread without an event loop, `refused` is an error or a no-op. */
export type Place = 'loop' | 'worker' | 'process' | 'none' | 'refused';

/** How one framework comes to know a function, and where it then runs it. */
export interface RegisterGroup {
  readonly via: 'decorator' | 'argument' | 'base-method' | 'name';
  /**
   * Decorator: what decorates. Argument: what is called. Base-method: classes and the methods that one overrides.
   * Name: modules and the functions that the framework looks for in them.
   */
  readonly calls: Calls;
  /** Decorator: it stands on a class, and means these of its methods. */
  readonly methods?: readonly string[];
  /** Decorator: members of what it makes of the function, which register others in the same way: `@group.command()`. */
  readonly takesIn?: readonly string[];
  /** Argument: which one takes the function; `rest` when all that follow do too. */
  readonly param?: string;
  readonly position?: number;
  readonly rest?: boolean;
  /** What it is to the framework: `endpoint`, `dependency`, `tool`. */
  readonly role: string;
  readonly sync: Place;
  readonly async: Place;
  /** The pool in which `worker` is, by its name in `pools`. */
  readonly pool?: string;
  /** Keyword arguments of the registration that change where a sync function runs. */
  readonly options?: readonly RegisterOption[];
  /** Only where the program calls one of these. */
  readonly driven?: Calls;
  /** Versions of the distribution for which this holds: `>=2`, `>=0.8,<2`. */
  readonly versions?: string;
  readonly advice?: string;
  readonly source?: string;
}

export interface RegisterOption {
  readonly param: string;
  readonly is: GuardValue;
  readonly sync: Place;
}

export interface Pool {
  /** As people write it: `40`, `min(32, cpu + 4)`. */
  readonly size: string;
  readonly source: string;
}

/** A library that has had its day. */
export interface Superseded {
  /** Modules to whose imports this applies. */
  readonly modules: readonly string[];
  readonly by: string;
  /** The day it was announced, as `2025-05-14`. */
  readonly date: string;
  /** First Python for which it is true. */
  readonly python?: string;
  /** Where its names are now. */
  readonly moved?: MovedLibrary;
  readonly note?: string;
  readonly source: string;
}
