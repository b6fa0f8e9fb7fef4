/** What stands in brackets: groups, tuples, lists, sets, dicts and comprehensions. */

import { NONE } from './cursor.ts';
import { StringParser } from './parse-strings.ts';
import { Precedence, Token } from './tokens.ts';
import type { Comprehension, ComprehensionClause, Expression } from './tree.ts';
import { Kind } from './tree.ts';

export abstract class DisplayParser extends StringParser {
  protected abstract expression(): Expression;
  /** An expression, `name := value` or `*value`. */
  protected abstract element(): Expression;
  protected abstract binary(above: Precedence): Expression;
  protected abstract targets(): Expression;

  /** From an opening bracket to its closing one. */
  protected bracketed(): Expression {
    if (this.isTooDeep()) return this.skipNested();
    this.depth++;
    const open = this.token;
    let result: Expression;
    if (open === Token.OpenParenthesis) result = this.parenthesized();
    else if (open === Token.OpenBracket) result = this.list();
    else result = this.braces();
    this.depth--;
    return result;
  }

  private parenthesized(): Expression {
    const start = this.start();
    this.next();
    if (this.at(Token.CloseParenthesis)) {
      this.next();
      return { kind: Kind.Tuple, start, end: this.end(), items: NONE };
    }
    const first = this.element();
    if (this.atComprehension()) return this.comprehension('generator', start, first, undefined);
    if (this.at(Token.CloseParenthesis)) {
      this.next();
      return first;
    }
    if (this.at(Token.Comma)) {
      const items = this.elements(first);
      this.expect(Token.CloseParenthesis, '")"');
      return { kind: Kind.Tuple, start, end: this.end(), items };
    }
    if (this.atClose()) {
      this.complain('expected ")"');
      return first;
    }
    const items = this.elements(first);
    this.expect(Token.CloseParenthesis, '")"');
    return { kind: Kind.Tuple, start, end: this.end(), items };
  }

  private list(): Expression {
    const start = this.start();
    this.next();
    if (this.at(Token.CloseBracket)) {
      this.next();
      return { kind: Kind.List, start, end: this.end(), items: NONE };
    }
    const first = this.element();
    if (this.atComprehension()) return this.comprehension('list', start, first, undefined);
    const items = this.elements(first);
    this.expect(Token.CloseBracket, '"]"');
    return { kind: Kind.List, start, end: this.end(), items };
  }

  /** The elements of a display up to its end, the first of them read already. */
  private elements(first: Expression): Expression[] {
    const items = first.kind === Kind.Missing ? [] : [first];
    let before = -1;
    while (this.another(before)) {
      before = this.position;
      const item = this.element();
      if (item.kind !== Kind.Missing) items.push(item);
    }
    return items;
  }

  private braces(): Expression {
    const start = this.start();
    this.next();
    if (this.at(Token.CloseBrace) || this.at(Token.DoubleStar)) return this.dict(start, undefined);
    const first = this.element();
    if (this.at(Token.Colon)) return this.dict(start, first);
    if (this.atComprehension()) return this.comprehension('set', start, first, undefined);
    const items = this.elements(first);
    this.expect(Token.CloseBrace, '"}"');
    return { kind: Kind.Set, start, end: this.end(), items };
  }

  private dict(start: number, first: Expression | undefined): Expression {
    const keys: (Expression | undefined)[] = [];
    const values: Expression[] = [];
    if (first !== undefined || !this.atClose()) {
      this.dictItem(first, keys, values);
      if (this.atComprehension()) {
        const key = keys[0];
        const value = values[0];
        if (value) return this.comprehension('dict', start, key ?? value, key && value);
      }
      let before = -1;
      while (this.another(before)) {
        before = this.position;
        this.dictItem(undefined, keys, values);
      }
    }
    this.expect(Token.CloseBrace, '"}"');
    return { kind: Kind.Dict, start, end: this.end(), keys, values };
  }

  private dictItem(
    first: Expression | undefined,
    keys: (Expression | undefined)[],
    values: Expression[],
  ): void {
    if (first === undefined && this.take(Token.DoubleStar)) {
      keys.push(undefined);
      values.push(this.expression());
      return;
    }
    const key = first ?? this.element();
    if (this.take(Token.Colon)) {
      keys.push(key);
      values.push(this.expression());
    } else if (key.kind !== Kind.Missing) {
      this.complain('expected ":"');
      keys.push(key);
      values.push(this.missing());
    }
  }

  protected atComprehension(): boolean {
    return this.at(Token.For) || (this.at(Token.Async) && this.peek() === Token.For);
  }

  protected comprehension(
    form: Comprehension['form'],
    start: number,
    element: Expression,
    value: Expression | undefined,
  ): Comprehension {
    const clauses: ComprehensionClause[] = [];
    do clauses.push(this.clause());
    while (this.atComprehension());
    while (!this.atClose()) {
      this.complain('expected the comprehension to end');
      const before = this.position;
      this.element();
      if (this.position === before) this.next();
    }
    const close =
      form === 'generator' ? Token.CloseParenthesis : form === 'list' ? Token.CloseBracket : Token.CloseBrace;
    this.expect(close, 'a closing bracket');
    return { kind: Kind.Comprehension, start, end: this.end(), form, element, value, clauses };
  }

  private clause(): ComprehensionClause {
    const start = this.start();
    const isAsync = this.take(Token.Async);
    this.next();
    const target = this.targets();
    this.expect(Token.In, '"in"');
    const iterable = this.binary(Precedence.None);
    let conditions: Expression[] | undefined;
    while (this.take(Token.If)) (conditions ??= []).push(this.binary(Precedence.None));
    return { start, end: this.end(), isAsync, target, iterable, conditions: conditions ?? NONE };
  }
}
