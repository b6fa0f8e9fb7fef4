/** String literals, and f-strings with their fields nested to any depth. */

import { Code } from './characters.ts';
import { LayoutScanner } from './scan-layout.ts';
import { tokens } from './token-buffer.ts';
import { Token } from './tokens.ts';

/** What an entry of `brackets` is; the flags of an f-string stand above these bits. */
export const enum Open {
  Parenthesis = 1,
  Bracket,
  Brace,
  /** The expression part of a field. */
  Field,
  /** The format specification of a field. */
  Specification,
  FString,
}

export const OPEN_MASK = 7;

/** What the parser needs to know of a string token, in `tokens.values`. */
export const enum StringFlag {
  PrefixLength = 3,
  Raw = 4,
  Bytes = 8,
  Formatted = 16,
  Template = 32,
  Triple = 64,
  Backslash = 128,
  Return = 256,
  Unterminated = 512,
  DoubleQuote = 1024,
}

export class StringScanner extends LayoutScanner {
  /** A string whose prefix begins at `start` and whose quote is at `quoteAt`. */
  protected string(start: number, quoteAt: number, prefix: number): void {
    const { text } = this;
    const quote = text.charCodeAt(quoteAt);
    const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
    let flags = prefix;
    if (triple && quoteAt + 2 < this.end) flags |= StringFlag.Triple;
    if (quote === Code.DoubleQuote) flags |= StringFlag.DoubleQuote;
    const inside = quoteAt + (flags & StringFlag.Triple ? 3 : 1);
    if (flags & (StringFlag.Formatted | StringFlag.Template)) {
      tokens.push(Token.FStringStart, start, inside, flags);
      this.fStrings.push(this.brackets.length);
      this.brackets.push(Open.FString | (flags << 3));
      this.at = inside;
      this.literalPart();
      return;
    }
    flags |= this.closingQuote(inside, quote, (flags & StringFlag.Triple) !== 0);
    if (flags & StringFlag.Unterminated) {
      if (this.closesFString(quoteAt, quote)) return;
      this.problem(start, this.at, 'unterminated string literal');
    }
    tokens.push(Token.String, start, this.at, flags);
  }

  /** Moves behind the closing quote. Returns flags for what was met on the way. */
  private closingQuote(from: number, quote: number, triple: boolean): number {
    const { text, end } = this;
    let flags = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (triple && !this.isTriple(at, quote)) continue;
        this.at = triple ? at + 3 : at + 1;
        return flags;
      }
      if (code === Code.Backslash) {
        flags |= StringFlag.Backslash;
        at++;
        // A backslash hides the line end as a whole.
        if (text.charCodeAt(at) === Code.Return) at = this.afterLineEnd(at) - 1;
      } else if (code === Code.LineFeed || code === Code.Return) {
        if (!triple) {
          this.at = at;
          return flags | StringFlag.Unterminated;
        }
        if (code === Code.Return) flags |= StringFlag.Return;
      }
    }
    this.at = end;
    return flags | StringFlag.Unterminated;
  }

  private isTriple(at: number, quote: number): boolean {
    const { text } = this;
    return at + 2 < this.end && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
  }

  /**
   * In `f"{name"` the second quote seems to begin a string inside the field, and its line ends before that
   * string does: it was meant to end the f-string.
   */
  private closesFString(quoteAt: number, quote: number): boolean {
    const index = this.fStrings.at(-1);
    if (index === undefined) return false;
    const flags = this.brackets[index]! >> 3;
    const own = flags & StringFlag.DoubleQuote ? Code.DoubleQuote : Code.Quote;
    if (own !== quote || flags & StringFlag.Triple) return false;
    this.problem(quoteAt, quoteAt + 1, 'a field of the f-string was never closed');
    this.closeFString(index, quoteAt, quoteAt + 1);
    return true;
  }

  private closeFString(index: number, start: number, end: number): void {
    this.brackets.length = index;
    this.fStrings.pop();
    this.at = end;
    tokens.push(Token.FStringEnd, start, end, 0);
  }

  /** The text of an f-string, or of a format specification, up to where a field begins or it ends. */
  protected literalPart(): void {
    const { text, end } = this;
    while (this.at < end) {
      const at = this.at;
      const code = text.charCodeAt(at);
      if (code === Code.Backslash) this.escapeInFString(at);
      else if (code === Code.OpenBrace) {
        if (this.opensField(at)) return;
      } else if (code === Code.CloseBrace) this.closeBraceInFString(at);
      else if (
        code === Code.LineFeed ||
        code === Code.Return ||
        code === Code.Quote ||
        code === Code.DoubleQuote
      ) {
        if (this.endsFString(at, code)) return;
      } else this.at = at + 1;
    }
  }

  private opensField(at: number): boolean {
    const top = this.brackets.at(-1)!;
    const specification = (top & OPEN_MASK) === Open.Specification;
    if (!specification && at + 1 < this.end && this.text.charCodeAt(at + 1) === Code.OpenBrace) {
      this.at = at + 2;
      return false;
    }
    tokens.push(Token.FieldOpen, at, at + 1, 0);
    this.brackets.push((top & ~OPEN_MASK) | Open.Field);
    this.at = at + 1;
    return true;
  }

  private closeBraceInFString(at: number): void {
    this.at = at + 1;
    if ((this.brackets.at(-1)! & OPEN_MASK) !== Open.Specification) return;
    tokens.push(Token.FieldClose, at, at + 1, 0);
    this.brackets.pop();
  }

  /** A backslash hides the next character, save a brace; `\N{…}` is no field. */
  private escapeInFString(at: number): void {
    const { text } = this;
    const flags = this.brackets.at(-1)! >> 3;
    const next = text.charCodeAt(at + 1);
    this.at = at + 1;
    if (next === Code.OpenBrace || next === Code.CloseBrace) return;
    if (next === Code.Return) this.at = this.afterLineEnd(at + 1);
    else this.at = Math.min(at + 2, this.end);
    if (flags & StringFlag.Raw || next !== Code.N || text.charCodeAt(at + 2) !== Code.OpenBrace) return;
    // Character names are short; a longer search would be the work of somebody who tries to make it long.
    const close = text.slice(at + 3, at + 128).indexOf('}');
    if (close >= 0) this.at = at + 4 + close;
  }

  private endsFString(at: number, code: number): boolean {
    const index = this.fStrings.at(-1)!;
    const flags = this.brackets[index]! >> 3;
    const triple = (flags & StringFlag.Triple) !== 0;
    if (code === Code.LineFeed || code === Code.Return) {
      if (triple) {
        this.at = at + 1;
        return false;
      }
      this.problem(at, at, 'unterminated f-string literal');
      this.closeFString(index, at, at);
      return true;
    }
    const own = flags & StringFlag.DoubleQuote ? Code.DoubleQuote : Code.Quote;
    if (code !== own || (triple && !this.isTriple(at, own))) {
      this.at = at + 1;
      return false;
    }
    this.closeFString(index, at, at + (triple ? 3 : 1));
    return true;
  }
}
