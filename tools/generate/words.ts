// Takes the words that people read out of what the manifest contributes, so that they can be translated.

/** Where VS Code looks for `%keys%`. */
const LOCALISABLE = new Set([
  'title',
  'name',
  'description',
  'markdownDescription',
  'markdownEnumDescriptions',
  'patternErrorMessage',
  'contents',
  'altText',
]);

export interface Extracted {
  /** The contributions with `%key%` in the place of words. */
  readonly value: unknown;
  /** The words by key: what package.nls.json holds. */
  readonly words: Readonly<Record<string, string>>;
}

export function extractWords(contributions: unknown): Extracted {
  const words: Record<string, string> = {};
  const value = visit(contributions, [], false);
  return { value, words };

  function visit(part: unknown, path: readonly string[], isForPeople: boolean): unknown {
    if (typeof part === 'string') return isForPeople ? take(part, path.join('.')) : part;
    if (Array.isArray(part)) {
      return part.map((item, index) => visit(item, [...path, nameOf(item, index)], isForPeople));
    }
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, visit(inner, [...path, key], LOCALISABLE.has(key))]),
    );
  }

  function take(text: string, key: string): string {
    words[key] = text;
    return `%${key}%`;
  }
}

/** What tells an element of a list apart: a key should outlive a change of the order. */
function nameOf(item: unknown, index: number): string {
  const { command, id, view } = (typeof item === 'object' && item ? item : {}) as Record<string, string>;
  return command ?? id ?? view ?? String(index);
}
