/** The types of Python's standard library: typeshed's stubs, minified, all in one text that is cut as modules are asked for. */

export interface Stub {
  readonly text: string;
  readonly isPackage: boolean;
  /** The Python that brought the module; undefined when all that are of interest have it. */
  readonly since: PythonVersion | undefined;
  /** The last Python that had the module; undefined when the newest has it. */
  readonly until: PythonVersion | undefined;
}

/** `[3, 11]`. */
export type PythonVersion = readonly [number, number];

/** Opens each module: `### json/__init__.pyi`, `### zoneinfo/_common.pyi 3.9-`, `### pipes.pyi -3.12`. */
const OPENING = '\n### ';
const HEADING = /^(\S+?)(\/__init__)?\.pyi(?: (\d\.\d+)?-(\d\.\d+)?)?(?:\n|$)/;

/** Finds modules by their dotted names in such a text, stdlib.txt. */
export function stubsIn(text: string): (module: string) => Stub | undefined {
  const [_notice, ...chunks] = text.split(OPENING);
  const modules = new Map(
    chunks.map((chunk) => {
      const [line, path = '', init, since, until] = HEADING.exec(chunk) ?? [''];
      const stub: Stub = {
        text: chunk.slice(line.length),
        isPackage: init !== undefined,
        since: versionOf(since),
        until: versionOf(until),
      };
      return [path.replaceAll('/', '.'), stub];
    }),
  );
  return (module) => modules.get(module);
}

function versionOf(text: string | undefined): PythonVersion | undefined {
  const [major, minor] = text?.split('.') ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}
