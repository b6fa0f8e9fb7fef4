/** What becomes of the objects of a class, and of what they give, when its async twin is made instead. */

/**
 * A class and what is done with its objects. Members are dotted paths of attributes: `chat.completions.create`; `*`
 * stands for one name of a path, `**` for any number of them, `[]` for what stands in brackets.
 */
export interface SwappedClass {
  /** Its name, by which others give it; one that nobody can make needs not exist. */
  readonly class: string;
  /** What makes its objects, and what makes the twin's: `{"redis.from_url": "redis.asyncio.from_url"}`. */
  readonly made?: Readonly<Record<string, string>>;
  /** To make the twin is awaited. */
  readonly isMadeAwaited?: boolean;
  /** Keyword arguments for the twin, to have it do the same. */
  readonly adds?: readonly string[];
  /** Parameters that take something else on the twin. */
  readonly unlike?: readonly string[];
  /** Methods that the twin has as coroutines. */
  readonly awaited?: readonly string[];
  /** Methods and attributes that the twin has as they are. */
  readonly alike?: readonly string[];
  /** What a pattern does not mean: members of which nothing is said. */
  readonly except?: readonly string[];
  /** Methods and attributes that the twin has under another name: `{"close": "aclose"}`. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The class of what a method gives, where the twin's method gives a twin of that; all else is the same on both. */
  readonly gives?: Readonly<Record<string, string>>;
  /** What they give when an argument asks for it: by `True`, or by what `is` says. */
  readonly givesIf?: {
    readonly param: string;
    readonly is?: 'True' | 'False';
    readonly calls: Readonly<Record<string, string>>;
  };
  /** The class of what an attribute holds. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** `async with` enters the twin, and gives this class. */
  readonly entered?: string;
  /** `async for` goes over the twin. */
  readonly iterated?: boolean;
  /** How methods may be called; those that are not named here take the same as the twin's. */
  readonly arguments?: readonly TakenArguments[];
  /** Names of exceptions that the twin does not raise, from the package of the class, and builtin ones. */
  readonly errors?: readonly string[];
  readonly builtinErrors?: readonly string[];
  /** The package that the twin is from, where that is another one: the project has to use it already. */
  readonly package?: string;
  /** First version that has the twin. */
  readonly since?: string;
  /** What differs still; stands in a title. */
  readonly differs?: string;
  readonly source?: string;
  /** Its methods that close it, where the twin must not be left open. */
  readonly closedBy?: readonly string[];
  /** Nothing is known of it: it is used as before, unless it is entered or iterated. */
  readonly isUnknown?: boolean;
}

/** The arguments that mean the same to a method of the twin. */
export interface TakenArguments {
  readonly calls: readonly string[];
  /** How many are given by position. */
  readonly positional: number;
  /** The names of the others, here and there. */
  readonly keywords: Readonly<Record<string, string>>;
  /** How they have to be written. */
  readonly written?: Readonly<Record<string, 'number' | 'dict'>>;
  /** What is not given means something else there. */
  readonly needs?: readonly string[];
}

/** The classes of a package that have twins, with what they give. */
export type SwappedClasses = ReadonlyMap<string, SwappedClass>;

/** Where the names of a module have gone. */
export interface MovedModule {
  readonly to: string;
  /** Those that mean the same there. */
  readonly names: readonly string[];
  /** What they give has other members there: it is not to be given a name. */
  readonly isUnlike?: boolean;
}

/** The modules of a library that another one has taken over. */
export interface MovedLibrary {
  readonly modules: Readonly<Record<string, MovedModule>>;
  /** The package that has them, when it is no part of Python. */
  readonly package?: string;
  /** Names of versions of which nothing was taken over. */
  readonly older?: readonly string[];
}
