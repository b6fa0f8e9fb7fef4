// The functions at which tracing ends: what the scan of the C sources found, less what returns at once, plus what it cannot see.
import type { BlockingKind } from '../../core/model/blocking-kind.ts';
import choices from './primitives.json';

export interface Primitive {
  /** As the C module has it: `posix.stat`. */
  readonly name: string;
  readonly kind: BlockingKind;
  readonly isScanned: boolean;
}

const EXCLUDED = choices.excluded.flatMap(({ names }) => names.map(whole));
const KINDS = choices.kinds.map(([pattern = '', kind]) => [whole(pattern), kind as BlockingKind] as const);

/** Types and modules that C sources name by a macro, by what the scan leaves of them. */
const MACROS: readonly (readonly [RegExp, string])[] = [
  [/^\.(DirEntry|ScandirIterator)\b/, 'posix.$1'],
  [/^\.(Blob|Connection|Cursor)\b/, 'sqlite3.$1'],
];

/** The primitives among scanned names, and those added by hand; `unjudged` are names of which no rule says what they are. */
export function primitivesOf(scanned: readonly string[]): {
  readonly primitives: readonly Primitive[];
  readonly excluded: number;
  readonly unjudged: readonly string[];
} {
  const found = new Map<string, Primitive>();
  const unjudged: string[] = [];
  let excluded = 0;
  for (const written of scanned) {
    const name = MACROS.reduce((text, [pattern, by]) => text.replace(pattern, by), written).replace(
      /\.__(init|new)__$/,
      '',
    );
    if (EXCLUDED.some((pattern) => pattern.test(name) || pattern.test(written))) {
      excluded += 1;
      continue;
    }
    const kind = kindOf(name);
    if (kind === undefined) unjudged.push(name);
    else found.set(name, { name, kind, isScanned: true });
  }
  for (const name of choices.added.flatMap(({ names }) => names)) {
    const kind = kindOf(name);
    if (kind === undefined) throw new Error(`primitives.json adds ${name} and does not say how it blocks`);
    if (!found.has(name)) found.set(name, { name, kind, isScanned: false });
  }
  return { primitives: [...found.values()], excluded, unjudged };
}

function kindOf(name: string): BlockingKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** A dot stands for itself, unless the pattern has it with a star. */
function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
