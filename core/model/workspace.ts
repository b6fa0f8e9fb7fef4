/** What a shell hands to the engine: text and folders, and nothing about where they come from. */

/**
 * Access to files. Paths are absolute in the shell's own form with `/` between the parts; the engine only joins
 * and compares them. Synchronous on purpose: reading 6,500 files one after the other takes a fifth of the time that promises take.
 */
export interface FileSystem {
  /** A file's bytes; undefined when there is none or it cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** Names of a folder's entries, folders with a `/` behind; undefined when there is no such folder. */
  list(folder: string): readonly string[] | undefined;
}

/** Where the installed packages and the Python version of a project are known from. */
export interface Environment {
  /** Folders that hold installed packages, first match wins. */
  readonly packageFolders: readonly string[];
  /** `[3, 11]`; undefined when nothing tells. */
  readonly pythonVersion: readonly [number, number] | undefined;
  /** The project itself says that this is the oldest it runs on; else it is what happens to be installed here. */
  readonly isVersionDeclared: boolean;
  /** Versions of what is installed, by normalised name; undefined when nobody looked. */
  readonly versions?: ReadonlyMap<string, string> | undefined;
  /** Functions that the project's own metadata makes commands: `shop.main:run`. */
  readonly commands?: readonly string[];
}
