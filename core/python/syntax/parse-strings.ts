/** String literals, f-strings and t-strings, adjacent ones joined. */

import { Cursor, NONE } from './cursor.ts';
import { unescape } from './literals.ts';
import { StringFlag } from './scan-strings.ts';
import { Token } from './tokens.ts';
import type { Expression, FString, StringLiteral } from './tree.ts';
import { Kind } from './tree.ts';

const LONGEST_VALUE = 200;
/** No escape is longer than this: `\U0001f600`. */
const LONGEST_ESCAPE = 10;

export abstract class StringParser extends Cursor {
  protected abstract starExpressions(): Expression;

  protected strings(): StringLiteral | FString {
    const next = this.peek();
    const several = next === Token.String || next === Token.FStringStart;
    return several || this.at(Token.FStringStart) ? this.joinedStrings() : this.oneString();
  }

  private oneString(): StringLiteral {
    const start = this.start();
    const end = this.tokenEnd();
    const flags = this.value();
    const value = this.stringValue(LONGEST_VALUE);
    const verbatim = !(flags & (StringFlag.Bytes | StringFlag.Return | StringFlag.Unterminated));
    const escaped = flags & StringFlag.Backslash && !(flags & StringFlag.Raw);
    const valueStart = verbatim && !escaped ? start + opening(flags) : -1;
    this.next();
    return { kind: Kind.String, start, end, bytes: (flags & StringFlag.Bytes) !== 0, value, valueStart };
  }

  private joinedStrings(): StringLiteral | FString {
    const start = this.start();
    let value: string | undefined = '';
    let bytes = false;
    let formatted = false;
    let template = false;
    const values: Expression[] = [];
    for (;;) {
      if (this.at(Token.String)) {
        bytes ||= (this.value() & StringFlag.Bytes) !== 0;
        if (value !== undefined) {
          const part = this.stringValue(LONGEST_VALUE - value.length);
          value = part === undefined ? undefined : value + part;
        }
        this.next();
      } else if (this.at(Token.FStringStart)) {
        formatted = true;
        template ||= (this.value() & StringFlag.Template) !== 0;
        this.fString(values);
      } else break;
    }
    const end = this.end();
    if (formatted) return { kind: Kind.FString, start, end, template, values: values.length ? values : NONE };
    return { kind: Kind.String, start, end, bytes, value, valueStart: -1 };
  }

  /** The value of the string at hand unless it is longer than `longest`. */
  private stringValue(longest: number): string | undefined {
    const flags = this.value();
    const from = this.start() + opening(flags);
    const quotes = flags & StringFlag.Triple ? 3 : 1;
    const to = Math.max(from, flags & StringFlag.Unterminated ? this.tokenEnd() : this.tokenEnd() - quotes);
    const plain = !(flags & (StringFlag.Backslash | StringFlag.Return));
    if (to - from > (plain ? longest : longest * LONGEST_ESCAPE)) return undefined;
    const inside = own(this.text.slice(from, to));
    if (plain) return inside;
    const value = unescape(inside, flags);
    return value.length > longest ? undefined : value;
  }

  private fString(values: Expression[]): void {
    if (this.isTooDeep()) {
      this.next();
      this.skipNested();
      this.take(Token.FStringEnd);
      return;
    }
    this.depth++;
    this.next();
    this.fields(values);
    this.take(Token.FStringEnd);
    this.depth--;
  }

  /** The fields of an f-string or of a format specification. */
  private fields(values: Expression[]): void {
    while (this.at(Token.FieldOpen)) {
      this.next();
      this.field(values);
    }
  }

  private field(values: Expression[]): void {
    const value = this.starExpressions();
    if (value.kind === Kind.Missing) this.complain('expected an expression');
    else values.push(value);
    this.take(Token.Equal);
    if (this.take(Token.Conversion)) this.take(Token.Name);
    if (this.take(Token.FieldColon)) {
      if (this.isTooDeep()) this.skipNested();
      this.depth++;
      this.fields(values);
      this.depth--;
    }
    while (!this.atClose()) {
      this.complain('expected "}"');
      const before = this.position;
      const part = this.starExpressions();
      if (part.kind !== Kind.Missing) values.push(part);
      if (this.position === before) this.next();
    }
    this.take(Token.FieldClose);
  }
}

/** How long the prefix and the opening quotes are. */
function opening(flags: number): number {
  return (flags & StringFlag.PrefixLength) + (flags & StringFlag.Triple ? 3 : 1);
}

/** V8 makes slices of thirteen letters and more views that keep the whole text alive; this one is on its own. */
function own(slice: string): string {
  return slice.length < 13 ? slice : (' ' + slice).slice(1);
}
