/** Text to tokens: one pass, one character class look-up a token, no strings made. */

import { ASSIGNED, CLASS, Class, Code, DOUBLED, SINGLE, WORD, isWide } from './characters.ts';
import { intern } from './names.ts';
import { OPEN_MASK, Open, StringFlag, StringScanner } from './scan-strings.ts';
import { tokens } from './token-buffer.ts';
import { STATEMENT_ONLY, Soft, Token } from './tokens.ts';

/** A closing bracket looks this far down for the one it closes. */
const DEEPEST_MISMATCH = 64;

export class Tokenizer extends StringScanner {
  run(): void {
    tokens.clear();
    this.beginStatement();
    for (;;) {
      if (this.at < this.end) this.token(this.text.charCodeAt(this.at));
      else if (this.brackets.length > 0) this.recover(this.end);
      else break;
    }
    if (tokens.count > 0 && tokens.kinds[tokens.count - 1]! > Token.Dedent) {
      tokens.push(Token.Newline, this.end, this.end, 0);
    }
    this.closeAllBlocks();
    tokens.push(Token.End, this.end, this.end, 0);
  }

  private token(code: number): void {
    switch (code < 128 ? CLASS[code] : Class.Other) {
      case Class.Space:
        this.at++;
        break;
      case Class.Letter:
        this.word(this.at);
        break;
      case Class.Operator:
        this.operator(code);
        break;
      case Class.Open:
        this.open(code);
        break;
      case Class.Close:
        this.close(code);
        break;
      case Class.LineEnd:
        this.lineEnd();
        break;
      case Class.Quote:
        this.string(this.at, this.at, 0);
        break;
      case Class.Digit:
        this.number();
        break;
      case Class.Dot:
        this.dot();
        break;
      default:
        this.rare(code);
    }
  }

  private rare(code: number): void {
    switch (code < 128 ? CLASS[code] : Class.Other) {
      case Class.Hash:
        this.comment();
        break;
      case Class.Colon:
        this.colon();
        break;
      case Class.Exclamation:
        this.exclamation();
        break;
      case Class.Backslash:
        if (this.isLineEnd(this.at + 1)) this.at = this.afterLineEnd(this.at + 1);
        else this.invalid();
        break;
      default:
        if (code >= 128 && isWide(this.text.codePointAt(this.at)!)) this.word(this.at);
        else this.invalid();
    }
  }

  private word(start: number): void {
    const { text, end } = this;
    let hashed = 0;
    let at = start;
    let code = 0;
    while (at < end) {
      code = text.charCodeAt(at);
      if (code >= 128) {
        const point = text.codePointAt(at)!;
        if (!isWide(point)) break;
        if (point > 0xffff) {
          hashed = (Math.imul(hashed, 31) + code) | 0;
          code = text.charCodeAt(++at);
        }
      } else if (WORD[code] === 0) break;
      hashed = (Math.imul(hashed, 31) + code) | 0;
      at++;
    }
    if ((code === Code.Quote || code === Code.DoubleQuote) && at - start <= 2 && at < end) {
      const prefix = this.stringPrefix(start, at);
      if (prefix > 0) {
        this.string(start, at, prefix);
        return;
      }
    }
    this.at = at;
    const name = intern(text, start, at, hashed);
    if (name >= Soft.Match) {
      tokens.push(Token.Name, start, at, name);
      return;
    }
    const keyword: Token = name + Token.False;
    tokens.push(keyword, start, at, name);
    if (this.brackets.length > 0 && STATEMENT_ONLY[keyword] === 1) this.statementInBrackets(keyword, start);
  }

  /** The flags of a string prefix, 0 when it is none. */
  private stringPrefix(start: number, end: number): number {
    let flags = end - start;
    for (let at = start; at < end; at++) {
      // Lower case.
      switch (this.text.charCodeAt(at) | 32) {
        case 98:
          flags |= StringFlag.Bytes;
          break;
        case 102:
          flags |= StringFlag.Formatted;
          break;
        case 114:
          flags |= StringFlag.Raw;
          break;
        case 116:
          flags |= StringFlag.Template;
          break;
        case 117:
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
      while (index >= 0 && isModulePath(kinds[index]!)) index--;
      if (kinds[index] === Token.From) first = index;
    } else if (kinds[first - 1] === Token.Async) first--;
    let lineStart = first === tokens.count - 1 ? start : starts[first]!;
    while (lineStart > 0 && isBlank(this.text.charCodeAt(lineStart - 1))) lineStart--;
    if (lineStart === 0 || this.isLineEnd(lineStart - 1)) this.recover(lineStart);
  }

  private number(): void {
    const { text } = this;
    const start = this.at;
    const letter = text.charCodeAt(start) === Code.Zero ? text.charCodeAt(start + 1) | 32 : 0;
    if (letter === 120 || letter === 111 || letter === 98) {
      this.at = start + 2;
      while (this.at < this.end && isDigitOf(letter, text.charCodeAt(this.at))) this.at++;
      tokens.push(Token.Integer, start, this.at, 0);
      return;
    }
    this.digits();
    let kind = Token.Integer;
    if (this.at < this.end && text.charCodeAt(this.at) === Code.Dot) {
      this.at++;
      this.digits();
      kind = Token.Float;
    }
    this.fraction(start, kind);
  }

  /** The exponent and the `j`. */
  private fraction(start: number, integerOrFloat: Token): void {
    const { text } = this;
    let kind = integerOrFloat;
    if (this.at < this.end && (text.charCodeAt(this.at) | 32) === Code.LowerE) {
      const next = text.charCodeAt(this.at + 1);
      const signed = next === Code.Plus || next === Code.Minus ? 1 : 0;
      if (this.at + 1 + signed < this.end && isDigit(text.charCodeAt(this.at + 1 + signed))) {
        this.at += 1 + signed;
        this.digits();
        kind = Token.Float;
      }
    }
    if (this.at < this.end && (text.charCodeAt(this.at) | 32) === Code.LowerJ) {
      this.at++;
      kind = Token.Imaginary;
    }
    tokens.push(kind, start, this.at, 0);
  }

  private digits(): void {
    while (this.at < this.end) {
      const code = this.text.charCodeAt(this.at);
      if (!isDigit(code) && code !== Code.Underscore) return;
      this.at++;
    }
  }

  private dot(): void {
    const { text } = this;
    const start = this.at;
    if (start + 1 < this.end && isDigit(text.charCodeAt(start + 1))) {
      this.at++;
      this.digits();
      this.fraction(start, Token.Float);
    } else if (start + 2 < this.end && text.startsWith('...', start)) {
      this.push(Token.Ellipsis, 3);
    } else this.push(Token.Dot, 1);
  }

  private operator(code: number): void {
    const start = this.at;
    const { text } = this;
    let kind: number = SINGLE[code]!;
    let at = start + 1;
    let next = at < this.end ? text.charCodeAt(at) : 0;
    if (next === code && DOUBLED[code] !== 0) {
      kind = DOUBLED[code]!;
      next = ++at < this.end ? text.charCodeAt(at) : 0;
    }
    if (next === Code.Equal && ASSIGNED[kind] !== 0) {
      kind = ASSIGNED[kind]!;
      at++;
    } else if (next === Code.Greater) {
      if (kind === Token.Minus) {
        kind = Token.Arrow;
        at++;
      } else if (kind === Token.Less) {
        // Python 2.
        kind = Token.NotEqual;
        at++;
      }
    }
    this.at = at;
    tokens.push(kind, start, at, 0);
  }

  private colon(): void {
    const top = this.brackets.at(-1) ?? 0;
    if ((top & OPEN_MASK) === Open.Field) {
      this.push(Token.FieldColon, 1);
      this.brackets[this.brackets.length - 1] = (top & ~OPEN_MASK) | Open.Specification;
      this.literalPart();
    } else if (this.at + 1 < this.end && this.text.charCodeAt(this.at + 1) === Code.Equal) {
      this.push(Token.ColonEqual, 2);
    } else this.push(Token.Colon, 1);
  }

  private exclamation(): void {
    const top = this.brackets.at(-1) ?? 0;
    if (this.at + 1 < this.end && this.text.charCodeAt(this.at + 1) === Code.Equal)
      this.push(Token.NotEqual, 2);
    else if ((top & OPEN_MASK) === Open.Field) this.push(Token.Conversion, 1);
    else this.invalid();
  }

  private open(code: number): void {
    const kind: number = SINGLE[code]!;
    this.brackets.push(((kind - Token.OpenParenthesis) >> 1) + Open.Parenthesis);
    this.push(kind, 1);
  }

  private close(code: number): void {
    const { brackets } = this;
    const kind: number = SINGLE[code]!;
    const wanted = ((kind - Token.CloseParenthesis) >> 1) + Open.Parenthesis;
    const lowest = Math.max(0, brackets.length - DEEPEST_MISMATCH);
    for (let index = brackets.length - 1; index >= lowest; index--) {
      const open = brackets[index]! & OPEN_MASK;
      if (open === wanted) {
        brackets.length = index;
        this.push(kind, 1);
        return;
      }
      if (open === Open.Field) {
        if (kind !== Token.CloseBrace) break;
        brackets.length = index;
        this.push(Token.FieldClose, 1);
        this.literalPart();
        return;
      }
    }
    this.problem(this.at, this.at + 1, 'this bracket closes nothing');
    this.push(Token.Invalid, 1);
  }

  private lineEnd(): void {
    if (this.brackets.length > 0) {
      this.lineEndInBrackets();
      return;
    }
    const start = this.at;
    this.at = this.afterLineEnd(start);
    tokens.push(Token.Newline, start, this.at, 0);
    this.beginStatement();
  }

  private push(kind: Token, length: number): void {
    tokens.push(kind, this.at, this.at + length, 0);
    this.at += length;
  }

  /** A run of characters that Python does not know, as one token; foreign white space as none. */
  private invalid(): void {
    const start = this.at;
    let space = true;
    do {
      space &&= SPACE.test(this.text.charAt(this.at));
      this.at++;
    } while (this.at < this.end && this.isInvalid(this.text.charCodeAt(this.at)));
    this.problem(start, this.at, 'invalid character');
    if (!space) tokens.push(Token.Invalid, start, this.at, 0);
  }

  private isInvalid(code: number): boolean {
    return code < 128 ? CLASS[code] === Class.Other : !isWide(this.text.codePointAt(this.at)!);
  }
}

const SPACE = /[\s\u200b-\u200f\u2060]/;

function isDigit(code: number): boolean {
  return code >= Code.Zero && code <= Code.Nine;
}

function isDigitOf(letter: number, code: number): boolean {
  if (isDigit(code) || code === Code.Underscore) return true;
  const lower = code | 32;
  return letter === 120 && lower >= 97 && lower <= 102;
}

function isBlank(code: number): boolean {
  return code === Code.Space || code === Code.Tab || code === Code.FormFeed;
}

function isModulePath(kind: Token): boolean {
  return kind === Token.Name || kind === Token.Dot || kind === Token.Ellipsis;
}
