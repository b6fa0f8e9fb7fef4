/** Names, keywords and numbers; and keywords that prove the brackets before them unfinished. */

import { Code, WORD, isBlank, isDigit, isWideLetter, lower } from './characters.ts';
import { intern } from './names.ts';
import { StringFlag, StringScanner } from './scan-strings.ts';
import { tokens } from './token-buffer.ts';
import { KEYWORDS, STATEMENT_ONLY, Token } from './tokens.ts';

export class WordScanner extends StringScanner {
  /** A name, a keyword, or a string with a prefix. */
  protected word(): void {
    const start = this.at;
    let hashed = 0;
    let at = start;
    let code = Code.Underscore;
    while (at < this.end) {
      code = this.codeAt(at);
      if (code >= Code.Wide) {
        const length = this.wideLetterLength(at);
        if (length === 0) break;
        if (length === 2) {
          hashed = (Math.imul(hashed, 31) + code) | 0;
          code = this.codeAt(++at);
        }
      } else if (WORD[code] === 0) break;
      hashed = (Math.imul(hashed, 31) + code) | 0;
      at++;
    }
    if ((code === Code.Quote || code === Code.DoubleQuote) && at - start <= 2 && at < this.end) {
      const prefix = this.stringPrefix(start, at);
      if (prefix > 0) {
        this.string(start, at, prefix);
        return;
      }
    }
    this.at = at;
    const name = intern(this.text, start, at, hashed);
    const kind = KEYWORDS[name] ?? Token.Name;
    tokens.push(kind, start, at, name);
    if (STATEMENT_ONLY[kind] === 1 && this.brackets.length > 0) this.statementInBrackets(kind, start);
  }

  /** How many code units the letter beyond ASCII takes that stands here; 0 when it is none. */
  protected wideLetterLength(at: number): 0 | 1 | 2 {
    const point = this.text.codePointAt(at) ?? 0;
    if (!isWideLetter(point)) return 0;
    return point > 0xffff ? 2 : 1;
  }

  /** The flags of a string prefix, 0 when it is none. */
  private stringPrefix(start: number, end: number): number {
    let flags = end - start;
    for (let at = start; at < end; at++) {
      switch (lower(this.codeAt(at))) {
        case Code.LowerB:
          flags |= StringFlag.Bytes;
          break;
        case Code.LowerF:
          flags |= StringFlag.Formatted;
          break;
        case Code.LowerR:
          flags |= StringFlag.Raw;
          break;
        case Code.LowerT:
          flags |= StringFlag.Template;
          break;
        case Code.LowerU:
          break;
        default:
          return 0;
      }
    }
    return flags;
  }

  /** `def` and its like cannot stand in brackets: where one begins a line, the brackets before it are unfinished. */
  private statementInBrackets(keyword: Token, start: number): void {
    const { kinds, starts } = tokens;
    let first = tokens.count - 1;
    if (keyword === Token.Import) {
      let index = first - 1;
      while (index >= 0 && isModulePath(kinds[index] as Token)) index--;
      if (kinds[index] === Token.From) first = index;
    } else if (kinds[first - 1] === Token.Async) first--;
    let lineStart = Math.min(start, starts[first] as number);
    while (lineStart > 0 && isBlank(this.codeAt(lineStart - 1))) lineStart--;
    if (lineStart === 0 || this.isLineEnd(lineStart - 1)) this.recover(lineStart);
  }

  protected number(): void {
    const start = this.at;
    const letter = this.codeAt(start) === Code.Zero ? lower(this.codeAt(start + 1)) : Code.Zero;
    if (letter === Code.LowerX || letter === Code.LowerO || letter === Code.LowerB) {
      this.at = start + 2;
      while (this.at < this.end && isDigitOf(letter, this.codeAt(this.at))) this.at++;
      tokens.push(Token.Integer, start, this.at, 0);
      return;
    }
    this.digits();
    if (this.at < this.end && this.codeAt(this.at) === Code.Dot) this.fraction(start);
    else this.exponent(start, Token.Integer);
  }

  /** From the dot on. */
  protected fraction(start: number): void {
    this.at++;
    this.digits();
    this.exponent(start, Token.Float);
  }

  /** The exponent and the `j`, if they are there. */
  private exponent(start: number, plain: Token): void {
    let kind = plain;
    if (this.at < this.end && lower(this.codeAt(this.at)) === Code.LowerE) {
      const next = this.codeAt(this.at + 1);
      const digits = this.at + (next === Code.Plus || next === Code.Minus ? 2 : 1);
      if (digits < this.end && isDigit(this.codeAt(digits))) {
        this.at = digits;
        this.digits();
        kind = Token.Float;
      }
    }
    if (this.at < this.end && lower(this.codeAt(this.at)) === Code.LowerJ) {
      this.at++;
      kind = Token.Imaginary;
    }
    tokens.push(kind, start, this.at, 0);
  }

  private digits(): void {
    while (this.at < this.end) {
      const code = this.codeAt(this.at);
      if (!isDigit(code) && code !== Code.Underscore) return;
      this.at++;
    }
  }
}

function isDigitOf(letter: Code, code: Code): boolean {
  if (isDigit(code) || code === Code.Underscore) return true;
  return letter === Code.LowerX && lower(code) >= Code.LowerA && lower(code) <= Code.LowerF;
}

function isModulePath(kind: Token): boolean {
  return kind === Token.Name || kind === Token.Dot || kind === Token.Ellipsis;
}
