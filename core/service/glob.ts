/** Paths by pattern, as `.gitignore` has it: `tests`, `*.pyi`, `src/**\/generated`, `{docs,examples}/**`. */

/**
 * A path as written in a folder, made absolute, with `/` between its parts. The engine compares paths, so none of
 * them may have `.`, `..` or a slash at its end.
 */
export function placed(path: string, folder: string): string {
  const written = path.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (isAbsolute(written) ? written : `${folder}/${written}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const joined = parts.join('/');
  return /^[a-z]:/i.test(joined) ? joined : `/${joined}`;
}

/**
 * A pattern as written in a folder, for absolute paths. One without a slash is meant for any depth below the folder.
 */
export function placedGlob(glob: string, folder: string): string {
  const written = glob.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (isAbsolute(written) && written.startsWith(`${folder}/`)) return written;
  const anywhere = written.includes('/') ? '' : '**/';
  return `${folder.replace(/[*?[{]/g, '[$&]')}/${anywhere}${written.replace(/^\//, '')}`;
}

/** Whether an absolute path matches a placed pattern. One that matches a folder matches all that is in it. */
export function matchesGlob(glob: string, path: string): boolean {
  let expression = compiled.get(glob);
  if (!expression) {
    expression = new RegExp(`^${translate(glob)}(?:/.*)?$`, 's');
    compiled.set(glob, expression);
  }
  return expression.test(path);
}

const compiled = new Map<string, RegExp>();

function isAbsolute(path: string): boolean {
  return /^(\/|[a-z]:\/)/i.test(path);
}

/** The parts of a pattern that mean something, each with what it means to a regular expression. */
const TOKEN =
  /(?<folders>(?:\*\*\/)+)|(?<all>\*\*+)|\*|\?|\[(?<not>[!^]?)(?<set>\]?[^\]/]+)\]|\{(?<choices>[^{}]*)\}/g;

function translate(pattern: string): string {
  let result = '';
  let from = 0;
  for (const match of pattern.matchAll(TOKEN)) {
    result += literal(pattern.slice(from, match.index)) + translateToken(match[0], match.groups ?? {});
    from = match.index + match[0].length;
  }
  return result + literal(pattern.slice(from));
}

function translateToken(
  token: string,
  { folders, all, not, set, choices }: Partial<Record<string, string>>,
): string {
  if (folders !== undefined) return '(?:.*/)?';
  if (all !== undefined) return '.*';
  if (set !== undefined)
    return letters(`[${not ? '^/' : ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`) ?? literal(token);
  if (choices !== undefined) return `(?:${choices.split(',').map(translate).join('|')})`;
  return token === '*' ? '[^/]*' : '[^/]';
}

/** A set of letters, if it is one: `[z-a]` is not. */
function letters(set: string): string | undefined {
  try {
    return new RegExp(set).source;
  } catch {
    return undefined;
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
