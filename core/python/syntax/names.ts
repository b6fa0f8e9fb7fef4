/**
 * One table of every identifier met, for all files: a repeated name costs no allocation, and no name is a
 * slice that keeps the text it was found in alive.
 */

import { RESERVED } from './tokens.ts';

/** Beyond this many names, or letters in them, the table starts anew; names already handed out stay valid. */
const MOST_NAMES = 1 << 20;
const MOST_LETTERS = 1 << 24;
const FIRST_SLOTS = 1 << 12;
/** Names can be made to have the same hash; those that find no slot within so many are not shared. */
const MOST_PROBES = 64;

let slots = new Int32Array(0);
let hashes = new Int32Array(0);
/** As written. */
let texts: string[] = [];
/** As Python reads them: it composes letters (PEP 3131), so that `ﬁle` is `file`. */
let values: string[] = [];
let letters = 0;

/** The hash that `intern` expects; the tokenizer walks the characters anyway and computes it as it goes. */
function hash(text: string, start: number, end: number): number {
  let result = 0;
  for (let at = start; at < end; at++) result = (Math.imul(result, 31) + text.charCodeAt(at)) | 0;
  return result;
}

/** The number of the identifier `text[start:end]`. Valid until the next `trimNames`. */
export function intern(text: string, start: number, end: number, hashed: number): number {
  const mask = slots.length - 1;
  let slot = firstSlot(hashed, mask);
  for (let probes = 0; probes < MOST_PROBES; probes++) {
    const index = (slots[slot] as number) - 1;
    if (index < 0) {
      slots[slot] = texts.length + 1;
      return add(text, start, end, hashed);
    }
    if (hashes[index] === hashed && same(texts[index] as string, text, start, end)) return index;
    slot = (slot + 1) & mask;
  }
  return add(text, start, end, hashed);
}

function firstSlot(hashed: number, mask: number): number {
  return (hashed ^ (hashed >>> 15)) & mask;
}

export function nameAt(index: number): string {
  return values[index] as string;
}

/** A dotted name that stands in the text without spaces. */
export function nameIn(text: string, start: number, end: number): string {
  return nameAt(intern(text, start, end, hash(text, start, end)));
}

/** Called between files, when no number is in use. */
export function trimNames(): void {
  if (texts.length >= MOST_NAMES || letters >= MOST_LETTERS) reset();
}

function same(name: string, text: string, start: number, end: number): boolean {
  const length = end - start;
  if (name.length !== length) return false;
  for (let at = 0; at < length; at++) {
    if (name.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function add(text: string, start: number, end: number, hashed: number): number {
  const index = texts.length;
  const name = copy(text, start, end);
  texts.push(name);
  letters += name.length;
  const composed = name.normalize('NFKC');
  values.push(composed === name ? name : composed);
  hashes[index] = hashed;
  if (index * 2 >= slots.length) grow();
  return index;
}

/** V8 makes slices of thirteen letters and more views of the whole text; joining codes makes a string of its own. */
function copy(text: string, start: number, end: number): string {
  if (end - start < 13) return text.slice(start, end);
  const codes: number[] = [];
  let result = '';
  for (let at = start; at < end; at++) {
    codes.push(text.charCodeAt(at));
    if (codes.length === 4096) result += String.fromCharCode(...codes.splice(0));
  }
  return result + String.fromCharCode(...codes);
}

function grow(): void {
  const size = slots.length * 2;
  const mask = size - 1;
  const kept = hashes;
  hashes = new Int32Array(size);
  hashes.set(kept);
  slots = new Int32Array(size);
  for (let index = 0; index < texts.length; index++) {
    let slot = firstSlot(hashes[index] as number, mask);
    for (let probes = 0; probes < MOST_PROBES && slots[slot] !== 0; probes++) slot = (slot + 1) & mask;
    if (slots[slot] === 0) slots[slot] = index + 1;
  }
}

function reset(): void {
  slots = new Int32Array(FIRST_SLOTS);
  hashes = new Int32Array(FIRST_SLOTS);
  texts = [];
  values = [];
  letters = 0;
  for (const word of RESERVED) intern(word, 0, word.length, hash(word, 0, word.length));
}

reset();
