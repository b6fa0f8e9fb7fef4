/** F-strings and t-strings: the text of them is passed over, their fields are tokens like any others. */

import { Code } from './characters.ts';
import { LayoutScanner, Open } from './scan-layout.ts';
import { tokens } from './token-buffer.ts';
import { Token } from './tokens.ts';

export class FStringScanner extends LayoutScanner {
  protected top(): Open {
    return this.brackets.at(-1) ?? Open.Nothing;
  }

  protected isTriple(at: number, quote: Code): boolean {
    return at + 2 < this.end && this.codeAt(at + 1) === quote && this.codeAt(at + 2) === quote;
  }

  /** From behind the opening quote. */
  protected fString(quote: Code, isTriple: boolean, isRaw: boolean): void {
    this.fStrings.push({ index: this.brackets.length, quote, isTriple, isRaw });
    this.brackets.push(Open.FString);
    this.literalPart();
  }

  /**
   * In `f"{name"` the second quote seems to begin a string inside the field, and its line ends before that
   * string does: it was meant to end the f-string.
   */
  protected closesFString(at: number, quote: Code): boolean {
    const open = this.fStrings.at(-1);
    if (open?.quote !== quote || open.isTriple) return false;
    this.hasOpenString = true;
    this.problem(at, at + 1, 'a field of the f-string was never closed');
    this.closeFString(at, at + 1);
    return true;
  }

  private closeFString(start: number, end: number): void {
    this.closeDownTo(this.fStrings.pop()?.index ?? 0);
    this.at = end;
    tokens.push(Token.FStringEnd, start, end, 0);
  }

  /** The text of the innermost f-string, or of a format specification in it, up to a field or to its end. */
  protected literalPart(): void {
    const open = this.fStrings.at(-1);
    while (open && this.at < this.end) {
      const { at } = this;
      const code = this.codeAt(at);
      if (code === Code.OpenBrace) {
        if (this.opensField(at)) return;
      } else if (code === open.quote && (!open.isTriple || this.isTriple(at, code))) {
        this.closeFString(at, at + (open.isTriple ? 3 : 1));
        return;
      } else if ((code === Code.LineFeed || code === Code.Return) && !open.isTriple) {
        this.hasOpenString = true;
        this.problem(at, at, 'unterminated f-string literal');
        this.closeFString(at, at);
        return;
      } else if (code === Code.CloseBrace) this.closeBrace(at);
      else if (code === Code.Backslash) this.escape(at, open.isRaw);
      else this.at++;
    }
    // At the end of the text.
    this.hasOpenString = true;
  }

  private opensField(at: number): boolean {
    const isSpecification = this.top() === Open.Specification;
    if (!isSpecification && at + 1 < this.end && this.codeAt(at + 1) === Code.OpenBrace) {
      this.at = at + 2;
      return false;
    }
    tokens.push(Token.FieldOpen, at, at + 1, 0);
    this.brackets.push(Open.Field);
    this.at = at + 1;
    return true;
  }

  private closeBrace(at: number): void {
    this.at = at + 1;
    if (this.top() !== Open.Specification) return;
    tokens.push(Token.FieldClose, at, at + 1, 0);
    this.brackets.pop();
  }

  /** A backslash hides the next character, save a brace; `\N{…}` is no field. */
  private escape(at: number, isRaw: boolean): void {
    const next = at + 1 < this.end ? this.codeAt(at + 1) : Code.Space;
    if (next === Code.OpenBrace || next === Code.CloseBrace) {
      this.at = at + 1;
      return;
    }
    this.at = next === Code.Return ? this.afterLineEnd(at + 1) : Math.min(at + 2, this.end);
    if (isRaw || next !== Code.N || this.at === this.end || this.codeAt(this.at) !== Code.OpenBrace) return;
    // Character names are short; a longer search would be the work of somebody who tries to make it long.
    const close = this.text.slice(this.at, this.at + 128).indexOf('}');
    if (close >= 0) this.at = Math.min(this.at + close + 1, this.end);
  }
}
