/** The patterns of `match`: of each is kept what it binds and what it evaluates. */

import { SimpleParser } from './parse-simple.ts';
import { Precedence, Token } from './tokens.ts';
import type { Expression, Name } from './tree.ts';

export interface Pattern {
  readonly captures: Name[];
  readonly values: Expression[];
}

export abstract class PatternParser extends SimpleParser {
  /** The pattern of a `case`. Returns the class when the pattern is an instance check as a whole. */
  protected casePattern(into: Pattern): Expression | undefined {
    const type = this.starPattern(into);
    if (!this.at(Token.Comma)) return type;
    while (this.take(Token.Comma)) {
      if (this.at(Token.Colon) || this.at(Token.If) || this.atClose()) break;
      this.starPattern(into);
    }
    return undefined;
  }

  private starPattern(into: Pattern): Expression | undefined {
    if (!this.take(Token.Star)) return this.asPattern(into);
    this.capture(into);
    return undefined;
  }

  private asPattern(into: Pattern): Expression | undefined {
    const type = this.orPattern(into);
    if (this.take(Token.As)) this.capture(into);
    return type;
  }

  private orPattern(into: Pattern): Expression | undefined {
    const type = this.closedPattern(into);
    if (!this.at(Token.Bar)) return type;
    while (this.take(Token.Bar)) this.closedPattern(into);
    return undefined;
  }

  private capture(into: Pattern): void {
    if (!this.at(Token.Name)) {
      this.complain('expected a name');
      return;
    }
    const isWildcard = this.atWord(Token.Underscore);
    const name = this.name();
    if (!isWildcard) into.captures.push(name);
  }

  private closedPattern(into: Pattern): Expression | undefined {
    switch (this.token) {
      case Token.Name:
        return this.namePattern(into);
      case Token.OpenParenthesis:
      case Token.OpenBracket:
        return this.sequencePattern(into);
      case Token.OpenBrace:
        this.mappingPattern(into);
        return undefined;
      default:
        this.literalPattern();
        return undefined;
    }
  }

  /** A number, a signed or complex one, a string or a constant. */
  private literalPattern(): void {
    const before = this.position;
    this.binary(Precedence.Shift);
    if (this.position === before) this.complain('expected a pattern');
  }

  /** A capture, a dotted value, or a class with patterns for its attributes. */
  private namePattern(into: Pattern): Expression | undefined {
    const next = this.peek();
    if (next !== Token.Dot && next !== Token.OpenParenthesis) {
      this.capture(into);
      return undefined;
    }
    const value = this.dottedValue();
    into.values.push(value);
    if (!this.at(Token.OpenParenthesis)) return undefined;
    this.patternsInBrackets(into, Token.CloseParenthesis);
    return value;
  }

  private dottedValue(): Expression {
    const start = this.start();
    let value: Expression = this.name();
    while (this.at(Token.Dot)) value = this.attribute(value, start);
    return value;
  }

  private sequencePattern(into: Pattern): Expression | undefined {
    const isGroup = this.at(Token.OpenParenthesis);
    const close = isGroup ? Token.CloseParenthesis : Token.CloseBracket;
    const only = this.patternsInBrackets(into, close);
    return isGroup ? only : undefined;
  }

  /** Returns the class of the pattern in `(Class())`. */
  private patternsInBrackets(into: Pattern, close: Token): Expression | undefined {
    if (this.isTooDeep()) {
      this.skipNested();
      return undefined;
    }
    this.depth++;
    this.next();
    let only: Expression | undefined;
    let count = 0;
    if (!this.atClose()) {
      let before: number;
      do {
        before = this.position;
        if (this.at(Token.Name) && this.peek() === Token.Equal) {
          this.next();
          this.next();
        }
        only = this.starPattern(into);
        count++;
        if (this.at(Token.Comma)) only = undefined;
      } while (this.another(before));
    }
    this.expect(close, 'a closing bracket');
    this.depth--;
    return count === 1 ? only : undefined;
  }

  private mappingPattern(into: Pattern): void {
    if (this.isTooDeep()) {
      this.skipNested();
      return;
    }
    this.depth++;
    this.next();
    if (!this.atClose()) {
      let before: number;
      do {
        before = this.position;
        this.mappingItem(into);
      } while (this.another(before));
    }
    this.expect(Token.CloseBrace, '"}"');
    this.depth--;
  }

  private mappingItem(into: Pattern): void {
    if (this.take(Token.DoubleStar)) {
      this.capture(into);
      return;
    }
    if (this.at(Token.Name)) into.values.push(this.dottedValue());
    else this.literalPattern();
    if (this.expect(Token.Colon, '":"')) this.asPattern(into);
  }
}
