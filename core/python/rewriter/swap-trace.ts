/** Follows an object to everything that is done with it, and writes what that is when the object is async. */
import type { Edit } from '../../model/rewriter.ts';
import type { Span } from '../../model/span.ts';
import type { SwappedClass, SwappedClasses } from '../../model/swap.ts';
import type { Attribute, Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import { awaitAt } from './colour.ts';
import { type Bound, bindingAt, boundAttribute, boundName } from './name-uses.ts';
import { coroutineAround, isShownAsText, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';
import { takenArguments } from './swap-arguments.ts';
import { collected, entered, iterated, type Step } from './swap-protocols.ts';
import { memberOf, saidOf } from './swapped-class.ts';

/** What several uses belong to, and what they are uses of. */
export interface TracedName extends Bound {
  readonly name: string;
  readonly type: SwappedClass;
}

export class SwapTrace {
  readonly edits: Edit[] = [];
  /** What is awaited, entered or iterated. */
  readonly touched: Span[] = [];
  readonly names: TracedName[] = [];
  /** Annotations of what is followed. */
  readonly annotations: AnyNode[] = [];
  isClosed = false;
  readonly #source: Source;
  readonly #classes: SwappedClasses;
  /** Names at which something of the kind is bound. */
  readonly #bound = new Set<AnyNode>();
  #obstacle: Obstacle | undefined;

  constructor(source: Source, classes: SwappedClasses) {
    this.#source = source;
    this.#classes = classes;
  }

  /** The first thing in the way; it is gone on with, to see what else belongs to the object. */
  get obstacle(): Obstacle | undefined {
    const [stranger] = this.strangers();
    return this.#obstacle ?? (stranger && new Obstacle(`\`${stranger.name}\` is something else elsewhere`));
  }

  /** What the same names are bound to in other places, save for nothing. */
  *strangers(): Generator<{ readonly name: string; readonly value: AnyNode | undefined }> {
    for (const { mentions, name } of this.names) {
      for (const path of mentions) {
        const binding = bindingAt(path);
        const isKnown = !binding || binding.isNothing || this.#bound.has(path.at(-1) as AnyNode);
        if (!isKnown) yield { name, value: binding.value };
      }
    }
  }

  /** `path` leads to something of a class. */
  follow(path: Path, type: SwappedClass): void {
    const [around, node] = path.slice(-2) as [AnyNode, AnyNode];
    const written = this.#stepFrom(path, around, node, type);
    if (written === false && type.isUnknown !== true) this.#stop(this.#escape(path));
    else if (written instanceof Obstacle) this.#stop(written);
  }

  /** Awaits what stands at the end of a path. */
  awaited(path: Path): void {
    const around = coroutineAround(path);
    if (around instanceof Obstacle) this.#stop(around);
    if (isShownAsText(path, this.#source.text))
      this.#stop(new Obstacle('the f-string shows the code itself'));
    this.edits.push(...awaitAt(path));
  }

  /** One step on from an object; false where nobody knows what becomes of it. */
  #stepFrom(path: Path, around: AnyNode, node: AnyNode, type: SwappedClass): Obstacle | boolean {
    switch (around.kind) {
      case Kind.Attribute:
        return type.isUnknown === true || this.#member(path, type);
      case Kind.Subscript:
        return around.value === node && this.#held(path.slice(0, -1), type, '[]');
      case Kind.Assign:
      case Kind.AnnAssign:
        return this.#assigned(path, around, node, type);
      case Kind.With:
        return this.#entered(path, type);
      case Kind.For:
      case Kind.Comprehension:
        return this.#written(iterated(this.#source, path, type));
      case Kind.Call:
        return this.#written(collected(this.#source, path, type));
      case Kind.Compare:
        return around.operators.every((one) => one.startsWith('is'));
      case Kind.ExpressionStatement:
        return true;
      case Kind.If:
      case Kind.Conditional:
        return around.test === node;
      case Kind.Unary:
        return around.operator === 'not';
      default:
        return false;
    }
  }

  /** `client.chat.completions.create(…)`: as far as one of the names is known. */
  #member(path: Path, type: SwappedClass): Obstacle | boolean {
    const chain: Path[] = [];
    for (let at = path.length - 2; path[at]?.kind === Kind.Attribute; at--) chain.push(path.slice(0, at + 1));
    const names = chain.map((one) => (one.at(-1) as Attribute).name);
    for (let length = chain.length; length > 0; length--) {
      const name = names.slice(0, length).join('.');
      const end = chain[length - 1] as Path;
      const around = end.at(-2);
      const isCalled = around?.kind === Kind.Call && around.callee === end.at(-1);
      const isWhole = length === chain.length;
      if (isCalled && isWhole) this.touched.push(around);
      const done = isCalled ? this.#called(end, around, type, name) : this.#read(end, type, name, isWhole);
      if (done !== undefined) return done;
    }
    const text = this.#source.of((chain.at(-1) ?? path).at(-1) as AnyNode);
    return new Obstacle(`nothing is known of \`${text}\` on the async class`);
  }

  /** `path` leads to what is called. */
  #called(path: Path, call: Call, type: SwappedClass, name: string): Obstacle | boolean | undefined {
    const member = memberOf(type, name);
    if (!member) return undefined;
    const callPath = path.slice(0, -1);
    const taken = takenArguments(this.#source, callPath, call, type, name);
    if (taken instanceof Obstacle) return taken;
    this.edits.push(...taken);
    this.#rename(path, member.renamed);
    if (member.isAwaited) this.awaited(callPath);
    if (type.closedBy?.includes(name) === true) this.isClosed = true;
    const given = this.#given(call, type, name);
    if (given instanceof Obstacle) return given;
    if (given) this.follow(callPath, given);
    return true;
  }

  /** `path` leads to what is read; more names may follow. */
  #read(path: Path, type: SwappedClass, name: string, isWhole: boolean): Obstacle | boolean | undefined {
    const member = memberOf(type, name);
    if (member?.isAwaited === true)
      return isWhole ? new Obstacle(`\`${name}\` is handed on, and not called`) : undefined;
    if (!member)
      return saidOf(type.attributes, name) === undefined ? undefined : this.#held(path, type, name);
    this.#rename(path, member.renamed);
    return this.#held(path, type, name) || true;
  }

  /** What an attribute holds, or a subscript. */
  #held(path: Path, type: SwappedClass, name: string): boolean {
    const held = this.#classes.get(saidOf(type.attributes, name) ?? '');
    if (held) this.follow(path, held);
    return held !== undefined || type.isUnknown === true;
  }

  /** The class of what a call gives; undefined where it gives the same on both sides. */
  #given({ args }: Call, type: SwappedClass, name: string): SwappedClass | Obstacle | undefined {
    const { param, is = 'True', calls } = type.givesIf ?? {};
    const asked = saidOf(calls, name);
    const argument = args.find((one) => one.name === param);
    const answer = argument?.value.kind === Kind.Constant ? argument.value.type : undefined;
    if (args.some(({ stars }) => stars === 2) && asked !== undefined)
      return new Obstacle(`the \`**\` may hold \`${param ?? ''}\`, which makes it give something else`);
    if (asked !== undefined && argument && answer === undefined)
      return new Obstacle(`nobody knows what it gives: \`${param ?? ''}\` is not written out`);
    const isAsked = asked !== undefined && answer === is;
    return this.#classes.get((isAsked ? asked : saidOf(type.gives, name)) ?? '');
  }

  #assigned(path: Path, around: AnyNode, node: AnyNode, type: SwappedClass): Obstacle | boolean {
    if (around.kind !== Kind.Assign && around.kind !== Kind.AnnAssign) return false;
    const targets = around.kind === Kind.Assign ? around.targets : [around.target];
    const [target, ...others] = targets;
    if (around.value !== node || !target || others.length > 0) return false;
    return this.#bind([...path.slice(0, -1), target], type);
  }

  /** All uses of what is bound at the end of a path. */
  #bind(path: Path, type: SwappedClass): Obstacle | boolean {
    const target = path.at(-1) as AnyNode;
    const bound = target.kind === Kind.Name ? boundName(this.#source, path, target.id) : boundAttribute(path);
    if (!bound) return false;
    const name = target.kind === Kind.Name ? target.id : (target as Attribute).name;
    this.#bound.add(target);
    const known = this.names.find((one) => one.scope === bound.scope && one.name === name);
    if (known) return known.type === type || new Obstacle(`\`${name}\` is different things`);
    this.names.push({ ...bound, name, type });
    for (const use of bound.mentions) {
      const around = use.at(-2);
      if (around?.kind === Kind.AnnAssign && around.target === use.at(-1))
        this.annotations.push(around.annotation);
      if (!bindingAt(use)) this.follow(use, type);
    }
    return bound.obstacle ?? true;
  }

  #entered(path: Path, type: SwappedClass): Obstacle | boolean {
    const step = entered(this.#source, path, type);
    if (!step || step instanceof Obstacle) return step ?? false;
    this.#write(step);
    this.isClosed = true;
    const inside = this.#classes.get(type.entered ?? '');
    return inside && step.target ? this.#bind([...path.slice(0, -1), step.target], inside) : true;
  }

  #written(step: Step | Obstacle | undefined): Obstacle | boolean {
    if (!step || step instanceof Obstacle) return step ?? false;
    this.#write(step);
    return true;
  }

  #write({ edits, touched }: Step): void {
    this.edits.push(...edits);
    this.touched.push(...touched);
  }

  #rename(path: Path, name: string | undefined): void {
    const { nameStart, end } = path.at(-1) as Attribute;
    if (name !== undefined) this.edits.push({ span: { start: nameStart, end }, text: name });
  }

  #escape(path: Path): Obstacle {
    return new Obstacle(`\`${this.#source.of(path.at(-1) as AnyNode)}\` is used by what does not await`);
  }

  #stop(obstacle: Obstacle): void {
    this.#obstacle ??= obstacle;
  }
}
