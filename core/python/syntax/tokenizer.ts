/** Text to tokens: one pass, one look-up of a character's class a token, no strings made. */

import { Class, Code, DOUBLED, SINGLE, classOf, isDigit } from './characters.ts';
import { findLostQuote } from './lost-quote.ts';
import { Open } from './scan-layout.ts';
import { WordScanner } from './scan-words.ts';
import { tokens } from './token-buffer.ts';
import { ASSIGNED, Token, emptyTable } from './tokens.ts';
import type { Comment, SyntaxProblem } from './tree.ts';

/** A closing bracket looks this far down for the one it closes. */
const DEEPEST_MISMATCH = 64;

/** White space that Python does not take for white space. */
const FOREIGN_SPACE = /[\s\u200b-\u200f\u2060\ufeff]/;

/** By the tokens of both brackets of a pair. */
const OPENED = emptyTable<Open>(Token.Count);
OPENED[Token.OpenParenthesis] = OPENED[Token.CloseParenthesis] = Open.Parenthesis;
OPENED[Token.OpenBracket] = OPENED[Token.CloseBracket] = Open.Bracket;
OPENED[Token.OpenBrace] = OPENED[Token.CloseBrace] = Open.Brace;

class Tokenizer extends WordScanner {
  /** Answers whether all strings were closed. */
  run(): boolean {
    tokens.clear();
    this.beginStatement();
    for (;;) {
      if (this.at < this.end) this.token();
      else if (this.brackets.length > 0) this.recover(this.end);
      else break;
    }
    if (tokens.count > 0 && (tokens.kinds[tokens.count - 1] as Token) > Token.Dedent) {
      tokens.push(Token.Newline, this.end, this.end, 0);
    }
    this.closeAllBlocks();
    tokens.push(Token.End, this.end, this.end, 0);
    return !this.hasOpenString;
  }

  private token(): void {
    const code = this.codeAt(this.at);
    switch (classOf(code)) {
      case Class.Space:
        this.at++;
        break;
      case Class.Letter:
        this.word();
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
      case Class.Other:
        if (code >= Code.Wide && this.wideLetterLength(this.at) > 0) this.word();
        else this.invalid();
        break;
    }
  }

  private push(kind: Token, length: number): void {
    tokens.push(kind, this.at, this.at + length, 0);
    this.at += length;
  }

  private dot(): void {
    const { at, text } = this;
    if (at + 1 < this.end && isDigit(this.codeAt(at + 1))) this.fraction(at);
    else if (at + 2 < this.end && text.startsWith('...', at)) this.push(Token.Ellipsis, 3);
    else this.push(Token.Dot, 1);
  }

  private operator(code: Code): void {
    const start = this.at;
    let kind = SINGLE[code] as Token;
    let at = start + 1;
    let next = at < this.end ? this.codeAt(at) : Code.Space;
    const doubled = next === code && DOUBLED[code];
    if (doubled) {
      kind = doubled;
      next = ++at < this.end ? this.codeAt(at) : Code.Space;
    }
    const assigned = next === Code.Equal && ASSIGNED[kind];
    if (assigned) {
      kind = assigned;
      at++;
    } else if (next === Code.Greater && (kind === Token.Minus || kind === Token.Less)) {
      // `<>` is Python 2.
      kind = kind === Token.Minus ? Token.Arrow : Token.NotEqual;
      at++;
    }
    this.at = at;
    tokens.push(kind, start, at, 0);
  }

  private colon(): void {
    if (this.top() === Open.Field) {
      this.push(Token.FieldColon, 1);
      this.brackets[this.brackets.length - 1] = Open.Specification;
      this.literalPart();
    } else if (this.equalsFollows()) this.push(Token.ColonEqual, 2);
    else this.push(Token.Colon, 1);
  }

  private exclamation(): void {
    if (this.equalsFollows()) this.push(Token.NotEqual, 2);
    else if (this.top() === Open.Field) this.push(Token.Conversion, 1);
    else this.invalid();
  }

  private equalsFollows(): boolean {
    return this.at + 1 < this.end && this.codeAt(this.at + 1) === Code.Equal;
  }

  private open(code: Code): void {
    const kind = SINGLE[code] as Token;
    this.brackets.push(OPENED[kind] as Open);
    this.push(kind, 1);
  }

  private close(code: Code): void {
    const { brackets } = this;
    const kind = SINGLE[code] as Token;
    const wanted = OPENED[kind];
    const lowest = Math.max(0, brackets.length - DEEPEST_MISMATCH);
    for (let index = brackets.length - 1; index >= lowest; index--) {
      const open = brackets[index];
      if (open === wanted) {
        this.closeDownTo(index);
        this.push(kind, 1);
        return;
      }
      if (open === Open.Field) {
        if (kind !== Token.CloseBrace) break;
        this.closeDownTo(index);
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

  /** A run of characters that Python does not know, as one token; foreign white space as none. */
  private invalid(): void {
    const start = this.at;
    let isSpace = true;
    do {
      isSpace &&= FOREIGN_SPACE.test(this.text.charAt(this.at));
      this.at++;
    } while (this.at < this.end && this.isInvalid());
    this.problem(start, this.at, 'invalid character');
    if (!isSpace) tokens.push(Token.Invalid, start, this.at, 0);
  }

  private isInvalid(): boolean {
    const code = this.codeAt(this.at);
    return classOf(code) === Class.Other && (code < Code.Wide || this.wideLetterLength(this.at) === 0);
  }
}

interface Tokenized {
  readonly comments: Comment[];
  readonly problems: SyntaxProblem[];
}

/** Fills `tokens`. */
export function tokenize(text: string): Tokenized {
  const tokenizer = new Tokenizer(text, -1);
  if (tokenizer.run()) return tokenizer;
  const lostQuote = findLostQuote(text);
  if (lostQuote < 0) return tokenizer;
  const again = new Tokenizer(text, lostQuote);
  again.run();
  return again;
}
