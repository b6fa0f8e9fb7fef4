/** What the command line needs of the world around it, so that a test can be one. */
import { createColors } from 'picocolors';

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

export type Colours = ReturnType<typeof createColors>;

/** Colours where they can be seen: NO_COLOR and FORCE_COLOR decide, then whether somebody is looking. */
export function coloursFor(
  output: Output,
  { NO_COLOR: no, FORCE_COLOR: force, TERM: term }: Terminal['env'],
): Colours {
  if (no !== undefined && no !== '') return createColors(false);
  if (force !== undefined && force !== '') return createColors(force !== '0' && force !== 'false');
  return createColors(output.isTTY === true && term !== 'dumb');
}

export const PLAIN = createColors(false);

/** Text of others' files made safe to print: what would steer the terminal is shown instead of sent. */
export function printable(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the characters this is about
      .replace(/[\0-\x08\x0B-\x1F\x7F]/g, (letter) =>
        letter === '\x7F' ? '␡' : String.fromCharCode(0x2400 + letter.charCodeAt(0)),
      )
      // Controls of the upper half, and those that turn the direction of writing.
      .replace(/[\x80-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
  );
}

/** Text in lines of at most `width` letters, broken at blanks. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/ +/)) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** One line on standard error. */
export function complain(level: 'error' | 'warning', message: string, { stderr, env }: Terminal): void {
  const colours = coloursFor(stderr, env);
  const label = level === 'error' ? colours.red('error') : colours.yellow('warning');
  stderr.write(`${colours.bold(label)}: ${printable(message.replaceAll('\n', ' '))}\n`);
}
