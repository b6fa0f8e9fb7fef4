/** Packs that people write: read from their text, or refused with one sentence that says what to mend. */
import { firstMistake, type Schema } from './schema.ts';
import type { Pack } from './pack.ts';
import schema from './pack.schema.json';

export type ReadPack = { readonly pack: Pack } | { readonly problem: string };

/** Reads a pack; `problem` names the place by JSON pointer, and what is allowed there. */
export function readPack(text: string): ReadPack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const mistake = firstMistake(value, schema as Schema);
  if (mistake) return { problem: `${mistake.pointer || '/'} ${mistake.message}` };
  return { pack: asUsersOwn(value as Pack) };
}

/** Their records say that they come from the user. */
function asUsersOwn(pack: Pack): Pack {
  if (!pack.blocking) return pack;
  return { ...pack, blocking: pack.blocking.map((group) => ({ evidence: 'user', ...group })) };
}
