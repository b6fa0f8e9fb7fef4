/** A task group that is opened where a statement stood: its head, the tasks in it, and why it may not be opened there. */
import type { Span } from '../../model/span.ts';
import { Kind } from '../syntax/tree.ts';
import { freeName } from './block.ts';
import { Imports } from './imports.ts';
import { mentionedNames } from './names.ts';
import { Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

export class TaskGroup {
  readonly imports: Imports;
  /** What opens it, in front of which the indentation goes. */
  readonly head: string;
  readonly #group: string;
  /** The text of the coroutine around, and all names that were given out. */
  #taken: string;

  constructor(source: Source, path: Path, around: string) {
    this.#taken = around;
    this.imports = new Imports(source, path);
    this.#group = this.name('group');
    this.head = `async with ${this.imports.name('asyncio', 'TaskGroup')}() as ${this.#group}:`;
  }

  /** A name that nobody has yet: one of these, or the first with a number. */
  name(...stems: readonly [string, ...string[]]): string {
    const isTaken = mentionedNames(this.#taken);
    const free = stems.find((stem) => !isTaken(stem)) ?? freeName(this.#taken, { stem: stems[0], number: 1 });
    this.#taken += ` ${free}`;
    return free;
  }

  /** The call that starts a coroutine in it. */
  start(coroutine: string): string {
    return `${this.#group}.create_task(${coroutine})`;
  }
}

/** Whoever handles what fails gets all of it together. */
export function groupIsHandled(path: Path): Obstacle | undefined {
  const isHandled = path.some(
    (node, at) =>
      node.kind === Kind.Try &&
      node.handlers.some(({ isGroup }) => !isGroup) &&
      node.body.some((one) => one === path[at + 1]),
  );
  return isHandled ? new Obstacle('the handler around it would get an `ExceptionGroup`') : undefined;
}

/** What is written for an expression, with its further lines as deep as its first one will stand. */
export function moved(source: Source, { start }: Span, text: string, indent: string): string {
  if (/"""|'''|\\[\r\n]/.test(text)) return text;
  const before = source.indentAt(start);
  return text.replace(/(\r\n|\r|\n)([ \t]*)(?=[^\s])/g, (_, end: string, own: string) =>
    own.startsWith(before) ? end + indent + own.slice(before.length) : end + own,
  );
}
