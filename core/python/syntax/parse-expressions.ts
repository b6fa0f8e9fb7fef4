/** Expressions from `await` up: operators by precedence climbing, conditionals, lambdas, tuples without brackets. */

import { ParameterParser } from './parse-parameters.ts';
import { BEGINS_EXPRESSION, OPERATOR_TEXT, PRECEDENCE, Precedence, Token } from './tokens.ts';
import type { Bool, Compare, Expression, Lambda, Name, NamedExpression, Starred, Unary } from './tree.ts';
import { Kind } from './tree.ts';

interface Condition {
  readonly start: number;
  readonly body: Expression;
  readonly test: Expression;
}

export abstract class ExpressionParser extends ParameterParser {
  protected expression(): Expression {
    const start = this.start();
    const value = this.binary(Precedence.None);
    return this.at(Token.If) ? this.conditional(value, start) : value;
  }

  /** `a if b else c if d else e`, built from its end so that a long chain needs no stack. */
  private conditional(first: Expression, firstStart: number): Expression {
    const conditions: Condition[] = [];
    let body = first;
    let start = firstStart;
    while (this.take(Token.If)) {
      conditions.push({ start, body, test: this.binary(Precedence.None) });
      if (!this.take(Token.Else)) {
        this.complain('expected "else"');
        body = this.missing();
        break;
      }
      start = this.start();
      body = this.binary(Precedence.None);
    }
    const end = this.end();
    let otherwise = body;
    for (let index = conditions.length - 1; index >= 0; index--) {
      const { start, body, test } = conditions[index] as Condition;
      otherwise = { kind: Kind.Conditional, start, end, test, body, otherwise };
    }
    return otherwise;
  }

  protected named(): Expression {
    const value = this.expression();
    return this.at(Token.ColonEqual) ? this.namedValue(value) : value;
  }

  private namedValue(target: Expression): Expression {
    if (target.kind !== Kind.Name) this.complain('expected a name in front of ":="');
    this.next();
    const value = this.expression();
    if (target.kind !== Kind.Name) return value;
    const named: NamedExpression = {
      kind: Kind.NamedExpression,
      start: target.start,
      end: this.end(),
      target,
      value,
    };
    this.namedExpressions.push(named);
    return named;
  }

  protected element(): Expression {
    return this.at(Token.Star) ? this.starred() : this.named();
  }

  private starred(): Starred {
    const start = this.start();
    this.next();
    const value = this.at(Token.Star) ? this.skipNested() : this.binary(Precedence.Comparison);
    return { kind: Kind.Starred, start, end: this.end(), value };
  }

  /** One expression, or a tuple without brackets. */
  protected starExpressions(): Expression {
    const start = this.start();
    const first = this.element();
    if (!this.at(Token.Comma)) return first;
    const items = [first];
    while (this.take(Token.Comma) && BEGINS_EXPRESSION[this.token] !== 0) items.push(this.element());
    return { kind: Kind.Tuple, start, end: this.end(), items };
  }

  /** What `for` and `del` are followed by: no comparison, so that `in` is left alone. */
  protected targets(): Expression {
    const start = this.start();
    const first = this.target();
    if (!this.at(Token.Comma)) return first;
    const items = [first];
    while (this.take(Token.Comma) && BEGINS_EXPRESSION[this.token] !== 0) items.push(this.target());
    return { kind: Kind.Tuple, start, end: this.end(), items };
  }

  protected target(): Expression {
    return this.at(Token.Star) ? this.starred() : this.binary(Precedence.Comparison);
  }

  /** Operators that bind tighter than `above`. */
  protected binary(above: Precedence): Expression {
    const start = this.start();
    let left = this.unary();
    for (;;) {
      const precedence = PRECEDENCE[this.token] as Precedence;
      if (precedence <= above) return left;
      if (precedence > Precedence.Comparison) left = this.arithmetic(left, start, precedence);
      else if (precedence < Precedence.Comparison) left = this.bool(left, start, precedence);
      else if (this.at(Token.Not) && this.peek() !== Token.In) return left;
      else left = this.comparison(left, start);
    }
  }

  private arithmetic(left: Expression, start: number, precedence: Precedence): Expression {
    const operator = OPERATOR_TEXT[this.token] as string;
    this.next();
    let right: Expression;
    if (precedence === Precedence.Power) {
      if (this.isTooDeep()) right = this.skipNested();
      else {
        this.depth++;
        right = this.binary(Precedence.Product);
        this.depth--;
      }
    } else right = this.binary(precedence);
    return { kind: Kind.Binary, start, end: this.end(), operator, left, right };
  }

  private bool(left: Expression, start: number, precedence: Precedence): Bool {
    const operator = this.token;
    const values = [left];
    while (this.take(operator)) values.push(this.binary(precedence));
    return {
      kind: Kind.Bool,
      start,
      end: this.end(),
      operator: operator === Token.Or ? 'or' : 'and',
      values,
    };
  }

  private comparison(left: Expression, start: number): Compare {
    const operators: string[] = [];
    const operands = [left];
    while ((PRECEDENCE[this.token] as Precedence) === Precedence.Comparison) {
      if (this.at(Token.Not) && this.peek() !== Token.In) break;
      operators.push(this.comparisonOperator());
      operands.push(this.binary(Precedence.Comparison));
    }
    return { kind: Kind.Compare, start, end: this.end(), operators, operands };
  }

  private comparisonOperator(): string {
    const operator = this.token;
    this.next();
    if (operator === Token.Not) {
      this.next();
      return 'not in';
    }
    if (operator === Token.Is && this.take(Token.Not)) return 'is not';
    return OPERATOR_TEXT[operator] as string;
  }

  private unary(): Expression {
    switch (this.token) {
      case Token.Not:
        return this.prefixed('not', Precedence.Not);
      case Token.Minus:
        return this.prefixed('-', Precedence.Product);
      case Token.Plus:
        return this.prefixed('+', Precedence.Product);
      case Token.Tilde:
        return this.prefixed('~', Precedence.Product);
      case Token.Await:
        return this.awaited();
      default:
        return this.primary();
    }
  }

  private prefixed(operator: Unary['operator'], above: Precedence): Expression {
    if (this.isTooDeep()) return this.skipNested();
    const start = this.start();
    this.next();
    this.depth++;
    const operand = this.binary(above);
    this.depth--;
    return { kind: Kind.Unary, start, end: this.end(), operator, operand };
  }

  private awaited(): Expression {
    if (this.isTooDeep()) return this.skipNested();
    const start = this.start();
    this.next();
    this.depth++;
    // `await -x` is an error that costs nothing to read.
    const value = this.unary();
    this.depth--;
    return { kind: Kind.Await, start, end: this.end(), value };
  }

  protected lambda(): Expression {
    if (this.isTooDeep()) return this.skipNested();
    const start = this.start();
    this.next();
    this.depth++;
    const parameters = this.parameters(false);
    this.expect(Token.Colon, '":"');
    const body = this.expression();
    this.depth--;
    const lambda: Lambda = { kind: Kind.Lambda, start, end: this.end(), parameters, body };
    return lambda;
  }

  protected yieldExpression(): Expression {
    if (this.isTooDeep()) return this.skipNested();
    const start = this.start();
    this.next();
    this.depth++;
    let result: Expression;
    if (this.take(Token.From)) {
      const value = this.expression();
      result = { kind: Kind.YieldFrom, start, end: this.end(), value };
    } else {
      const value = BEGINS_EXPRESSION[this.token] === 0 ? undefined : this.starExpressions();
      result = { kind: Kind.Yield, start, end: this.end(), value };
    }
    this.depth--;
    return result;
  }

  /** A name that a statement needs, such as the one behind `def`. */
  protected missingName(): Name {
    const end = this.end();
    return { kind: Kind.Name, start: end, end, id: '' };
  }
}
