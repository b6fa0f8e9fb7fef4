/** A blocking call replaced by something that can be awaited. */
import type { Edit, Twin } from '../../model/rewriter.ts';
import type { Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import type { AnyNode } from './children.ts';
import { callAsWork } from './hop.ts';
import { Imports } from './imports.ts';
import { awaitNeedsParentheses, coroutineAround, isShownAsText, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** What stands behind `await`; undefined where this recipe does not apply. */
type Recipe = (source: Source, call: Call, imports: Imports) => string | undefined;

/** Replacements that are no call with the same arguments, by what they are made of. */
const RECIPES: Readonly<Record<string, Recipe>> = {
  'asyncio.wrap_future': (source, { callee, args }, imports) =>
    callee.kind === Kind.Attribute && callee.name === 'result' && args.length === 0
      ? `${imports.name('asyncio', 'wrap_future')}(${source.text.slice(callee.start, callee.value.end)}${source.text
          .slice(callee.value.end, callee.nameStart)
          .replace(/\s*\.\s*$/, '')})`
      : undefined,
};

/** Awaits a function that takes the same arguments, or what there is a recipe for. */
export function replaceCall(
  source: Source,
  path: Path,
  { path: replacement, isAlike }: Twin,
): Edit[] | Obstacle | undefined {
  const recipe = RECIPES[replacement];
  // A method of some class is nothing that could be called by its path.
  if (!recipe && (!isAlike || /\.[A-Z]/.test(replacement))) return undefined;
  const [module, name] = split(replacement);
  return replaced(source, path, (call, imports) =>
    recipe ? recipe(source, call, imports) : written(source, call, imports.name(module, name)),
  );
}

/** Awaits the method of the same object, or the function of the same module, that has this name. */
export function replaceMethod(
  source: Source,
  path: Path,
  replacement: string,
): Edit[] | Obstacle | undefined {
  const [module, name] = split(replacement);
  return replaced(source, path, (call, imports) => {
    const { callee } = call;
    if (callee.kind === Kind.Attribute) {
      return written(source, call, source.text.slice(callee.start, callee.nameStart) + name);
    }
    return callee.kind === Kind.Name && !/\.[A-Z]/.test(replacement)
      ? written(source, call, imports.name(module, name, 'from'))
      : undefined;
  });
}

function replaced(
  source: Source,
  path: Path,
  write: (call: Call, imports: Imports) => string | undefined,
): Edit[] | Obstacle | undefined {
  const node = path.at(-1) as AnyNode;
  if (node.kind !== Kind.Call) return undefined;
  const coroutine = coroutineAround(path);
  if (coroutine instanceof Obstacle) return coroutine;
  if (isShownAsText(path, source.text))
    return new Obstacle('the f-string shows the code itself', { isOfForm: true });
  const imports = new Imports(source, path);
  const text = write(node, imports);
  if (text === undefined) return undefined;
  const awaited = awaitNeedsParentheses(node, path.at(-2)) ? `(await ${text})` : `await ${text}`;
  return [...imports.edits(), { span: { start: node.start, end: node.end }, text: awaited }];
}

/** The same call of something else. */
function written(source: Source, call: Call, callee: string): string {
  return `${callee}(${callAsWork(source, call).args})`;
}

function split(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}
