/** The stubs of the standard library, from the file that ships with every bundle. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stubsIn } from '../core/index.ts';

type ReadStub = ReturnType<typeof stubsIn>;

let shipped: ReadStub | undefined;

/** The stub of a module; undefined when the standard library does not have it. The file is read when first needed. */
export function readStub(module: string): ReturnType<ReadStub> {
  shipped ??= readStubs(existsSync(BESIDE_BUNDLE) ? BESIDE_BUNDLE : IN_SOURCE);
  return shipped(module);
}

const BESIDE_BUNDLE = join(__dirname, 'typeshed');
const IN_SOURCE = join(__dirname, '../core/python/typeshed');

/** All stubs of a folder. The file is ASCII, and quickest to read as one byte a character. */
export function readStubs(folder: string): ReadStub {
  return stubsIn(readFileSync(join(folder, 'stdlib.txt'), 'latin1'));
}
