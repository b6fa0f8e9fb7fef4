/** Answers that need one another: keeps those that are settled, and only those. */

interface Open<T> {
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

  /** Questions that wait for this one; callers limit it, so that odd code cannot overflow the stack. */
  get depth(): number {
    return this.#level;
  }

  /** An answer was given up: nothing that is being asked now is settled by what comes back. */
  giveUp(): void {
    this.#low = 0;
  }

  /** The answer of `compute`, or the one that is at hand; `settle` keeps it when it depends on nothing open. */
  answer<T>(answers: Answers<T>, key: number, fallback: T, compute: () => T, settle: (value: T) => void): T {
    const open = answers.get(key);
    if (open) {
      this.#low = Math.min(this.#low, open.low);
      return open.value;
    }
    const level = this.#level++;
    const outerLow = this.#low;
    const mark = this.#provisional.length;
    this.#low = Infinity;
    answers.set(key, { low: level, value: fallback });
    const value = compute();
    const low = this.#low;
    this.#level--;
    if (low >= level) {
      answers.delete(key);
      settle(value);
      if (this.#provisional.length > mark) for (const forget of this.#provisional.splice(mark)) forget();
      this.#low = outerLow;
    } else {
      answers.set(key, { low, value });
      this.#provisional.push(() => answers.delete(key));
      this.#low = Math.min(outerLow, low);
    }
    return value;
  }
}
