// `npm run catalogue -- CPYTHON_SOURCE [LIB…]`: derives what blocks in the standard library from the sources of CPython, and
// from the `Lib` folders of other versions.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Catalogue } from '../core/knowledge/catalogue.ts';
import { readStub } from '../disk/stubs.ts';
import { scan } from './catalogue/c-scan.ts';
import { derive, type VersionTraced } from './catalogue/derive.ts';
import { openLibrary } from './catalogue/library.ts';
import { primitivesOf } from './catalogue/primitives.ts';
import { traceLibrary } from './catalogue/trace.ts';
import { root, runMain, Stop } from './run.mjs';

const TARGET = 'core/knowledge/data/standard-library.json';

void runMain(async () => {
  const [source, ...libs] = process.argv.slice(2).map((path) => resolve(path));
  if (source === undefined) throw new Stop('say `npm run catalogue -- CPYTHON_SOURCE [LIB…]`');
  const { scanned, names } = await scan(source);
  const { primitives, excluded, unjudged } = primitivesOf(names);
  if (unjudged.length > 0)
    throw new Stop(`primitives.json does not say what these are: ${unjudged.join(', ')}`);
  console.log(
    `${scanned} C functions, ${names.length} give up the GIL; ${excluded} of them left out, ${primitives.length} primitives`,
  );
  const newest = await versionOf(source);
  const versions: VersionTraced[] = [];
  for (const { lib, version } of [...libs.map(libraryAt), { lib: join(source, 'Lib'), version: newest }].sort(
    (a, b) => a.version[1] - b.version[1],
  )) {
    const traced = traceLibrary(openLibrary(lib, version, readStub), primitives);
    versions.push({ version: version.join('.'), traced });
    console.log(`${version.join('.')}: ${traced.size} names block`);
  }
  const catalogue = new Catalogue();
  const derived = derive(versions, primitives, (name) => catalogue.canonical(name), SOURCE);
  const text = JSON.stringify(derived, undefined, 1);
  await writeFile(join(root, TARGET), `${text}\n`);
  console.log(`wrote ${TARGET}: ${gzipSync(JSON.stringify(derived)).length} bytes compressed`);
  return 0;
});

const SOURCE = 'https://github.com/python/cpython';

function libraryAt(lib: string): { lib: string; version: readonly [number, number] } {
  const minor = /python3\.(\d+)$/.exec(lib)?.[1];
  if (minor === undefined) throw new Stop(`${lib} is not called python3.x`);
  return { lib, version: [3, Number(minor)] };
}

/** As CPython's own header has it. */
async function versionOf(source: string): Promise<readonly [number, number]> {
  const header = await readFile(join(source, 'Include/patchlevel.h'), 'utf8').catch(() => '');
  const minor = /PY_MINOR_VERSION\s+(\d+)/.exec(header)?.[1];
  if (minor === undefined) throw new Stop(`${source} holds no sources of CPython`);
  return [3, Number(minor)];
}
