/** Evaluates values to types on demand: nothing is looked at before somebody asks, and nothing twice. */
import {
  Op,
  type RegionId,
  type RegionKind,
  type Scope,
  type ScopeId,
  type Value,
} from '../model/summary.ts';
import { annotationType } from './annotations.ts';
import { type CallArguments, choosingParameters, NO_ARGUMENTS } from './arguments.ts';
import { constructorAbove } from './attributes.ts';
import { callTargets, type CallTarget, namesOf } from './calls.ts';
import { isCutOff, liveRegion, runsByArguments } from './conditions.ts';
import { testedParameters } from './constants.ts';
import { dictOf } from './containers.ts';
import { attributeChanges, type Changes, moduleChanges } from './contents.ts';
import { decorate, type Decoration, decorations, modifiersOf, registered } from './decorators.ts';
import { type Answers, Cycles } from './cycles.ts';
import type { Frame } from './frame.ts';
import { Frames } from './frames.ts';
import { ancestors, argumentMap, typeParameters } from './hierarchy.ts';
import { asInstance, awaited, elementOf, entered } from './iteration.ts';
import { findMemberType, type Owner, refine } from './members.ts';
import type { Module, Modules } from './modules.ts';
import { exported, type Located, lookup } from './names.ts';
import { chooseOverload, literalsOf } from './overloads.ts';
import { Patches } from './patches.ts';
import { callResult, specialise } from './results.ts';
import { stubbedReturn } from './stub-twins.ts';
import { Subclasses } from './subclasses.ts';
import { ground, substitute } from './substitution.ts';
import type { Ancestor, ClassSymbol, FunctionSymbol, Modifiers } from './symbols.ts';
import type { FunctionType, InstanceType, Type, VariableType } from './types.ts';
import { evaluate } from './values.ts';

/** Nested evaluations; deeper ones are given up, so that odd code cannot overflow the stack. */
const MAX_NESTING = 200;

export class Evaluator extends Frames {
  readonly modules: Modules;
  readonly pythonVersion: readonly [number, number];
  /** The project says that this is the oldest it runs on; else it is what is installed here, or the newest. */
  readonly isVersionDeclared: boolean;
  readonly #subclasses: Subclasses;
  readonly patches: Patches;
  readonly #choosing = new Map<FunctionSymbol, ReadonlySet<number>>();
  readonly #testing = new Map<FunctionSymbol, ReadonlySet<number>>();
  readonly #registered = new Map<FunctionSymbol, readonly FunctionSymbol[]>();
  readonly #literals = new Map<Frame, Map<Value, ReadonlySet<string | number | boolean> | undefined>>();
  readonly #constructorsAbove = new Map<Frame, Frame | undefined>();
  readonly #moduleChanges = new Map<Module, Changes>();
  readonly #attributeChanges = new Map<ClassSymbol, Changes>();
  readonly #returns = new Map<Frame, Type>();
  readonly #memberTypes = new Map<string, Map<number, Type>>();
  readonly #members = new Map<ClassSymbol, Map<string, readonly Located[]>>();
  readonly #regions = new Map<Module, Map<RegionId, RegionKind | undefined>>();
  readonly #running = new Map<Module, Map<RegionId, boolean>>();
  readonly #standard = new Map<string, ClassSymbol | undefined>();
  readonly #enums = new Map<ClassSymbol, boolean>();
  readonly cycles = new Cycles();
  readonly openAncestors = new Map() as Answers<readonly Ancestor[]>;
  readonly #annotations = new Map<Frame, Map<Value, Type>>();
  readonly #openAnnotations = new Map() as Answers<Type>;
  readonly #callNames = new Map<number, readonly string[]>();
  readonly #globals = new Map<Module, Map<string, readonly Located[]>>();
  readonly #yields = new Map<Frame, Type>();
  readonly #openYields = new Map() as Answers<Type>;
  readonly #openReturns = new Map() as Answers<Type>;

  /** `workspace` lists the modules whose classes may override what others declare. */
  constructor(
    modules: Modules,
    workspace: () => Iterable<Module>,
    pythonVersion?: readonly [number, number],
    isVersionDeclared = false,
  ) {
    super();
    this.modules = modules;
    this.pythonVersion = pythonVersion ?? NEWEST_PYTHON;
    this.isVersionDeclared = isVersionDeclared;
    this.#subclasses = new Subclasses(this, workspace);
    this.patches = new Patches(this, workspace);
  }

  /** Files have changed: what is known of them all together is worked out anew. */
  renew(): void {
    this.#subclasses.renew();
  }

  protected modifiersOf(frame: Frame, scope: Scope): Modifiers {
    return modifiersOf(this, frame, scope);
  }

  // ------------------------------------------------------------ values

  typeOf(frame: Frame, value: Value): Type {
    if (value < 0) return this.types.unknown;
    const { memo } = frame;
    const slot = value - frame.scope.first;
    const known = memo[slot];
    const { cycles } = this;
    if (known) {
      if (known.kind !== 'open') return known;
      cycles.take(known.low);
      return known.value;
    }
    if (frame.module.summary.op(value) === Op.Literal) return (memo[slot] = evaluate(this, frame, value));
    if (cycles.depth > MAX_NESTING) {
      cycles.giveUp();
      return this.types.unknown;
    }
    memo[slot] = { kind: 'open', low: cycles.enter(), value: this.types.unknown };
    const type = evaluate(this, frame, value);
    const low = cycles.leave();
    if (low < 0) return (memo[slot] = type);
    memo[slot] = { kind: 'open', low, value: type };
    cycles.forgetLater(() => (memo[slot] = undefined));
    return type;
  }

  /** What an annotation says, seen from the frame that it stands in. */
  annotation(frame: Frame, value: Value): Type {
    const known = this.#annotations.get(frame)?.get(value);
    if (known) return known;
    return this.cycles.answer(
      this.#openAnnotations,
      frame.id * MAX_ROWS + value,
      this.types.unknown,
      () => annotationType(this, frame, value),
      (type) => {
        const settled = this.#annotations.get(frame);
        if (settled) settled.set(value, type);
        else this.#annotations.set(frame, new Map([[value, type]]));
      },
    );
  }

  callResult(callee: Type, args: CallArguments): Type {
    return callResult(this, callee, args);
  }

  callTargets(callee: Type, args: CallArguments): CallTarget[] {
    return callTargets(this, callee, args);
  }

  /** What a call without known arguments leaves. */
  resultOf(callee: Type): Type {
    return callResult(this, callee, NO_ARGUMENTS);
  }

  /** What a function returns: by its annotation where that says something, else by its `return` statements. */
  returnType(frame: Frame, args: CallArguments = NO_ARGUMENTS): Type {
    const { returnAnnotation } = frame.scope;
    const isStub = frame.module.origin === 'stub';
    if (returnAnnotation < 0) return isStub ? this.types.unknown : this.#undeclaredReturn(frame, args);
    const declared = this.annotation(frame.parent ?? frame, returnAnnotation);
    const type = specialise(this, frame, declared, args);
    const isTelling = !isCallable(type) && !args.isDecoration && !this.#isAbstract(type);
    if (isStub || (type.kind !== 'unknown' && isTelling)) return type;
    const inferred = this.#inferredReturn(frame);
    if (inferred.kind === 'unknown') return type;
    // A decorator is said to give back what it is given, and the code tells what that has become.
    return args.isDecoration && !isCallable(inferred) ? type : inferred;
  }

  /** What the code says, or else its stub. */
  #undeclaredReturn(frame: Frame, args: CallArguments): Type {
    const inferred = this.#inferredReturn(frame);
    return inferred.kind === 'unknown' && frame.function
      ? stubbedReturn(this, frame.function, args)
      : inferred;
  }

  #inferredReturn(frame: Frame): Type {
    const known = this.#returns.get(frame);
    if (known) return known;
    return this.cycles.answer(
      this.#openReturns,
      frame.id,
      this.types.unknown,
      () => this.#returned(frame),
      (type) => this.#returns.set(frame, type),
    );
  }

  #returned(frame: Frame): Type {
    const { summary } = frame.module;
    const found: Type[] = [];
    for (let row = frame.scope.first; row < frame.scope.end; row++) {
      if (summary.op(row) !== Op.Return || !this.mayRun(frame, summary.region(row))) continue;
      if (this.isCutOff(frame, row)) continue;
      found.push(summary.a(row) < 0 ? this.types.none : this.typeOf(frame, summary.a(row)));
    }
    return this.types.union(found);
  }

  /** A class that only declares: what comes back is one of its subclasses. */
  #isAbstract(type: Type): boolean {
    if (type.kind !== 'instance' || type.class.module.origin === 'stub') return false;
    return this.#subclasses.isAbstract(type.class);
  }

  /** What a generator yields; `compute` looks, and may go in a circle: `yield from` oneself. */
  yielded(frame: Frame, compute: () => Type): Type {
    const known = this.#yields.get(frame);
    if (known) return known;
    return this.cycles.answer(this.#openYields, frame.id, this.types.unknown, compute, (type) =>
      this.#yields.set(frame, type),
    );
  }

  awaited(type: Type): Type {
    return awaited(this, type);
  }

  elementOf(type: Type): Type {
    return elementOf(this, type);
  }

  entered(type: Type, isAsync: boolean): Type {
    return entered(this, type, isAsync);
  }

  asInstance(type: Type): InstanceType | undefined {
    return asInstance(this, type);
  }

  decorations(frame: Frame, id: ScopeId): readonly Decoration[] {
    return decorations(this, frame, id);
  }

  /** The implementations that `@name.register` adds to a function. */
  registered(symbol: FunctionSymbol): readonly FunctionSymbol[] {
    let known = this.#registered.get(symbol);
    if (!known) this.#registered.set(symbol, (known = registered(this, symbol)));
    return known;
  }

  decorated(frame: Frame, symbol: FunctionSymbol): Type {
    return decorate(this, frame, symbol);
  }

  chooseOverload(callee: FunctionType, args: CallArguments): FunctionType {
    return chooseOverload(this, callee, args);
  }

  /** The names that the catalogue may know a function by; asked for at every call of it. */
  namesOf(type: FunctionType): readonly string[] {
    let names = this.#callNames.get(type.id);
    if (!names) this.#callNames.set(type.id, (names = namesOf(this, type)));
    return names;
  }

  /** What a module's name leads to; the module is asked for it from every function that uses it. */
  global(frame: Frame, name: string): readonly Located[] {
    const { module } = frame;
    let names = this.#globals.get(module);
    if (!names) this.#globals.set(module, (names = new Map<string, readonly Located[]>()));
    let found = names.get(name);
    if (!found) names.set(name, (found = lookup(this, this.moduleFrame(module), name, 0)));
    return found;
  }

  /** The values of an annotation that is made of `Literal` alone. */
  literals(frame: Frame, annotation: Value): ReadonlySet<string | number | boolean> | undefined {
    let known = this.#literals.get(frame);
    if (!known)
      this.#literals.set(
        frame,
        (known = new Map<Value, ReadonlySet<string | number | boolean> | undefined>()),
      );
    if (!known.has(annotation)) known.set(annotation, literalsOf(this, frame, annotation));
    return known.get(annotation);
  }

  /** The other implementations that a call of an abstract method may mean. */
  overrides(callee: FunctionType): readonly FunctionType[] {
    return this.#subclasses.overrides(callee);
  }

  /** The classes of the workspace that derive from this one and have an attribute that this one has not. */
  declaringBelow(symbol: ClassSymbol, name: string): readonly ClassSymbol[] {
    return this.#subclasses.below(symbol).filter((each) => this.declares(each, name));
  }

  // ------------------------------------------------------------ classes

  /** What a module, a class or an instance has as `name`; the same few are asked for all over a program. */
  member(base: Owner, name: string): Type {
    let members = this.#memberTypes.get(name);
    if (!members) this.#memberTypes.set(name, (members = new Map<number, Type>()));
    const known = members.get(base.id);
    if (known) return known;
    const outer = this.cycles.watch();
    const type = findMemberType(this, base, name);
    if (this.cycles.unwatch(outer)) members.set(base.id, type);
    return type;
  }

  /** Whether a class says anything of an attribute: in its body, or by what its methods store in `self`. */
  declares(symbol: ClassSymbol, name: string): boolean {
    return this.hasOwn(symbol, name) || symbol.module.summary.attributes(symbol.scope.id).has(name);
  }

  /** What a class's own body defines as `name`. */
  classMember(symbol: ClassSymbol, name: string): readonly Located[] {
    let members = this.#members.get(symbol);
    if (!members) this.#members.set(symbol, (members = new Map<string, readonly Located[]>()));
    let found = members.get(name);
    if (!found) {
      const binds = symbol.module.summary.names(symbol.scope.id).get(name);
      const frame = this.classFrame(symbol);
      found = binds ? this.#latest(frame, binds) : [];
      members.set(name, found);
    }
    return found;
  }

  #latest(frame: Frame, binds: readonly Value[]): readonly Located[] {
    const { summary } = frame.module;
    return binds
      .filter((bind) => this.liveRegion(frame, summary.region(bind)) !== undefined)
      .map((bind) => ({ frame, value: summary.a(bind) }))
      .slice(-1);
  }

  hasOwn(symbol: ClassSymbol, name: string): boolean {
    return symbol.module.summary.names(symbol.scope.id).has(name);
  }

  typeParameters(symbol: ClassSymbol): readonly VariableType[] {
    return typeParameters(this, symbol);
  }

  isEnum(symbol: ClassSymbol): boolean {
    let known = this.#enums.get(symbol);
    if (known === undefined) {
      known = ancestors(this, symbol).some((ancestor) => ancestor.class?.name === 'enum.Enum');
      this.#enums.set(symbol, known);
    }
    return known;
  }

  /** The arguments that an ancestor of an instance's class gets. */
  ancestorArgs(instance: InstanceType, ancestor: Ancestor): readonly Type[] {
    if (!ancestor.class) return [];
    const map = argumentMap(this, instance.class, instance.args);
    return ancestor.args.map((arg) => ground(this, substitute(this, arg, map)));
  }

  builtin(name: string): ClassSymbol | undefined {
    return this.standardClass('builtins', name);
  }

  standardClass(moduleName: string, name: string): ClassSymbol | undefined {
    const key = `${moduleName}.${name}`;
    if (this.#standard.has(key)) return this.#standard.get(key);
    const found = this.#findStandardClass(moduleName, name);
    this.#standard.set(key, found);
    return found;
  }

  #findStandardClass(moduleName: string, name: string): ClassSymbol | undefined {
    const module = this.modules.stub(moduleName);
    const [definition] = module ? exported(this, module, name) : [];
    if (!definition) return undefined;
    const type = this.typeOf(definition.frame, definition.value);
    return type.kind === 'class' ? type.class : undefined;
  }

  builtinInstance(name: string, args: readonly Type[] = []): Type {
    const symbol = this.builtin(name);
    return symbol ? this.types.instance(symbol, args) : this.types.unknown;
  }

  /** The type of a short string, a whole number or a truth value that is known. */
  literal(value: string | number | boolean): Type {
    const symbol = this.builtin(LITERAL_CLASSES[typeof value as 'string']);
    return symbol ? this.types.literal(symbol, value) : this.types.unknown;
  }

  dictOf(items: ReadonlyMap<string | number, Type>): Type {
    return dictOf(this, items);
  }

  /** Whether a function picks something by a parameter, so that its very value matters. */
  chooses(symbol: FunctionSymbol, index: number): boolean {
    let known = this.#choosing.get(symbol);
    if (!known) this.#choosing.set(symbol, (known = choosingParameters(symbol)));
    return known.has(index);
  }

  /** Whether a function asks for the value of a parameter to decide what to do. */
  tests(symbol: FunctionSymbol, index: number): boolean {
    let known = this.#testing.get(symbol);
    if (!known) this.#testing.set(symbol, (known = testedParameters(symbol)));
    return known.has(index);
  }

  /** What functions put into the containers of their module. */
  changesIn(module: Module): Changes {
    let changes = this.#moduleChanges.get(module);
    if (!changes) this.#moduleChanges.set(module, (changes = moduleChanges(module)));
    return changes;
  }

  /** What methods put into containers in `self`. */
  changesOf(symbol: ClassSymbol): Changes {
    let changes = this.#attributeChanges.get(symbol);
    if (!changes) this.#attributeChanges.set(symbol, (changes = attributeChanges(symbol)));
    return changes;
  }

  /** The constructor that a constructor hands its arguments on to. */
  constructorAbove(frame: Frame): Frame | undefined {
    if (!this.#constructorsAbove.has(frame))
      this.#constructorsAbove.set(frame, constructorAbove(this, frame));
    return this.#constructorsAbove.get(frame);
  }

  /** Whether a parameter's annotation leaves open what may be handed in. */
  isVague(symbol: FunctionSymbol, annotation: Value): boolean {
    const type = this.annotation(this.headFrame(symbol), annotation);
    return this.#isOpen(type);
  }

  #isOpen(type: Type): boolean {
    if (type.kind === 'union') return type.members.some((member) => this.#isOpen(member));
    return /^(unknown|callable|variable)$/.test(type.kind) || this.#isAbstract(type);
  }

  /** Whether an argument is of a class below the one that a parameter asks for. */
  narrows(symbol: FunctionSymbol, annotation: Value, argument: Type): boolean {
    const declared = this.annotation(this.headFrame(symbol), annotation);
    return refine(this, declared, argument) === argument && argument !== declared;
  }

  /** Whether the operations of a region may run at all. */
  runs(frame: Frame, region: RegionId): boolean {
    if (frame.bindings.size > 0 && !runsByArguments(this, frame, region)) return false;
    let known = this.#running.get(frame.module);
    if (!known) this.#running.set(frame.module, (known = new Map<RegionId, boolean>()));
    let runs = known.get(region);
    if (runs === undefined) {
      runs = liveRegion(this, frame, region, false) !== undefined;
      known.set(region, runs);
    }
    return runs;
  }

  /** Whether the operations of a region may have been run, by what the program and the frame's arguments tell. */
  mayRun(frame: Frame, region: RegionId): boolean {
    if (this.liveRegion(frame, region) === undefined) return false;
    return frame.bindings.size === 0 || runsByArguments(this, frame, region);
  }

  /** Whether the arguments of the frame make it return before an operation. */
  isCutOff(frame: Frame, row: Value): boolean {
    return frame.bindings.size > 0 && isCutOff(this, frame, row);
  }

  liveRegion(frame: Frame, region: RegionId): RegionKind | undefined {
    let known = this.#regions.get(frame.module);
    if (!known) this.#regions.set(frame.module, (known = new Map<RegionId, RegionKind | undefined>()));
    if (known.has(region)) return known.get(region);
    // Modules that import one another may ask in a circle: so far, it may run.
    known.set(region, frame.module.summary.regionKind(region));
    const kind = liveRegion(this, frame, region, true);
    known.set(region, kind);
    return kind;
  }
}

const LITERAL_CLASSES = { string: 'str', number: 'int', boolean: 'bool' } as const;

/** What is called, and what that does is not said by its type. */
function isCallable({ kind }: Type): boolean {
  return kind === 'callable' || kind === 'function' || kind === 'partial';
}

/** More than any program has, so that two numbers make one key. */
const MAX_ROWS = 2 ** 26;

/** What is assumed where nothing tells: code for an older Python says so. */
const NEWEST_PYTHON = [3, 14] as const;
