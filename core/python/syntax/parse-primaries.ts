/** Atoms and what is applied to them: attributes, calls, subscripts. */

import { NONE } from './cursor.ts';
import { nameAt } from './names.ts';
import { DisplayParser } from './parse-displays.ts';
import { Token } from './tokens.ts';
import type { Argument, Attribute, Call, Constant, Expression, Name, Subscript } from './tree.ts';
import { Kind } from './tree.ts';

export abstract class PrimaryParser extends DisplayParser {
  protected abstract lambda(): Expression;
  protected abstract yieldExpression(): Expression;

  protected primary(): Expression {
    const start = this.start();
    let value = this.atom();
    for (;;) {
      if (this.at(Token.Dot)) value = this.attribute(value, start);
      else if (this.at(Token.OpenParenthesis)) value = this.call(value, start);
      else if (this.at(Token.OpenBracket)) value = this.subscript(value, start);
      else return value;
    }
  }

  private atom(): Expression {
    switch (this.token) {
      case Token.Name:
        return this.name();
      case Token.String:
      case Token.FStringStart:
        return this.strings();
      case Token.OpenParenthesis:
      case Token.OpenBracket:
      case Token.OpenBrace:
        return this.bracketed();
      case Token.Integer:
        return this.constant('int');
      case Token.None:
        return this.constant('None');
      case Token.True:
        return this.constant('True');
      case Token.False:
        return this.constant('False');
      default:
        return this.rareAtom();
    }
  }

  private rareAtom(): Expression {
    switch (this.token) {
      case Token.Float:
        return this.constant('float');
      case Token.Imaginary:
        return this.constant('complex');
      case Token.Ellipsis:
        return this.constant('Ellipsis');
      case Token.Lambda:
        return this.lambda();
      case Token.Yield:
        return this.yieldExpression();
      default:
        this.complain('expected an expression');
        return this.missing();
    }
  }

  protected name(): Name {
    const start = this.start();
    const end = this.tokenEnd();
    const id = nameAt(this.value());
    this.next();
    return { kind: Kind.Name, start, end, id };
  }

  private constant(type: Constant['type']): Constant {
    const start = this.start();
    const end = this.tokenEnd();
    this.next();
    return { kind: Kind.Constant, start, end, type };
  }

  protected attribute(value: Expression, start: number): Attribute {
    const dotEnd = this.tokenEnd();
    this.next();
    // Old code and half-typed words: `asyncio.async`, `pool.for`.
    const isWord = this.at(Token.Name) || (this.token >= Token.False && this.start() === dotEnd);
    if (!isWord) {
      this.complain('expected a name');
      return { kind: Kind.Attribute, start, end: dotEnd, value, name: '', nameStart: dotEnd };
    }
    const name = nameAt(this.value());
    const nameStart = this.start();
    const end = this.tokenEnd();
    this.next();
    return { kind: Kind.Attribute, start, end, value, name, nameStart };
  }

  private call(callee: Expression, start: number): Call {
    const args = this.callArguments();
    return { kind: Kind.Call, start, end: this.end(), callee, args };
  }

  /** From the opening parenthesis to the closing one: the arguments of a call, or the bases of a class. */
  protected callArguments(): readonly Argument[] {
    if (this.isTooDeep()) {
      this.next();
      this.skipNestedList();
      return NONE;
    }
    const open = this.start();
    this.next();
    if (this.at(Token.CloseParenthesis)) {
      this.next();
      return NONE;
    }
    this.depth++;
    const args: Argument[] = [];
    let before: number;
    if (!this.atClose()) {
      do {
        before = this.position;
        this.argument(args, open);
      } while (this.another(before));
    }
    this.expect(Token.CloseParenthesis, '")"');
    this.depth--;
    return args;
  }

  /** The rest of a list nested too deep, with its closing bracket. */
  private skipNestedList(): void {
    do this.skipNested();
    while (this.take(Token.Comma));
    this.take(Token.CloseParenthesis);
  }

  private argument(args: Argument[], open: number): void {
    const start = this.start();
    let name: string | undefined;
    let stars: 0 | 1 | 2 = 0;
    let value: Expression;
    if (this.at(Token.Name) && this.peek() === Token.Equal) {
      name = nameAt(this.value());
      this.next();
      this.next();
      value = this.expression();
    } else if (this.at(Token.Star) || this.at(Token.DoubleStar)) {
      stars = this.at(Token.Star) ? 1 : 2;
      this.next();
      value = this.expression();
    } else {
      value = this.element();
      if (this.atComprehension()) {
        this.generatorArgument(args, open, start, value);
        return;
      }
      if (value.kind === Kind.Missing) return;
    }
    args.push({ start, end: this.end(), name, stars, value });
  }

  /** `sum(x for x in y)`: the generator's parentheses are those of the call. */
  private generatorArgument(args: Argument[], open: number, start: number, element: Expression): void {
    const generator = this.comprehension('generator', args.length === 0 ? open : start, element, undefined);
    args.push({
      start,
      end: generator.clauses.at(-1)?.end ?? generator.end,
      name: undefined,
      stars: 0,
      value: generator,
    });
    // The caller expects to find it.
    if (this.tokenAt(this.position - 1) === Token.CloseParenthesis) this.moveTo(this.position - 1);
  }

  private subscript(value: Expression, start: number): Subscript {
    if (this.isTooDeep()) {
      const index = this.skipNested();
      return { kind: Kind.Subscript, start, end: this.end(), value, index };
    }
    this.depth++;
    this.next();
    const index = this.index();
    this.expect(Token.CloseBracket, '"]"');
    this.depth--;
    return { kind: Kind.Subscript, start, end: this.end(), value, index };
  }

  private index(): Expression {
    const start = this.start();
    const first = this.slice();
    if (this.at(Token.CloseBracket) && first.kind !== Kind.Starred) return first;
    if (this.atClose() && first.kind !== Kind.Starred) return first;
    const items = [first];
    let before = -1;
    while (this.another(before)) {
      before = this.position;
      const item = this.slice();
      if (item.kind !== Kind.Missing) items.push(item);
    }
    return { kind: Kind.Tuple, start, end: this.end(), items };
  }

  private slice(): Expression {
    const start = this.start();
    const first = this.at(Token.Colon) ? undefined : this.element();
    if (!this.at(Token.Colon)) return first ?? this.missing();
    const parts = first && first.kind !== Kind.Missing ? [first] : [];
    while (this.take(Token.Colon)) {
      if (this.at(Token.Colon) || this.at(Token.Comma) || this.atClose()) continue;
      const part = this.expression();
      if (part.kind !== Kind.Missing) parts.push(part);
    }
    return { kind: Kind.Slice, start, end: this.end(), parts };
  }
}
