// Which stubs of a checkout are taken, and which Pythons have their modules.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';

interface StubFile {
  /** Below `stdlib`, with `/`. */
  readonly path: string;
  /** `3.11-`, `-3.12`; empty when every Python of interest has the module. */
  readonly versions: readonly string[];
  readonly text: string;
}

/** What came with Python 3.8 or before is there for all projects alike. */
const OLDEST_MINOR = 8;

/** What nobody calls who writes async code. Without their types, the names of these modules still tell what blocks. */
const SKIPPED: readonly [pattern: string, reason: string][] = [
  [
    '{tkinter/**,_tkinter.pyi,turtle.pyi}',
    'a desktop toolkit with a loop of its own, and a tenth of all stubs',
  ],
  ['{distutils,lib2to3}/**', 'tools for building and rewriting code, gone since Python 3.12 and 3.13'],
  ['{msilib/**,_msi.pyi}', 'Windows installers, gone since Python 3.13'],
  ['encodings/!(__init__).pyi', 'a file for every codec, and codecs are found by their names as strings'],
  ['pydoc_data/**', 'nothing but texts'],
];

export async function stubFiles(stdlib: string): Promise<StubFile[]> {
  const ignore = SKIPPED.map(([pattern]) => pattern);
  const paths = await glob('**/*.pyi', { cwd: stdlib, ignore });
  const ranges = readRanges(await readFile(join(stdlib, 'VERSIONS'), 'utf8'));
  return Promise.all(
    paths.sort().map(async (path) => ({
      path,
      versions: versionsOf(path.replace(/(\/__init__)?\.pyi$/, '').replaceAll('/', '.'), ranges),
      text: await readFile(join(stdlib, path), 'utf8'),
    })),
  );
}

/** Of lines such as `asynchat: 3.0-3.11`, by module. */
function readRanges(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.matchAll(/^([\w.]+): (\d+\.\d+)-(\d+\.\d+)?/gm);
  return new Map(Array.from(lines, ([, module = '', since = '', until = '']) => [module, [since, until]]));
}

/** A module that is not listed is as old as its package. */
function versionsOf(module: string, ranges: ReturnType<typeof readRanges>): string[] {
  const range = ranges.get(module);
  if (!range) {
    const dot = module.lastIndexOf('.');
    if (dot < 0) throw new Error(`VERSIONS does not have ${module}`);
    return versionsOf(module.slice(0, dot), ranges);
  }
  const [since = '', until = ''] = range;
  const isOld = Number(since.split('.')[1]) <= OLDEST_MINOR;
  return isOld && until === '' ? [] : [`${isOld ? '' : since}-${until}`];
}
