/** String literals. */

import { Code } from './characters.ts';
import { FStringScanner } from './scan-fstrings.ts';
import { tokens } from './token-buffer.ts';
import { Token } from './tokens.ts';

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
}

export class StringScanner extends FStringScanner {
  /** A string whose prefix begins at `start` and whose quote is at `quoteAt`. */
  protected string(start: number, quoteAt: number, prefix: number): void {
    const quote = this.codeAt(quoteAt);
    const triple = this.isTriple(quoteAt, quote);
    let flags = triple ? prefix | StringFlag.Triple : prefix;
    const inside = quoteAt + (triple ? 3 : 1);
    if (flags & (StringFlag.Formatted | StringFlag.Template)) {
      tokens.push(Token.FStringStart, start, inside, flags);
      this.at = inside;
      this.fString(quote, triple && quoteAt !== this.lostQuote, (flags & StringFlag.Raw) !== 0);
      return;
    }
    flags |=
      quoteAt === this.lostQuote ? this.untilLineEnd(inside) : this.closingQuote(inside, quote, triple);
    if (flags & StringFlag.Unterminated) {
      if (this.closesFString(quoteAt, quote)) return;
      this.hasOpenString = true;
      this.problem(start, this.at, 'unterminated string literal');
    }
    tokens.push(Token.String, start, this.at, flags);
  }

  private untilLineEnd(from: number): number {
    this.at = from;
    while (this.at < this.end && !this.isLineEnd(this.at)) this.at++;
    return StringFlag.Unterminated;
  }

  /** Moves behind the closing quote. Returns flags for what was met on the way. */
  private closingQuote(from: number, quote: Code, triple: boolean): number {
    const { end } = this;
    let flags = 0;
    for (let at = from; at < end; at++) {
      const code = this.codeAt(at);
      if (code === quote) {
        if (triple && !this.isTriple(at, quote)) continue;
        this.at = triple ? at + 3 : at + 1;
        return flags;
      }
      if (code === Code.Backslash) {
        flags |= StringFlag.Backslash;
        at++;
        // A backslash hides the line end as a whole.
        if (this.codeAt(at) === Code.Return) at = this.afterLineEnd(at) - 1;
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
}
