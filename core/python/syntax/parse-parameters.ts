/** Parameters of functions and lambdas, and type parameters. */

import { NONE } from './cursor.ts';
import { nameAt } from './names.ts';
import { PrimaryParser } from './parse-primaries.ts';
import { Token } from './tokens.ts';
import type { Expression, Parameter, TypeParameter } from './tree.ts';

type Draft = { -readonly [Field in keyof Parameter]: Parameter[Field] };

export abstract class ParameterParser extends PrimaryParser {
  /** Up to the closing parenthesis of a `def`, which may annotate, or to the colon of a `lambda`, which may not. */
  protected parameters(annotated: boolean): readonly Parameter[] {
    if (this.endsParameters()) return NONE;
    const result: Draft[] = [];
    let marked = 0;
    let form: Parameter['form'] = 'plain';
    for (;;) {
      const before = this.position;
      if (this.take(Token.Slash)) {
        for (; marked < result.length; marked++) positionalOnly(result[marked]);
      } else if (this.at(Token.Star) && this.peek() !== Token.Name) {
        this.next();
        form = 'keyword-only';
      } else if (this.at(Token.Star)) {
        result.push(this.parameter('args', annotated));
        form = 'keyword-only';
      } else if (this.at(Token.DoubleStar)) result.push(this.parameter('kwargs', annotated));
      else if (this.at(Token.Name)) result.push(this.parameter(form, annotated));
      if (this.endsParameters()) return result;
      if (!this.take(Token.Comma)) {
        this.complain('expected a comma');
        if (this.position === before) this.next();
      }
      if (this.endsParameters()) return result;
    }
  }

  private endsParameters(): boolean {
    return this.at(Token.Colon) || this.at(Token.FieldColon) || this.atClose();
  }

  private parameter(form: Parameter['form'], annotated: boolean): Draft {
    const start = this.start();
    if (form === 'args' || form === 'kwargs') this.next();
    let name = '';
    if (this.at(Token.Name)) {
      name = nameAt(this.value());
      this.next();
    } else this.complain('expected a name');
    let annotation: Expression | undefined;
    if (annotated && this.take(Token.Colon))
      annotation = form === 'args' ? this.element() : this.expression();
    const value = this.take(Token.Equal) ? this.expression() : undefined;
    return { start, end: this.end(), name, form, annotation, default: value };
  }

  /** `[T: bound = default, *Ts, **P]`, when it is there. */
  protected typeParameters(): readonly TypeParameter[] {
    if (!this.take(Token.OpenBracket)) return NONE;
    const result: TypeParameter[] = [];
    if (!this.atClose()) {
      let before: number;
      do {
        before = this.position;
        const parameter = this.typeParameter();
        if (parameter) result.push(parameter);
      } while (this.another(before));
    }
    this.expect(Token.CloseBracket, '"]"');
    return result;
  }

  private typeParameter(): TypeParameter | undefined {
    const start = this.start();
    let stars: 0 | 1 | 2 = 0;
    if (this.take(Token.Star)) stars = 1;
    else if (this.take(Token.DoubleStar)) stars = 2;
    if (!this.at(Token.Name)) return undefined;
    const name = nameAt(this.value());
    this.next();
    const bound = this.take(Token.Colon) ? this.expression() : undefined;
    const value = this.take(Token.Equal) ? this.element() : undefined;
    return { start, end: this.end(), name, stars, bound, default: value };
  }
}

function positionalOnly(parameter: Draft | undefined): void {
  if (parameter?.form === 'plain') parameter.form = 'positional-only';
}
