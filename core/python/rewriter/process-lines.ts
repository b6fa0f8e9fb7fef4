/** The statements in which asyncio starts a program, waits for it, and gives what `subprocess` would. */
import { Kind } from '../syntax/tree.ts';
import { isInert } from './first-evaluated.ts';
import type { Imports } from './imports.ts';
import { Obstacle } from './placement.ts';
import type { Running } from './running.ts';
import type { Source } from './source.ts';
import { moved } from './task-group.ts';

/** How asyncio starts a program. */
export type Starter = 'create_subprocess_exec' | 'create_subprocess_shell';

/** What somebody makes of what the call gives. */
export type Wanted = 'all' | 'nothing' | Stream | 'returncode';

type Stream = 'stdout' | 'stderr';
const STREAMS = ['stdout', 'stderr'] as const;

interface Words {
  readonly imports: Imports;
  readonly free: (stem: string) => string;
  readonly wanted: Wanted;
  readonly starter: Starter;
}

export class ProcessLines {
  readonly #source: Source;
  readonly #running: Running;
  readonly #imports: Imports;
  readonly #free: (stem: string) => string;
  readonly #wanted: Wanted;
  readonly #starter: Starter;

  constructor(source: Source, running: Running, { imports, free, wanted, starter }: Words) {
    this.#source = source;
    this.#running = running;
    this.#imports = imports;
    this.#free = free;
    this.#wanted = wanted;
    this.#starter = starter;
  }

  /** To start it and to wait for it is all there is to do: `await (await start()).wait()`. */
  get isOneCall(): boolean {
    const { kind, checks, input } = this.#running;
    const isCode = kind === 'call' || this.#wanted === 'nothing' || this.#wanted === 'returncode';
    return isCode && !checks && !input && !this.#pipes;
  }

  /** The call that starts the program; `command`: the name that its command has got. */
  start(command: string): string {
    const { handed, captures, input, kind } = this.#running;
    const options = new Map(handed);
    for (const name of captures) options.set(name, this.#imports.name('subprocess', 'PIPE'));
    if (kind === 'getoutput') options.set('stderr', this.#imports.name('subprocess', 'STDOUT'));
    if (input) options.set('stdin', this.#imports.name('subprocess', 'PIPE'));
    const keywords = [...options].map(([name, value]) => `, ${name}=${value}`).join('');
    return `${this.#imports.name('asyncio', this.#starter)}(${this.#words(command)}${keywords})`;
  }

  /** All of it, to stand at this indentation; `result` takes the place of the call. */
  write(indent: string): { lines: string[]; result: string } | Obstacle {
    const { kind, checks, command, input } = this.#running;
    const isTold = checks || (kind === 'run' && this.#wanted === 'all');
    const isNamed = command.kind === Kind.Name;
    // What is worked out for the input comes behind the command, and before anything is started.
    const isGivenFirst = input !== undefined && !isInert(input);
    const named = !isNamed && (isTold || isGivenFirst) ? this.#free('command') : '';
    const argv = isNamed ? this.#source.of(command) : named;
    const process = this.#free('process');
    const given = isGivenFirst ? this.#free('given') : input && this.#source.of(input);
    const outputs = STREAMS.map((name) => (this.#isAsked(name) ? this.#free(name) : '_'));
    const known = this.#known(outputs);
    if (known instanceof Obstacle) return known;
    const lines = [
      ...(named === ''
        ? []
        : [`${named} = ${moved(this.#source, command, this.#source.of(command), indent)}`]),
      ...(isGivenFirst
        ? [`${given ?? ''} = ${moved(this.#source, input, this.#source.of(input), indent)}`]
        : []),
      `${process} = await ${this.start(named)}`,
      this.#waits(process, outputs, given),
    ];
    const about = [argv, `${process}.returncode`, ...known];
    if (checks) {
      const error = this.#imports.name('subprocess', 'CalledProcessError');
      const fields = [`${process}.returncode`, argv, ...known].join(', ');
      lines.push(`if ${process}.returncode:`, `${this.#source.indentUnit}raise ${error}(${fields})`);
    }
    return { lines, result: this.#result(process, about, known) };
  }

  /** Whether what the program writes goes through a pipe that somebody has to empty. */
  get #pipes(): boolean {
    return STREAMS.some((name) => this.#isRead(name) !== 'no');
  }

  #isRead(name: Stream): 'yes' | 'no' | 'maybe' {
    const { kind, captures, handed } = this.#running;
    if (kind === 'call' || kind === 'check_call') return 'no';
    if (captures.includes(name)) return 'yes';
    const stream = handed.get(name);
    if (stream === undefined || /(?:^|\.)(?:DEVNULL|STDOUT)$/.test(stream)) return 'no';
    return /(?:^|\.)PIPE$/.test(stream) ? 'yes' : 'maybe';
  }

  /** Whether anybody looks at what it has written. */
  #isAsked(name: Stream): boolean {
    const { checks, kind } = this.#running;
    const isAsked = checks || this.#wanted === 'all' || this.#wanted === name;
    return isAsked && this.#isRead(name) !== 'no' && (name === 'stdout' || kind !== 'getoutput');
  }

  #waits(process: string, outputs: readonly string[], given: string | undefined): string {
    if (!this.#pipes && given === undefined) return `await ${process}.wait()`;
    const communicated = `await ${process}.communicate(${given === undefined ? '' : this.#encoded(given)})`;
    return outputs.every((name) => name === '_') ? communicated : `${outputs.join(', ')} = ${communicated}`;
  }

  #encoded(given: string): string {
    const { decode } = this.#running;
    return decode === undefined ? given : `${given}.encode(${decode})`;
  }

  /** The outputs as the call would give them; the last ones are left out where they are nothing. */
  #known(outputs: readonly string[]): string[] | Obstacle {
    const { decode } = this.#running;
    if (decode !== undefined && STREAMS.some((name) => this.#isRead(name) === 'maybe'))
      return new Obstacle('it is not known whether there is any text to decode');
    const known = outputs.map((name) =>
      name === '_' ? 'None' : decode === undefined ? name : `${name}.decode(${decode})`,
    );
    while (known.at(-1) === 'None') known.pop();
    return known;
  }

  #words(named: string): string {
    const { command, isShell } = this.#running;
    const text = this.#source.of(command);
    if (isShell || command.kind === Kind.String) return named === '' ? text : named;
    if (named !== '') return `*${named}`;
    const isWrittenOut = command.kind === Kind.List || command.kind === Kind.Tuple;
    if (isWrittenOut)
      return text
        .slice(1, -1)
        .replace(/,?\s*$/, '')
        .trim();
    return command.kind === Kind.Conditional || command.kind === Kind.Bool ? `*(${text})` : `*${text}`;
  }

  #result(
    process: string,
    completed: readonly string[],
    [stdout = 'None', stderr = 'None']: readonly string[],
  ) {
    switch (this.#running.kind) {
      case 'check_output':
        return stdout;
      case 'getoutput':
        return `${stdout}.removesuffix(${this.#source.quote}\\n${this.#source.quote})`;
      case 'run':
        if (this.#wanted === 'stdout') return stdout;
        if (this.#wanted === 'stderr') return stderr;
        if (this.#wanted === 'all')
          return `${this.#imports.name('subprocess', 'CompletedProcess')}(${completed.join(', ')})`;
        return `${process}.returncode`;
      default:
        return `${process}.returncode`;
    }
  }
}
