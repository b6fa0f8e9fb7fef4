/** Programs that are run to their end, started and waited for by asyncio. */
import type { BlockingPlace, Edit } from '../../model/rewriter.ts';
import type { Argument, Call } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { freeName } from './block.ts';
import type { AnyNode } from './children.ts';
import { beginsStatement, opening } from './first-evaluated.ts';
import { Imports } from './imports.ts';
import { coroutineAround, Obstacle, type Path } from './placement.ts';
import type { Source } from './source.ts';

/** What means the same to asyncio, and what is done by hand. */
const OPTIONS = /^(?:stdin|stdout|stderr|cwd|env|check|capture_output|text|universal_newlines|input)$/;
const HANDED_ON = /^(?:stdin|stdout|stderr|cwd|env)$/;

/** A call of `run` and its like, taken apart. */
interface Running {
  readonly kind: 'run' | 'call' | 'check_call' | 'check_output';
  readonly command: string;
  readonly options: ReadonlyMap<string, string>;
}

/** The statement that runs a program, as several that await it; undefined where it is no such statement. */
export function awaitProcess(
  source: Source,
  path: Path,
  { name }: BlockingPlace,
): Edit[] | Obstacle | undefined {
  const call = path.at(-1) as AnyNode;
  const statement = beginsStatement(path);
  const running = call.kind === Kind.Call ? runningOf(source, call, name.split('.').at(-1) ?? '') : undefined;
  if (!statement || !running) return undefined;
  const fn = coroutineAround(path);
  if (fn instanceof Obstacle) return fn;
  const before = opening(source, statement);
  if (before instanceof Obstacle) return before;
  if (source.of(call).includes('#')) return new Obstacle('a comment would be lost');
  const imports = new Imports(source, path);
  const free = (stem: string) => freeName(source.of(fn), { stem, number: 1 });
  const isDiscarded = statement.kind === Kind.ExpressionStatement && statement.value === call;
  const { lines, result } = written(running, imports, free, isDiscarded, source.indentUnit);
  const indent = source.indentAt(statement.start);
  const newline = source.newline + indent;
  const at = { start: statement.start, end: statement.start };
  if (isDiscarded)
    return [...imports.edits(), { span: { start: call.start, end: call.end }, text: lines.join(newline) }];
  return [
    ...imports.edits(),
    { span: at, text: lines.map((line) => line + newline).join('') },
    { span: { start: call.start, end: call.end }, text: result },
  ];
}

function runningOf(source: Source, { args }: Call, kind: string): Running | undefined {
  const [command, ...options] = args;
  if (kind !== 'run' && kind !== 'call' && kind !== 'check_call' && kind !== 'check_output') return undefined;
  const isWrittenOut = command?.value.kind === Kind.List && command.name === undefined;
  const isKnown = ({ name, stars, value }: Argument) =>
    stars === 0 &&
    name !== undefined &&
    OPTIONS.test(name) &&
    (HANDED_ON.test(name) || name === 'input' || isTrue(source, value));
  if (!isWrittenOut || !options.every(isKnown)) return undefined;
  const given = new Map(options.map(({ name = '', value }) => [name, source.of(value)]));
  // Text is given as text, and would have to be encoded.
  if (given.has('input') && isText(given)) return undefined;
  if (given.has('capture_output') && (given.has('stdout') || given.has('stderr'))) return undefined;
  return { kind, command: source.of(command.value), options: given };
}

function isTrue(source: Source, value: AnyNode): boolean {
  return source.of(value) === 'True';
}

function isText(options: Running['options']): boolean {
  return options.has('text') || options.has('universal_newlines');
}

function written(
  { kind, command, options }: Running,
  imports: Imports,
  free: (stem: string) => string,
  isDiscarded: boolean,
  indent: string,
): { lines: string[]; result: string } {
  const pipe = () => imports.name('subprocess', 'PIPE');
  const captures = options.has('capture_output');
  const handed = new Map([...options].filter(([name]) => HANDED_ON.test(name)));
  if (captures) for (const name of ['stdout', 'stderr']) handed.set(name, pipe());
  if (kind === 'check_output') handed.set('stdout', pipe());
  if (options.has('input')) handed.set('stdin', pipe());
  const gives = (name: string) => /(?:^|\.)PIPE$/.test(handed.get(name) ?? '');
  const checks = kind.startsWith('check') || options.has('check');
  const needsCommand = checks || (kind === 'run' && !isDiscarded);
  const [argv, process] = [needsCommand ? free('command') : '', free('process')];
  const words = needsCommand
    ? `*${argv}`
    : command
        .slice(1, -1)
        .replace(/,?\s*$/, '')
        .trim();
  const keywords = [...handed].map(([name, value]) => `, ${name}=${value}`).join('');
  const start = `${process} = await ${imports.name('asyncio', 'create_subprocess_exec')}(${words}${keywords})`;
  const outputs = ['stdout', 'stderr'].map((name) => (gives(name) ? free(name) : '_'));
  const isRead = outputs.some((name) => name !== '_');
  const communicated = `await ${process}.communicate(${options.get('input') ?? ''})`;
  const waits = isRead
    ? `${outputs.join(', ')} = ${communicated}`
    : options.has('input')
      ? communicated
      : `await ${process}.wait()`;
  const known = outputs.map((name) => (name === '_' ? 'None' : isText(options) ? `${name}.decode()` : name));
  while (known.at(-1) === 'None') known.pop();
  const about = [`${process}.returncode`, argv, ...known];
  const raised = () =>
    `${indent}raise ${imports.name('subprocess', 'CalledProcessError')}(${about.join(', ')})`;
  const lines = [
    ...(needsCommand ? [`${argv} = ${command}`] : []),
    start,
    waits,
    ...(checks ? [`if ${process}.returncode:`, raised()] : []),
  ];
  return { lines, result: resultOf(kind, { imports, argv, process, known }) };
}

function resultOf(
  kind: Running['kind'],
  { imports, argv, process, known }: { imports: Imports; argv: string; process: string; known: string[] },
): string {
  switch (kind) {
    case 'run':
      return `${imports.name('subprocess', 'CompletedProcess')}(${[argv, `${process}.returncode`, ...known].join(', ')})`;
    case 'check_output':
      return known[0] ?? 'None';
    default:
      return `${process}.returncode`;
  }
}
