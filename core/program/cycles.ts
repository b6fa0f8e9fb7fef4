/** Answers that need one another: keeps those that are settled, and only those. */

export interface Open<T> {
  /** The outermost question, by level, that this answer waits for. */
  readonly low: number;
  readonly value: T;
}

/** Questions of one kind that are being asked, by a number that tells them apart. */
export type Answers<T> = Map<number, Open<T>>;

/**
 * `x` may be defined by `y` and `y` by `x`. Whoever asks for `x` while `x` is being answered gets a fallback, and what
 * was built on that is forgotten once `x` has its answer: it would otherwise depend on who asked first. Until then it
 * is remembered, so that a circle of many is walked once and not once for each way through it.
 */
export class Cycles {
  #level = 0;
  #low = Infinity;
  readonly #provisional: (() => unknown)[] = [];
  readonly #outerLows: number[] = [];
  readonly #marks: number[] = [];

  /** Questions that wait for this one; callers limit it, so that odd code cannot overflow the stack. */
  get depth(): number {
    return this.#level;
  }

  /** An answer was given up: nothing that is being asked now is settled by what comes back. */
  giveUp(): void {
    this.#low = 0;
  }

  /** Begins a question; what is asked until `leave` is asked for its sake. The number is its level. */
  enter(): number {
    const level = this.#level++;
    this.#outerLows[level] = this.#low;
    this.#marks[level] = this.#provisional.length;
    this.#low = Infinity;
    return level;
  }

  /** An answer that is still open was taken as it is: it waits for the question of level `low`. */
  take(low: number): void {
    this.#low = Math.min(this.#low, low);
  }

  /** Ends the question: -1 when its answer is settled, else the level of the outermost one that it waits for. */
  leave(): number {
    const level = --this.#level;
    const low = this.#low;
    const outerLow = this.#outerLows[level] ?? Infinity;
    if (low < level) {
      this.#low = Math.min(outerLow, low);
      return low;
    }
    this.#low = outerLow;
    const mark = this.#marks[level] ?? 0;
    if (this.#provisional.length > mark) for (const forget of this.#provisional.splice(mark)) forget();
    return -1;
  }

  /**
   * Looks on while something is worked out that is no question of its own; what it returns is handed to `unwatch`, which
   * says whether nothing open was taken meanwhile.
   */
  watch(): number {
    const outer = this.#low;
    this.#low = Infinity;
    return outer;
  }

  unwatch(outer: number): boolean {
    const isSettled = this.#low === Infinity;
    this.#low = Math.min(outer, this.#low);
    return isSettled;
  }

  /** An answer is remembered until what it waits for is settled. */
  forgetLater(forget: () => unknown): void {
    this.#provisional.push(forget);
  }

  /** The answer of `compute`, or the one that is at hand; `settle` keeps it when it depends on nothing open. */
  answer<T>(answers: Answers<T>, key: number, fallback: T, compute: () => T, settle: (value: T) => void): T {
    const open = answers.get(key);
    if (open) {
      this.take(open.low);
      return open.value;
    }
    answers.set(key, { low: this.enter(), value: fallback });
    const value = compute();
    const low = this.leave();
    if (low < 0) {
      answers.delete(key);
      settle(value);
    } else {
      answers.set(key, { low, value });
      this.forgetLater(() => answers.delete(key));
    }
    return value;
  }
}
