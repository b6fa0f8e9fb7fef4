/** Bytes to text, as Python decides it: byte order mark, encoding cookie (PEP 263), else UTF-8. */

/** What the platform must bring; core knows neither node nor the DOM by type. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}

export interface Decoded {
  /** Without byte order mark; empty for a binary file. */
  readonly text: string;
  readonly problem: DecodeProblem | undefined;
}

export interface DecodeProblem {
  readonly kind: 'binary' | 'invalid bytes' | 'unknown encoding';
  /** To stand behind the name of the file. */
  readonly message: string;
}

const COOKIE = /^[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#[^\r\n]*)?$/;
/** Enough for two lines of comment. */
const COOKIE_WITHIN = 1024;
/** As git decides it. */
const BINARY_WITHIN = 8000;

/** Python's names of encodings that the platform knows by another one. */
const ALIASES: Readonly<Record<string, string>> = {
  'utf-8-sig': 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  cp65001: 'utf-8',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  cp866: 'ibm866',
  cp932: 'shift_jis',
  sjis: 'shift_jis',
  's-jis': 'shift_jis',
  'shift-jis': 'shift_jis',
  'euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  cp936: 'gbk',
  gb2312: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
};

/** One byte, one character: what is not ASCII matters only inside strings and comments, so Latin-1 stands in for it. */
const LATIN = /^(?:latin|l\d|iso-?8859|iso-ir|cp\d|ibm\d|mac|hp-?roman|koi8|ptcp|kz)/;
const WINDOWS_1252 = /^(?:cp|windows-?)1252$/;
/** Where Windows-1252 is not Latin-1. */
const WINDOWS_LETTERS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const WIDE = /^(?:utf|ucs|u)-?(?:16|32)/;
const ASCII = /^(?:us-)?ascii$|^646$/;

export function decode(bytes: Uint8Array): Decoded {
  if (isBinary(bytes)) return { text: '', problem: { kind: 'binary', message: 'is a binary file' } };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return decodeWith('utf-8', bytes.subarray(3));
  const cookie = encodingCookie(bytes);
  return cookie === undefined ? decodeWith('utf-8', bytes) : decodeNamed(cookie, bytes);
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, BINARY_WITHIN).includes(0);
}

function encodingCookie(bytes: Uint8Array): string | undefined {
  if (!mayHaveCookie(bytes)) return undefined;
  const head = latin1(bytes.subarray(0, COOKIE_WITHIN));
  const [first = '', second = ''] = head.split(/\r\n|\r|\n/, 2);
  return COOKIE.exec(first)?.[1] ?? (BLANK.test(first) ? COOKIE.exec(second)?.[1] : undefined);
}

/** Nearly no file has a cookie, and those are told from the rest by the `g` of `coding` with `:` or `=` behind it. */
function mayHaveCookie(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, COOKIE_WITHIN) - 1;
  for (let at = 0, lines = 0; at < end && lines < 2; at++) {
    const byte = bytes[at];
    if (byte === 0x0a) lines++;
    else if (byte === 0x67 && (bytes[at + 1] === 0x3a || bytes[at + 1] === 0x3d)) return true;
  }
  return false;
}

function decodeNamed(cookie: string, bytes: Uint8Array): Decoded {
  const name = cookie.toLowerCase().replace(/[_\s]+/g, '-');
  if (/^utf-?8(?:-|$)/.test(name)) return decodeWith('utf-8', bytes);
  if (ASCII.test(name)) return decodeAscii(cookie, bytes);
  // A cookie that was read as ASCII disproves these.
  if (WIDE.test(name)) return decodeUnknown(cookie, bytes);
  // Neither can be left to the platform: one is taken for the other, which way round differs.
  if (WINDOWS_1252.test(name)) {
    return { text: latin1(bytes).replace(/[\x80-\x9f]/g, windows1252), problem: undefined };
  }
  const isLatin1 = /^(?:latin-?1?|l1|iso-?8859(?:-1)?|iso-8859-1-.*)$/.test(name);
  const label = ALIASES[name] ?? name.replace(/^cp125/, 'windows-125').replace(/^iso8859/, 'iso-8859');
  const decoder = isLatin1 ? undefined : decoderOf(label);
  if (decoder) return decodeWith(label, bytes);
  if (isLatin1 || LATIN.test(name)) return { text: latin1(bytes), problem: undefined };
  return decodeUnknown(cookie, bytes);
}

function decodeUnknown(cookie: string, bytes: Uint8Array): Decoded {
  const { text } = decodeWith('utf-8', bytes);
  const message = `names an encoding that is not known, ${cookie}; it is read as UTF-8`;
  return { text, problem: { kind: 'unknown encoding', message } };
}

function decodeAscii(cookie: string, bytes: Uint8Array): Decoded {
  const decoded = decodeWith('utf-8', bytes);
  if (decoded.problem || decoded.text.length === bytes.length) return decoded;
  const message = `says that it is ${cookie}, and is not; it is read as UTF-8`;
  return { text: decoded.text, problem: { kind: 'invalid bytes', message } };
}

function decodeWith(label: string, bytes: Uint8Array): Decoded {
  try {
    return { text: strictDecoder(label).decode(bytes), problem: undefined };
  } catch {
    const text = new TextDecoder(label, { fatal: false }).decode(bytes);
    const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
    const message = `is not valid ${label.toUpperCase()}, first in line ${line}; what cannot be read is replaced`;
    return { text, problem: { kind: 'invalid bytes', message } };
  }
}

/** Made once an encoding: a project has thousands of files and one or two encodings. */
const strictDecoders = new Map<string, TextDecoder>();

function strictDecoder(label: string): TextDecoder {
  let decoder = strictDecoders.get(label);
  if (!decoder) strictDecoders.set(label, (decoder = new TextDecoder(label, { fatal: true })));
  return decoder;
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: false });
  } catch {
    return undefined;
  }
}

function windows1252(letter: string): string {
  return WINDOWS_LETTERS.charAt(letter.charCodeAt(0) - 0x80);
}

/** Each byte is the character of that number. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  }
  return parts.join('');
}
