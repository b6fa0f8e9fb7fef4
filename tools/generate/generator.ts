// What a generator is: the contents of some files, computed from others.

export interface Generator {
  readonly name: string;
  /** The files and their whole contents, by path from the project's folder; reads what it needs from there. */
  files(root: string): Promise<ReadonlyMap<string, string>>;
}
