/** Collects the rows of a summary as it grows. */
import {
  type ImportName,
  type Op,
  OP_WIDTH,
  REGION_WIDTH,
  type RegionId,
  type RegionKind,
  type Value,
} from '../../model/summary.ts';

/** An Int32Array that doubles when it is full. */
class Column {
  #items = new Int32Array(1 << 16);
  length = 0;

  /** Makes room for `count` more and returns the array to write them to. */
  grow(count: number): Int32Array {
    if (this.length + count > this.#items.length) {
      const larger = new Int32Array(Math.max(this.#items.length * 2, this.length + count));
      larger.set(this.#items);
      this.#items = larger;
    }
    return this.#items;
  }

  get items(): Int32Array {
    return this.#items;
  }
}

/** Files are summarised one after the other, so they share the room to write in: it is what their rows are copied out of. */
const SHARED = { ops: new Column(), lists: new Column(), regions: new Column() };

export class Rows {
  readonly #ops = SHARED.ops;
  readonly #lists = SHARED.lists;
  readonly #regions = SHARED.regions;
  readonly #stringIds = new Map<string, number>();
  readonly strings: string[] = [];
  readonly imports: ImportName[] = [];
  /** The region that new operations stand in. */
  region: RegionId = -1;
  /** Where set, the span of every new operation: the parts of a string annotation have no places of their own. */
  fixedSpan: { readonly start: number; readonly end: number } | undefined;

  constructor() {
    for (const column of Object.values(SHARED)) column.length = 0;
  }

  string(text: string): number {
    let id = this.#stringIds.get(text);
    if (id === undefined) {
      id = this.strings.length;
      this.strings.push(text);
      this.#stringIds.set(text, id);
    }
    return id;
  }

  get opCount(): number {
    return this.#ops.length / OP_WIDTH;
  }

  emit(op: Op, a: number, b: number, c: number, start: number, end: number): Value {
    const at = this.#ops.length;
    const items = this.#ops.grow(OP_WIDTH);
    items[at] = op;
    items[at + 1] = a;
    items[at + 2] = b;
    items[at + 3] = c;
    items[at + 4] = this.fixedSpan ? this.fixedSpan.start : start;
    items[at + 5] = this.fixedSpan ? this.fixedSpan.end : end;
    items[at + 6] = this.region;
    this.#ops.length = at + OP_WIDTH;
    return at / OP_WIDTH;
  }

  opAt(value: Value): Op {
    return this.#ops.items[value * OP_WIDTH] as Op;
  }

  operandA(value: Value): number {
    return this.#ops.items[value * OP_WIDTH + 1] as number;
  }

  list(items: readonly number[]): number {
    const at = this.#lists.length;
    const target = this.#lists.grow(items.length + 1);
    target[at] = items.length;
    for (let i = 0; i < items.length; i++) target[at + 1 + i] = items[i] as number;
    this.#lists.length = at + 1 + items.length;
    return at;
  }

  /** Replaces item `index` of the list at `offset`: loops learn their last operand late. */
  patchList(offset: number, index: number, item: number): void {
    this.#lists.items[offset + 1 + index] = item;
  }

  /** Opens a region inside the current one and makes it current; returns the one to restore. */
  enterRegion(kind: RegionKind, value: Value, link: RegionId, start: number, end: number): RegionId {
    const outer = this.region;
    this.region = this.addRegion(kind, outer, value, link, start, end);
    return outer;
  }

  addRegion(
    kind: RegionKind,
    parent: RegionId,
    value: Value,
    link: RegionId,
    start: number,
    end: number,
  ): RegionId {
    const at = this.#regions.length;
    const items = this.#regions.grow(REGION_WIDTH);
    items[at] = kind;
    items[at + 1] = parent;
    items[at + 2] = value;
    items[at + 3] = link;
    items[at + 4] = start;
    items[at + 5] = end;
    this.#regions.length = at + REGION_WIDTH;
    return at / REGION_WIDTH;
  }

  /** A loop's test is written inside the loop's region, and so after it. */
  patchRegionValue(region: RegionId, value: Value): void {
    this.#regions.items[region * REGION_WIDTH + 2] = value;
  }

  /** Whether the current region is of this kind. */
  isIn(kind: RegionKind): boolean {
    return this.#regions.items[this.region * REGION_WIDTH] === kind;
  }

  /** The rows collected, each kind a part of one block of memory: thousands of files have thousands of them. */
  toArrays(): { ops: Int32Array; lists: Int32Array; regions: Int32Array } {
    const columns = [this.#ops, this.#lists, this.#regions] as const;
    const block = new Int32Array(columns.reduce((total, { length }) => total + length, 0));
    let at = 0;
    const [ops, lists, regions] = columns.map((column) => {
      const part = block.subarray(at, at + column.length);
      part.set(column.items.subarray(0, column.length));
      at += column.length;
      return part;
    }) as [Int32Array, Int32Array, Int32Array];
    return { ops, lists, regions };
  }
}
