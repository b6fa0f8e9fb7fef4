/** How coroutines that were gathered are started in a task group: by themselves, or in a loop. */
import type { Comprehension, Expression } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { below } from './children.ts';
import { mentionedNames } from './names.ts';
import type { Source } from './source.ts';
import { moved, type TaskGroup } from './task-group.ts';

export interface Start {
  readonly lines: readonly string[];
  /** What came of it, as an item of a list. */
  readonly result: string;
}

export class Starts {
  readonly #source: Source;
  readonly #group: TaskGroup;
  /** Of the lines in the group. */
  readonly #indent: string;

  constructor(source: Source, group: TaskGroup, indent: string) {
    this.#source = source;
    this.#group = group;
    this.#indent = indent;
  }

  /** One of which nobody takes the result. */
  one(value: Expression): Start {
    return { lines: [this.#group.start(this.#moved(value))], result: '' };
  }

  /** One whose result gets a name, where it has one. */
  named(value: Expression, name: string): Start {
    const task = this.#group.name(name === '' ? 'task' : `${name}_task`);
    return { lines: [`${task} = ${this.#group.start(this.#moved(value))}`], result: `${task}.result()` };
  }

  /** Many, as a list of tasks. */
  kept(value: Expression): Start {
    const tasks = this.#group.name('tasks', 'started');
    const task = this.#group.name('task');
    return {
      lines: [`${tasks} = ${this.#asList(value)}`],
      result: `*(${task}.result() for ${task} in ${tasks})`,
    };
  }

  /** Many of which nobody takes the results: a `for` loop, where its names are nobody else's in what is around. */
  each(value: Expression, around: string): Start {
    if (!isPlainComprehension(value)) {
      const one = this.#group.name('coroutine');
      const head = `for ${one} in ${this.#moved(value)}:`;
      return { lines: [head, this.#source.indentUnit + this.#group.start(one)], result: '' };
    }
    const isOneLine = !/[\r\n#]/.test(this.#source.of(value));
    const lines = isOneLine ? this.#asLoop(value, around) : undefined;
    return lines ? { lines, result: '' } : this.kept(value);
  }

  /** `[group.create_task(load(name)) for name in names]`. */
  #asList(value: Expression): string {
    if (isPlainComprehension(value)) {
      const { start, end, element } = value;
      const { text } = this.#source;
      const started = this.#group.start(this.#source.of(element));
      return this.#moved(
        value,
        `[${text.slice(start + 1, element.start)}${started}${text.slice(element.end, end - 1)}]`,
      );
    }
    const one = this.#group.name('coroutine');
    return `[${this.#group.start(one)} for ${one} in ${this.#moved(value)}]`;
  }

  #asLoop({ clauses, element, start, end }: Comprehension, around: string): string[] | undefined {
    const isTaken = mentionedNames(around.replace(this.#source.of({ start, end }), ''));
    const lines: string[] = [];
    const add = (line: string) => lines.push(this.#source.indentUnit.repeat(lines.length) + line);
    for (const { target, iterable, conditions } of clauses) {
      if ([...below(target)].some((node) => node.kind === Kind.Name && isTaken(node.id))) return undefined;
      add(`for ${this.#source.of(target)} in ${this.#source.of(iterable)}:`);
      for (const condition of conditions) add(`if ${this.#source.of(condition)}:`);
    }
    add(this.#group.start(this.#source.of(element)));
    return lines;
  }

  #moved(value: Expression, text = this.#source.of(value)): string {
    return moved(this.#source, value, text, this.#indent);
  }
}

function isPlainComprehension(value: Expression): value is Comprehension {
  return value.kind === Kind.Comprehension && (value.form === 'list' || value.form === 'generator');
}
