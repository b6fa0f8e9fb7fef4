/** Packs that people write: what can be used of them, and one sentence that says what to mend. */
import { firstMistake, type Schema } from './schema.ts';
import type { Pack } from './pack.ts';
import schema from './pack.schema.json';

export interface ReadPack {
  /** What can be used; undefined when nothing can. */
  readonly pack: Pack | undefined;
  /** The first thing that is wrong: its place as a JSON pointer, and what is allowed there. */
  readonly problem: string | undefined;
}

type Table = Record<string, unknown>;

/** Reads a pack. A record with a mistake is left out, and the others count. */
export function readPack(text: string): ReadPack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      pack: undefined,
      problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  let problem: string | undefined;
  let more = 0;
  for (;;) {
    const mistake = firstMistake(value, schema as Schema);
    if (!mistake) break;
    if (problem === undefined) problem = `${mistake.pointer || '/'} ${mistake.message}`;
    else more += 1;
    const rest = without(value, mistake.pointer);
    if (rest === undefined) return { pack: undefined, problem };
    value = rest;
  }
  if (more > 0)
    problem = `${String(problem)} (and ${String(more)} more ${more === 1 ? 'mistake' : 'mistakes'})`;
  return { pack: asUsersOwn(value as Pack), problem };
}

/** A pack without the record, or the key at its top, in which a mistake lies; undefined when it is in no part alone. */
function without(pack: unknown, pointer: string): unknown {
  const [, key = '', inner] = pointer.split('/').map(unescaped);
  if (key === '' || key === 'library') return undefined;
  const { [key]: part, ...rest } = pack as Table;
  const left = inner === undefined ? undefined : withoutItem(part, inner);
  return left === undefined ? rest : { ...rest, [key]: left };
}

function withoutItem(part: unknown, key: string): unknown {
  if (Array.isArray(part)) {
    const left = part.filter((_, index) => String(index) !== key);
    return left.length === 0 ? undefined : left;
  }
  const { [key]: _, ...left } = part as Table;
  return Object.keys(left).length === 0 ? undefined : left;
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Their records say that they come from the user. */
function asUsersOwn(pack: Pack): Pack {
  if (!pack.blocking) return pack;
  return { ...pack, blocking: pack.blocking.map((group) => ({ evidence: 'user', ...group })) };
}
