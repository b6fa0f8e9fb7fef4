/** Statements of one line: assignments, imports, `return` and the like; and what is no statement. */

import { NONE } from './cursor.ts';
import { nameAt, nameIn } from './names.ts';
import { ExpressionParser } from './parse-expressions.ts';
import { OPERATOR_TEXT, Token } from './tokens.ts';
import type { Bare, Expression, ImportName, Scoping, Statement } from './tree.ts';
import { Kind } from './tree.ts';

export abstract class SimpleParser extends ExpressionParser {
  /** The statement at hand, `undefined` when nothing of it could be read. */
  protected simpleStatement(): Statement | undefined {
    switch (this.token) {
      case Token.Name:
        if (this.atWord(Token.Type) && this.peek() === Token.Name) return this.typeAlias();
        return this.expressionStatement();
      case Token.Return:
        return this.returnStatement();
      case Token.Import:
        return this.importStatement();
      case Token.From:
        return this.fromImport();
      case Token.Pass:
        return this.bare(Kind.Pass);
      case Token.Break:
        return this.bare(Kind.Break);
      case Token.Continue:
        return this.bare(Kind.Continue);
      case Token.Raise:
        return this.raise();
      case Token.Assert:
        return this.assertion();
      case Token.Del:
        return this.deletion();
      default:
        if (this.at(Token.Global)) return this.scoping(Kind.Global);
        if (this.at(Token.Nonlocal)) return this.scoping(Kind.Nonlocal);
        return this.expressionStatement();
    }
  }

  private expressionStatement(): Statement | undefined {
    const start = this.start();
    const position = this.position;
    const value = this.starExpressions();
    if (this.at(Token.Equal)) return this.assignment(start, value);
    if (this.position === position) return undefined;
    if (this.at(Token.Colon) && canBeAnnotated(value) && this.peek() !== Token.Newline) {
      return this.annotatedAssignment(start, value);
    }
    if (this.token >= Token.PlusEqual && this.token <= Token.CaretEqual) {
      const operator = OPERATOR_TEXT[this.token] as string;
      this.next();
      const right = this.starExpressions();
      return { kind: Kind.AugAssign, start, end: this.end(), target: value, operator, value: right };
    }
    return { kind: Kind.ExpressionStatement, start, end: this.end(), value };
  }

  private assignment(start: number, first: Expression): Statement {
    const targets: Expression[] = [];
    let value = first;
    while (this.take(Token.Equal)) {
      targets.push(value);
      value = this.starExpressions();
    }
    if (value.kind === Kind.Missing) this.complain('expected an expression');
    return { kind: Kind.Assign, start, end: this.end(), targets, value };
  }

  private annotatedAssignment(start: number, target: Expression): Statement {
    this.next();
    const annotation = this.expression();
    const value = this.take(Token.Equal) ? this.starExpressions() : undefined;
    return { kind: Kind.AnnAssign, start, end: this.end(), target, annotation, value };
  }

  private typeAlias(): Statement {
    const start = this.start();
    this.next();
    const name = this.name();
    const typeParameters = this.typeParameters();
    this.expect(Token.Equal, '"="');
    const value = this.expression();
    return { kind: Kind.TypeAlias, start, end: this.end(), name, typeParameters, value };
  }

  /** Whether an optional expression is left out here. */
  private atStatementEnd(): boolean {
    return this.at(Token.Newline) || this.at(Token.Semicolon) || this.at(Token.End);
  }

  private returnStatement(): Statement {
    const start = this.start();
    this.next();
    const value = this.atStatementEnd() ? undefined : this.starExpressions();
    return { kind: Kind.Return, start, end: this.end(), value };
  }

  private raise(): Statement {
    const start = this.start();
    this.next();
    const exception = this.atStatementEnd() ? undefined : this.expression();
    const cause = this.take(Token.From) ? this.expression() : undefined;
    return { kind: Kind.Raise, start, end: this.end(), exception, cause };
  }

  private assertion(): Statement {
    const start = this.start();
    this.next();
    const test = this.expression();
    const message = this.take(Token.Comma) ? this.expression() : undefined;
    return { kind: Kind.Assert, start, end: this.end(), test, message };
  }

  private deletion(): Statement {
    const start = this.start();
    this.next();
    const targets: Expression[] = [];
    do {
      if (this.atStatementEnd()) break;
      targets.push(this.target());
    } while (this.take(Token.Comma));
    return { kind: Kind.Delete, start, end: this.end(), targets };
  }

  private bare(kind: Bare['kind']): Bare {
    const start = this.start();
    this.next();
    return { kind, start, end: this.end() };
  }

  private scoping(kind: Scoping['kind']): Scoping {
    const start = this.start();
    this.next();
    const names: string[] = [];
    while (this.at(Token.Name)) {
      names.push(nameAt(this.value()));
      this.next();
      if (!this.take(Token.Comma)) break;
    }
    return { kind, start, end: this.end(), names };
  }

  private importStatement(): Statement {
    const start = this.start();
    this.next();
    const names: ImportName[] = [];
    do {
      if (this.at(Token.Name)) names.push(this.importName());
      else this.complain('expected a module name');
    } while (this.take(Token.Comma));
    return { kind: Kind.Import, start, end: this.end(), names };
  }

  private importName(): ImportName {
    const start = this.start();
    const name = this.dottedName();
    let asName: string | undefined;
    if (this.take(Token.As)) {
      if (this.at(Token.Name)) {
        asName = nameAt(this.value());
        this.next();
      } else this.complain('expected a name');
    }
    return { start, end: this.end(), name, asName };
  }

  /** A module name; a dot that nothing follows yet is left out. */
  private dottedName(): string {
    const start = this.start();
    let end = this.tokenEnd();
    const parts = [nameAt(this.value())];
    let isSpaced = false;
    this.next();
    while (this.at(Token.Dot)) {
      isSpaced ||= this.start() !== end || this.nextStart() !== this.tokenEnd();
      this.next();
      if (!this.at(Token.Name)) {
        this.complain('expected a name');
        break;
      }
      parts.push(nameAt(this.value()));
      end = this.tokenEnd();
      this.next();
    }
    const [only = ''] = parts;
    if (parts.length === 1) return only;
    return isSpaced ? parts.join('.') : nameIn(this.text, start, end);
  }

  private fromImport(): Statement {
    const start = this.start();
    this.next();
    let level = 0;
    for (;;) {
      if (this.take(Token.Dot)) level++;
      else if (this.take(Token.Ellipsis)) level += 3;
      else break;
    }
    const module = this.at(Token.Name) ? this.dottedName() : '';
    const names = this.expect(Token.Import, '"import"') ? this.importedNames() : NONE;
    return { kind: Kind.ImportFrom, start, end: this.end(), level, module, names };
  }

  private importedNames(): ImportName[] {
    const names: ImportName[] = [];
    if (this.at(Token.Star)) {
      const start = this.start();
      this.next();
      names.push({ start, end: this.end(), name: '*', asName: undefined });
      return names;
    }
    if (this.take(Token.OpenParenthesis)) {
      let before: number;
      do {
        before = this.position;
        if (this.at(Token.Name)) names.push(this.importName());
      } while (this.another(before));
      this.expect(Token.CloseParenthesis, '")"');
      return names;
    }
    do {
      if (!this.at(Token.Name)) {
        this.complain('expected a name');
        break;
      }
      names.push(this.importName());
    } while (this.take(Token.Comma));
    return names;
  }

  /**
   * Reads what should not be here up to the end of the line, or up to a colon that may open a block, and keeps
   * what can be read of it.
   */
  protected leftover(into: Statement[], stopAtColon: boolean): void {
    const start = this.start();
    const parts: Expression[] = [];
    this.complain('invalid syntax');
    while (!this.atStatementEnd() && !this.at(Token.Indent) && !this.at(Token.Dedent)) {
      if (stopAtColon && this.at(Token.Colon)) break;
      const before = this.position;
      const part = this.starExpressions();
      if (this.position === before) this.next();
      else if (part.kind !== Kind.Missing) parts.push(part);
    }
    into.push({ kind: Kind.Invalid, start, end: Math.max(start, this.end()), parts });
  }
}

function canBeAnnotated(target: Expression): boolean {
  return target.kind === Kind.Name || target.kind === Kind.Attribute || target.kind === Kind.Subscript;
}
