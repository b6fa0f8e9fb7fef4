/** A module from its text: statements and definitions, on top of everything else the parser reads. */

import { NONE } from './cursor.ts';
import { nameAt, trimNames } from './names.ts';
import { BlockParser } from './parse-blocks.ts';
import { tokenize } from './tokenizer.ts';
import { Token } from './tokens.ts';
import type { Argument, ClassDef, Comment, Expression, FunctionDef, Module, Statement } from './tree.ts';
import { Kind } from './tree.ts';

class Parser extends BlockParser {
  module(comments: readonly Comment[]): Module {
    const body: Statement[] = [];
    while (!this.at(Token.End)) this.statements(body);
    const { text, problems, namedExpressions } = this;
    namedExpressions.sort((a, b) => a.start - b.start);
    problems.sort((a, b) => a.start - b.start);
    return { text, body, comments, namedExpressions, problems };
  }

  onlyExpression(): Expression {
    while (this.at(Token.Newline) || this.at(Token.Indent)) this.next();
    return this.starExpressions();
  }

  protected statement(into: Statement[]): void {
    switch (this.token) {
      case Token.Def:
        into.push(this.definition(NONE, this.start()));
        break;
      case Token.If:
        into.push(this.ifStatement());
        break;
      case Token.At:
        this.decorated(into);
        break;
      case Token.Class:
        into.push(this.classDefinition(NONE, this.start()));
        break;
      case Token.For:
        into.push(this.forStatement(this.start(), false));
        break;
      case Token.While:
        into.push(this.whileStatement());
        break;
      case Token.Try:
        into.push(this.tryStatement());
        break;
      case Token.With:
        into.push(this.withStatement(this.start(), false));
        break;
      case Token.Async:
        this.asyncStatement(into);
        break;
      default:
        if (this.atWord(Token.Match) && this.atMatch()) {
          into.push(this.matchStatement());
        } else this.simpleStatements(into);
    }
  }

  /** The statements of one line. */
  private simpleStatements(into: Statement[]): void {
    do {
      if (this.at(Token.Newline)) break;
      const statement = this.simpleStatement();
      if (statement) into.push(statement);
      if (!this.at(Token.Newline) && !this.at(Token.Semicolon)) this.leftover(into, false);
    } while (this.take(Token.Semicolon));
    this.take(Token.Newline);
  }

  private asyncStatement(into: Statement[]): void {
    const start = this.start();
    const next = this.peek();
    if (next === Token.Def) into.push(this.definition(NONE, start));
    else if (next === Token.With || next === Token.For) {
      this.next();
      into.push(next === Token.With ? this.withStatement(start, true) : this.forStatement(start, true));
    } else {
      this.leftover(into, false);
      this.take(Token.Newline);
    }
  }

  private decorated(into: Statement[]): void {
    const start = this.start();
    const decorators: Expression[] = [];
    while (this.take(Token.At)) {
      const decorator = this.named();
      if (decorator.kind !== Kind.Missing) decorators.push(decorator);
      if (!this.at(Token.Newline)) this.leftover(into, false);
      this.take(Token.Newline);
    }
    if (this.at(Token.Def) || (this.at(Token.Async) && this.peek() === Token.Def)) {
      into.push(this.definition(decorators, start));
    } else if (this.at(Token.Class)) into.push(this.classDefinition(decorators, start));
    else {
      this.complain('expected a definition');
      into.push({ kind: Kind.Invalid, start, end: this.end(), parts: decorators });
    }
  }

  private definition(decorators: readonly Expression[], start: number): FunctionDef {
    const keywordStart = this.start();
    const isAsync = this.take(Token.Async);
    this.next();
    const { name, nameStart } = this.definedName();
    const typeParameters = this.typeParameters();
    const hasParameters = this.expect(Token.OpenParenthesis, '"("');
    const parameters = hasParameters ? this.parameters(true) : NONE;
    if (hasParameters) this.expect(Token.CloseParenthesis, '")"');
    const returns = this.take(Token.Arrow) ? this.expression() : undefined;
    const body = this.block();
    const { headEnd } = this;
    return {
      kind: Kind.FunctionDef,
      start,
      end: this.end(),
      isAsync,
      keywordStart,
      name,
      nameStart,
      decorators,
      typeParameters,
      parameters,
      returns,
      headEnd,
      body,
    };
  }

  private classDefinition(decorators: readonly Expression[], start: number): ClassDef {
    const keywordStart = this.start();
    this.next();
    const { name, nameStart } = this.definedName();
    const typeParameters = this.typeParameters();
    const args: readonly Argument[] = this.at(Token.OpenParenthesis) ? this.callArguments() : NONE;
    const body = this.block();
    const { headEnd } = this;
    return {
      kind: Kind.ClassDef,
      start,
      end: this.end(),
      keywordStart,
      name,
      nameStart,
      decorators,
      typeParameters,
      args,
      headEnd,
      body,
    };
  }

  private definedName(): { name: string; nameStart: number } {
    const nameStart = this.at(Token.Name) ? this.start() : this.end();
    if (!this.at(Token.Name)) {
      this.complain('expected a name');
      return { name: '', nameStart };
    }
    const name = nameAt(this.value());
    this.next();
    return { name, nameStart };
  }
}

/** Reads any text whatever; what is not Python is in `problems` and, as far as it can be read, in the tree. */
export function parseModule(text: string): Module {
  trimNames();
  const { comments, problems } = tokenize(text);
  return new Parser(text, problems).module(comments);
}

/** An annotation in quotes, from the value of the string. Offsets are those of that value. */
export function parseAnnotation(text: string): Expression {
  const { problems } = tokenize(text);
  return new Parser(text, problems).onlyExpression();
}
