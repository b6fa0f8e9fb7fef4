/** Answers that need one another: keeps those that are settled, and only those. */

interface Open<T> {
  /** The outermost question, by level, that this answer waits for. */
  readonly low: number;
  readonly value: T;
}

/** Where one kind of answer is kept: by owner (a frame, a class), then by key. */
export class Answers<Owner extends object, Key, T> {
  readonly open = new Map<Owner, Map<Key, Open<T>>>();

  setOpen(owner: Owner, key: Key, entry: Open<T>): void {
    let entries = this.open.get(owner);
    if (!entries) this.open.set(owner, (entries = new Map<Key, Open<T>>()));
    entries.set(key, entry);
  }

  close(owner: Owner, key: Key): void {
    const entries = this.open.get(owner);
    entries?.delete(key);
    if (entries?.size === 0) this.open.delete(owner);
  }
}

/**
 * `x` may be defined by `y` and `y` by `x`. Whoever asks for `x` while `x` is being answered gets a fallback, and what
 * was built on that is forgotten once `x` has its answer: it would otherwise depend on who asked first. Until then it
 * is remembered, so that a circle of many is walked once and not once for each way through it.
 */
export class Cycles {
  #level = 0;
  #low = Infinity;
  readonly #provisional: (() => void)[] = [];

  /** Questions that wait for this one; callers limit it, so that odd code cannot overflow the stack. */
  get depth(): number {
    return this.#level;
  }

  /** An answer was given up: nothing that is being asked now is settled by what comes back. */
  giveUp(): void {
    this.#low = 0;
  }

  /** The answer of `compute`, or the one that is at hand; `settle` keeps it when it depends on nothing open. */
  answer<Owner extends object, Key, T>(
    answers: Answers<Owner, Key, T>,
    owner: Owner,
    key: Key,
    fallback: T,
    compute: () => T,
    settle: (value: T) => void,
  ): T {
    const open = answers.open.get(owner)?.get(key);
    if (open) {
      this.#low = Math.min(this.#low, open.low);
      return open.value;
    }
    const level = this.#level++;
    const outerLow = this.#low;
    const mark = this.#provisional.length;
    this.#low = Infinity;
    answers.setOpen(owner, key, { low: level, value: fallback });
    const value = compute();
    const low = this.#low;
    this.#level--;
    if (low >= level) {
      answers.close(owner, key);
      settle(value);
      for (const forget of this.#provisional.splice(mark)) forget();
      this.#low = outerLow;
    } else {
      answers.setOpen(owner, key, { low, value });
      this.#provisional.push(() => {
        answers.close(owner, key);
      });
      this.#low = Math.min(outerLow, low);
    }
    return value;
  }
}
