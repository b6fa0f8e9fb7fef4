/** Whether the arguments of a call mean the same to the method of another class, and how they are written there. */
import type { Edit } from '../../model/rewriter.ts';
import type { SwappedClass } from '../../model/swap.ts';
import type { Argument, Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { below } from './children.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';
import { argumentsOf } from './swapped-class.ts';

/** What has to be written differently in the call of a method; `path` leads to the call. */
export function takenArguments(
  source: Source,
  path: Path,
  call: Call,
  type: SwappedClass,
  name: string,
): Edit[] | Obstacle {
  const caught = caughtAround(source, path, type.builtinErrors ?? []);
  if (caught !== undefined) return new Obstacle(`\`except ${caught}\` would not catch its errors`);
  const taken = argumentsOf(type, name);
  if (!taken) return [];
  const { positional, keywords, written = {}, needs = [] } = taken;
  const missing = needs.find((param) => call.args.every((argument) => argument.name !== param));
  if (missing !== undefined) return new Obstacle(`a call without \`${missing}\` takes another one there`);
  const edits: Edit[] = [];
  for (const [at, argument] of call.args.entries()) {
    const { start, name: keyword = '', stars } = argument;
    const there = keyword === '' && stars === 0 && at < positional ? keyword : keywords[keyword];
    if (there === undefined || !isWrittenAs(written[keyword], argument))
      return new Obstacle(`\`${source.of(argument)}\` may mean something else there`);
    if (there !== keyword) edits.push({ span: { start, end: start + keyword.length }, text: there });
  }
  return edits;
}

function isWrittenAs(form: 'number' | 'dict' | undefined, { value }: Argument): boolean {
  if (form === 'dict') return value.kind === Kind.Dict;
  return form !== 'number' || (value.kind === Kind.Constant && /^(?:int|float)$/.test(value.type));
}

/** A builtin error that a `try` around a place catches, and that is meant for what the other class raises. */
function caughtAround(source: Source, path: Path, errors: readonly string[]): string | undefined {
  for (const [at, node] of path.entries()) {
    const inner = path[at + 1];
    if (node.kind !== Kind.Try || !node.body.some((one) => one === inner)) continue;
    for (const { type } of node.handlers) {
      for (const named of type ? below(type) : []) {
        const text = source.of(named);
        if (named.kind === Kind.Name && errors.includes(text)) return text;
      }
    }
  }
  return undefined;
}
