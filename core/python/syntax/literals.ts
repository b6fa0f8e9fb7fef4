/** What a string literal evaluates to. */

import { StringFlag } from './scan-strings.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\r': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N)\{[^{}]*\}|\r\n|([\s\S]))/g;
const BYTES_ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|()()()\r\n|([\s\S]))/g;

/** The value of the letters between the quotes. */
export function unescape(inside: string, flags: number): string {
  const text = flags & StringFlag.Return ? inside.replace(/\r\n?/g, '\n') : inside;
  if (!(flags & StringFlag.Backslash) || flags & StringFlag.Raw) return text;
  const escape = flags & StringFlag.Bytes ? BYTES_ESCAPE : ESCAPE;
  return text.replace(escape, (whole: string, ...groups: (string | undefined)[]) => {
    const [octal, hex, short, long, named, other] = groups;
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    const digits = hex ?? short ?? long;
    if (digits) {
      const code = Number.parseInt(digits, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }
    // Which character a name means is not worth a table of all of them.
    if (named) return '\ufffd';
    return other === undefined ? '' : (SIMPLE[other] ?? whole);
  });
}
