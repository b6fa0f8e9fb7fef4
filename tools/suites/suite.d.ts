// What `npm test` asks of a suite: a name to choose it by, and a run that answers its counts.

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Suite {
  readonly name: string;
  /** Runs the tests, streams their output, and takes the rest of the command line. */
  run(args: readonly string[]): Promise<Counts>;
}
