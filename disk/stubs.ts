/** The types of the standard library, read when the first of them is asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stubsIn } from '../core/index.ts';

type ReadStub = ReturnType<typeof stubsIn>;

/** Beside the program as it ships; in the sources while it is being made. */
const PLACES = ['typeshed/stdlib.txt', '../core/python/typeshed/stdlib.txt'].map((path) =>
  join(__dirname, path),
);

let stubs: ReadStub | undefined;

export const readStub: ReadStub = (module) => {
  stubs ??= stubsIn(readFileSync(PLACES.find(existsSync) ?? PLACES[0] ?? '', 'utf8'));
  return stubs(module);
};
