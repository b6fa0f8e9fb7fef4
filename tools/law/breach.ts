/** Where the law is not kept. */
export interface Breach {
  /** The fix that did it, or those that may have; empty where that cannot be told. */
  readonly id: string;
  readonly what: string;
}
