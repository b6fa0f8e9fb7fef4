/** The tokens of the text being read, in typed arrays that are kept from file to file. */

import { emptyTable } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A buffer that one huge file made larger than this is given back after it. */
const MOST_KEPT = 1 << 20;

class TokenBuffer {
  kinds = emptyTable<Token>(1 << 14);
  starts = new Int32Array(1 << 14);
  ends = new Int32Array(1 << 14);
  /** Of a name its number in `names`, of a string its `StringFlag`s. */
  values = new Int32Array(1 << 14);
  count = 0;

  push(kind: Token, start: number, end: number, value: number): void {
    const index = this.count;
    if (index === this.kinds.length) this.resize(index * 2);
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.values[index] = value;
    this.count = index + 1;
  }

  clear(): void {
    this.count = 0;
    if (this.kinds.length > MOST_KEPT) this.resize(MOST_KEPT);
  }

  private resize(size: number): void {
    const kept = Math.min(size, this.count);
    const { kinds, starts, ends, values } = this;
    this.kinds = emptyTable<Token>(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.values = new Int32Array(size);
    this.kinds.set(kinds.subarray(0, kept));
    this.starts.set(starts.subarray(0, kept));
    this.ends.set(ends.subarray(0, kept));
    this.values.set(values.subarray(0, kept));
  }
}

/** Shared by all parses: reading a text is synchronous, so only one is ever under way. */
export const tokens = new TokenBuffer();
