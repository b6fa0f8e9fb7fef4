/** Calls of `subprocess` that run a program to its end, taken apart; or why asyncio cannot do the same in a few lines. */
import type { BlockingPlace } from '../../model/rewriter.ts';
import type { Argument, Call, Expression } from '../syntax/tree.ts';
import { Kind } from '../syntax/tree.ts';
import { Obstacle } from './placement.ts';
import type { Source } from './source.ts';

/** What means the same to asyncio. */
const HANDED_ON =
  /^(?:stdin|stdout|stderr|cwd|env|start_new_session|preexec_fn|close_fds|pass_fds|creationflags|startupinfo|user|group|extra_groups|umask|process_group|restore_signals)$/;
/** What is done by hand, where it is on. */
const FLAGS = /^(?:check|capture_output|text|universal_newlines|shell)$/;
const IS_OFF = /^(?:False|None)$/;

/** A call of `run` and its like. */
export interface Running {
  readonly kind: 'run' | 'call' | 'check_call' | 'check_output' | 'getoutput' | 'system';
  readonly isShell: boolean;
  readonly command: Expression;
  /** What comes of it is bytes for asyncio; undefined where it is that for the call too. */
  readonly decode: string | undefined;
  readonly input: Expression | undefined;
  readonly checks: boolean;
  /** Options as they are written, streams among them. */
  readonly handed: ReadonlyMap<string, string>;
  /** Streams that are to be read, though nothing says so among the options. */
  readonly captures: readonly ('stdout' | 'stderr')[];
}

const KINDS: ReadonlySet<string> = new Set(['run', 'call', 'check_call', 'check_output', 'getoutput']);

/** Undefined for what runs no program to its end. */
export function runningOf(
  source: Source,
  call: Call,
  place: Pick<BlockingPlace, 'name' | 'command'>,
): Running | Obstacle | undefined {
  const name = place.name.split('.').at(-1) ?? '';
  if (place.name === 'os.system') return ofSystem(call);
  if (!KINDS.has(name)) return undefined;
  const kind = name as Running['kind'];
  const [command, ...others] = call.args;
  if (command?.name !== undefined || command?.stars !== 0)
    return new Obstacle('its command is not written first');
  const options = optionsOf(source, others);
  if (options instanceof Obstacle) return options;
  const isShell = options.isOn('shell') || kind === 'getoutput';
  const obstacle =
    notRun(source, command.value, isShell, place.command) ?? contradiction(kind, options.given);
  if (obstacle) return obstacle;
  return {
    kind,
    isShell,
    command: command.value,
    decode: kind === 'getoutput' ? '' : decodingOf(source, options),
    input: options.given.get('input'),
    checks: kind.startsWith('check') || options.isOn('check'),
    handed: handedOn(source, options),
    captures: options.isOn('capture_output')
      ? ['stdout', 'stderr']
      : kind.endsWith('output')
        ? ['stdout']
        : [],
  };
}

/** `os.system` tells how it ended in numbers of its own. */
function ofSystem({ args }: Call): Running | undefined {
  const [command] = args;
  if (!command) return undefined;
  const nothing = { decode: undefined, input: undefined, checks: false, handed: new Map(), captures: [] };
  return { kind: 'system', isShell: true, command: command.value, ...nothing };
}

/** What is given by name and is not off. */
interface Options {
  readonly given: ReadonlyMap<string, Expression>;
  readonly isOn: (flag: string) => boolean;
}

function optionsOf(source: Source, options: readonly Argument[]): Options | Obstacle {
  const given = new Map<string, Expression>();
  for (const { name, stars, value } of options) {
    if (stars > 0 || name === undefined) return new Obstacle('its options are not written out');
    const text = source.of(value);
    if (IS_OFF.test(text)) continue;
    const obstacle = notOption(name, text);
    if (obstacle) return obstacle;
    given.set(name, value);
  }
  return { given, isOn: (flag) => FLAGS.test(flag) && given.has(flag) };
}

function notOption(name: string, text: string): Obstacle | undefined {
  if (name === 'timeout')
    return new Obstacle(
      '`timeout=` ends the process and tells what it has written: a worker thread keeps that',
    );
  if (FLAGS.test(name))
    return text === 'True' ? undefined : new Obstacle(`whether \`${name}\` is on is not written here`);
  const isKnown = HANDED_ON.test(name) || /^(?:input|encoding|errors)$/.test(name);
  return isKnown ? undefined : new Obstacle(`asyncio has no \`${name}=\``);
}

function handedOn(source: Source, { given }: Options): ReadonlyMap<string, string> {
  const handed = [...given].filter(([option]) => HANDED_ON.test(option));
  return new Map(handed.map(([option, value]) => [option, source.of(value)]));
}

/** Why the command would be another one to asyncio. */
function notRun(
  source: Source,
  command: Expression,
  isShell: boolean,
  form: BlockingPlace['command'],
): Obstacle | undefined {
  if (form === undefined) return new Obstacle('it is not known whether the command is a text or a list');
  if (isShell) return form === 'text' ? undefined : new Obstacle('a shell takes a text, and this is a list');
  const isOneWord = command.kind === Kind.String && !/\s/.test(source.of(command));
  return form === 'words' || isOneWord
    ? undefined
    : new Obstacle('without a shell, the words of a text are told apart on Windows alone');
}

function contradiction(kind: Running['kind'], given: ReadonlyMap<string, Expression>): Obstacle | undefined {
  const isPiped = given.has('stdout') || given.has('stderr');
  const fails =
    (given.has('capture_output') && isPiped) ||
    (kind === 'check_output' && given.has('stdout')) ||
    (given.has('input') && given.has('stdin'));
  return fails ? new Obstacle('its options contradict each other') : undefined;
}

/** What stands between the parentheses of `decode` and `encode`, where the call is about text. */
function decodingOf(source: Source, { given, isOn }: Options): string | undefined {
  const [encoding, errors] = ['encoding', 'errors'].map((name) => given.get(name));
  if (!encoding && !errors && !isOn('text') && !isOn('universal_newlines')) return undefined;
  return [encoding && source.of(encoding), errors && `errors=${source.of(errors)}`]
    .filter(Boolean)
    .join(', ');
}
