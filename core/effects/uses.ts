/** Who uses each value of a file, and how: the operations of a summary, read backwards. */
import { ArgumentForm, type FileSummary, Op, RegionKind, type Value } from '../model/summary.ts';

/** What a use does with the value. */
export type Role =
  /** The same value goes on from here: an assignment's annotation, branches that meet, a test that narrowed it. */
  | 'same'
  /** It is now an element of what the using operation makes. */
  | 'element'
  | 'named'
  | 'discarded'
  | 'awaited'
  | 'called'
  | 'passed'
  /** Stored, returned, yielded, raised: out of sight. */
  | 'kept'
  | 'attribute'
  | 'item'
  | 'tested'
  | 'compared'
  | 'formatted'
  | 'iterated'
  | 'iterated-async'
  | 'entered'
  | 'entered-async'
  | 'left'
  | 'unpacked'
  | 'calculated';

export interface Use {
  readonly role: Role;
  /** The operation that uses the value; for a test that a region asks, the value itself. */
  readonly by: Value;
}

const known = new WeakMap<FileSummary, Uses>();

/** The uses of a file; many questions begin with them. */
export function usesOf(summary: FileSummary): Uses {
  let uses = known.get(summary);
  if (!uses) known.set(summary, (uses = new Uses(summary)));
  return uses;
}

class Uses {
  readonly #summary: FileSummary;
  /** The last use of each value, as an index into the lists below, which name the one before; -1 for none. */
  readonly #last: Int32Array;
  readonly #before: number[] = [];
  readonly #roles: Role[] = [];
  readonly #by: Value[] = [];

  constructor(summary: FileSummary) {
    this.#summary = summary;
    this.#last = new Int32Array(summary.size).fill(-1);
    for (let row = 0; row < summary.size; row++) this.#readOperation(row);
    for (let region = 0; region < summary.regionCount; region++) {
      if (asksForTruth(summary.regionKind(region))) this.#add(summary.regionValue(region), 'tested', -1);
    }
    for (const { parameters, decorators } of summary.scopes) {
      for (const value of decorators) this.#add(value, 'called', -1);
      for (const parameter of parameters) this.#add(parameter.default, 'kept', -1);
    }
  }

  /** In the order of the operations. */
  of(value: Value): readonly Use[] {
    const uses: Use[] = [];
    for (let at = this.#last[value] ?? -1; at >= 0; at = this.#before[at] ?? -1) {
      uses.push({ role: this.#roles[at] as Role, by: this.#by[at] as Value });
    }
    return uses.reverse();
  }

  #add(value: Value, role: Role, by: Value): void {
    if (value < 0) return;
    this.#before.push(this.#last[value] ?? -1);
    this.#last[value] = this.#roles.length;
    this.#roles.push(role);
    this.#by.push(by);
  }

  #addAll(list: number, role: Role, by: Value): void {
    for (const value of this.#summary.list(list)) this.#add(value, role, by);
  }

  // The one place where every operation has its line.

  #readOperation(row: Value): void {
    const summary = this.#summary;
    const a = summary.a(row);
    const b = summary.b(row);
    switch (summary.op(row)) {
      case Op.Attribute:
        this.#add(a, 'attribute', row);
        break;
      case Op.Call:
        this.#add(a, 'called', row);
        for (const { form, value } of summary.args(row)) {
          this.#add(value, form === ArgumentForm.Star ? 'unpacked' : 'passed', row);
        }
        break;
      case Op.Subscript:
        this.#add(a, 'item', row);
        this.#add(b, 'kept', row);
        break;
      case Op.Await:
        this.#add(a, 'awaited', row);
        break;
      case Op.Binary:
        this.#add(a, 'calculated', row);
        this.#add(b, 'calculated', row);
        break;
      case Op.Unary:
        this.#add(a, 'calculated', row);
        break;
      case Op.Choice:
        this.#addAll(a, 'same', row);
        break;
      case Op.Compare:
        this.#addAll(a, 'compared', row);
        break;
      case Op.Not:
        this.#add(a, 'tested', row);
        break;
      case Op.Truth: {
        // Of `a and b` the last operand may be the result; the others are asked whether they are true.
        const operands = summary.list(a);
        operands.forEach((value, at) => {
          this.#add(value, at === operands.length - 1 && operands.length > 1 ? 'same' : 'tested', row);
        });
        break;
      }
      case Op.Display:
        this.#addAll(a, 'element', row);
        break;
      case Op.Slice:
        this.#addAll(a, 'kept', row);
        break;
      case Op.Dict:
        this.#addAll(a, 'element', row);
        this.#addAll(b, 'element', row);
        break;
      case Op.Comprehension:
        this.#add(a, 'element', row);
        this.#add(summary.c(row), 'element', row);
        break;
      case Op.Format:
        this.#addAll(a, 'formatted', row);
        break;
      case Op.Iterate:
        this.#add(a, b === 1 ? 'iterated-async' : 'iterated', row);
        break;
      case Op.Enter:
        this.#add(a, b === 1 ? 'entered-async' : 'entered', row);
        break;
      case Op.Exit:
        this.#add(a, 'left', row);
        break;
      case Op.Unpack:
      case Op.Star:
        this.#add(a, 'unpacked', row);
        break;
      case Op.Narrow:
      case Op.Exclude:
      case Op.Annotated:
        this.#add(a, 'same', row);
        break;
      case Op.YieldFrom:
        this.#add(a, 'awaited', row);
        break;
      case Op.Bind:
        this.#add(a, 'named', row);
        break;
      case Op.StoreAttribute:
        this.#add(a, 'attribute', row);
        this.#add(summary.c(row), 'kept', row);
        break;
      case Op.StoreSubscript:
        this.#add(a, 'item', row);
        this.#add(b, 'kept', row);
        this.#add(summary.c(row), 'kept', row);
        break;
      case Op.Delete:
        this.#add(a, b < 0 ? 'item' : 'attribute', row);
        break;
      case Op.Yield:
      case Op.Return:
      case Op.Raise:
      case Op.Caught:
      case Op.Changed:
        this.#add(a, 'kept', row);
        break;
      case Op.Discard:
        this.#add(a, 'discarded', row);
        break;
      default:
      // What is left has no operands, or types.
    }
  }
}

export type { Uses };

function asksForTruth(kind: RegionKind): boolean {
  return kind === RegionKind.Then || kind === RegionKind.While || kind === RegionKind.Maybe;
}
