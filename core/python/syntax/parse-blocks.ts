/** Statements that open a block, save definitions: `if`, `for`, `while`, `try`, `with`, `match`. */

import { NONE } from './cursor.ts';
import { nameAt } from './names.ts';
import type { Pattern } from './parse-patterns.ts';
import { PatternParser } from './parse-patterns.ts';
import { BEGINS_EXPRESSION, BRACKETING, Bracketing, Token } from './tokens.ts';
import type { ExceptHandler, Expression, If, MatchCase, Statement, WithItem } from './tree.ts';
import { Kind } from './tree.ts';

interface Branch {
  readonly start: number;
  readonly test: Expression;
  readonly body: readonly Statement[];
}

export abstract class BlockParser extends PatternParser {
  /** Reads one statement, or several with semicolons between them. Always moves on. */
  protected abstract statement(into: Statement[]): void;

  /** Offset behind the colon of the block read last. */
  protected headEnd = 0;

  /** From the colon to the end of the block. */
  protected block(): readonly Statement[] {
    const body: Statement[] = [];
    if (!this.at(Token.Colon) && !this.at(Token.Newline)) this.leftover(body, true);
    this.expect(Token.Colon, '":"');
    this.headEnd = this.end();
    const headEnd = this.headEnd;
    if (!this.at(Token.Newline)) {
      if (!this.at(Token.End)) this.inlineBlock(body);
    } else {
      this.next();
      if (this.take(Token.Indent)) this.statements(body);
      else this.complain('expected an indented block');
    }
    this.headEnd = headEnd;
    return body;
  }

  /** `if x: pass`. Python allows no block inside it, but half-typed code may hold one. */
  private inlineBlock(body: Statement[]): void {
    if (this.isTooDeep()) {
      this.leftover(body, false);
      this.take(Token.Newline);
      return;
    }
    this.depth++;
    this.statement(body);
    this.depth--;
  }

  /** Up to the end of the block. Blocks that nothing opened are read as if they were not indented. */
  protected statements(body: Statement[]): void {
    let unexpected = 0;
    for (;;) {
      if (this.at(Token.End)) return;
      if (this.at(Token.Dedent)) {
        this.next();
        if (unexpected-- === 0) return;
      } else if (this.at(Token.Indent)) {
        this.complain('unexpected indent');
        this.next();
        unexpected++;
      } else this.statement(body);
    }
  }

  /** `if` with its `elif`s, built from the end: a chain may be long. */
  protected ifStatement(): Statement {
    const branches: Branch[] = [];
    do {
      const start = this.start();
      this.next();
      const test = this.named();
      branches.push({ start, test, body: this.block() });
    } while (this.at(Token.Elif));
    let otherwise = this.elseBlock();
    const end = this.end();
    for (let index = branches.length - 1; index > 0; index--) {
      const { start, test, body } = branches[index] as Branch;
      otherwise = [{ kind: Kind.If, start, end, test, body, otherwise }];
    }
    const { start, test, body } = branches[0] as Branch;
    const result: If = { kind: Kind.If, start, end, test, body, otherwise };
    return result;
  }

  private elseBlock(): readonly Statement[] {
    return this.take(Token.Else) ? this.block() : NONE;
  }

  protected whileStatement(): Statement {
    const start = this.start();
    this.next();
    const test = this.named();
    const body = this.block();
    const otherwise = this.elseBlock();
    return { kind: Kind.While, start, end: this.end(), test, body, otherwise };
  }

  protected forStatement(start: number, isAsync: boolean): Statement {
    this.next();
    const target = this.targets();
    this.expect(Token.In, '"in"');
    const iterable = this.starExpressions();
    const body = this.block();
    const otherwise = this.elseBlock();
    return { kind: Kind.For, start, end: this.end(), isAsync, target, iterable, body, otherwise };
  }

  protected tryStatement(): Statement {
    const start = this.start();
    this.next();
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    while (this.at(Token.Except)) handlers.push(this.handler());
    const otherwise = this.elseBlock();
    const final = this.take(Token.Finally) ? this.block() : NONE;
    return { kind: Kind.Try, start, end: this.end(), body, handlers, otherwise, final };
  }

  private handler(): ExceptHandler {
    const start = this.start();
    this.next();
    const isGroup = this.take(Token.Star);
    const type = this.at(Token.Colon) || this.at(Token.Newline) ? undefined : this.starExpressions();
    let name: string | undefined;
    let nameStart = -1;
    if (this.take(Token.As)) {
      if (this.at(Token.Name)) {
        name = nameAt(this.value());
        nameStart = this.start();
        this.next();
      } else this.complain('expected a name');
    }
    const body = this.block();
    return { start, end: this.end(), isGroup, type, name, nameStart, body };
  }

  protected withStatement(start: number, isAsync: boolean): Statement {
    this.next();
    const items = this.parenthesizedItems() ?? this.withItems(false);
    const body = this.block();
    const headEnd = this.headEnd;
    return { kind: Kind.With, start, end: this.end(), isAsync, items, headEnd, body };
  }

  /**
   * `with (a as b, c as d):`. The parenthesis may also begin an expression, `with (a, b) as c:`, so this is
   * tried only when nothing but the colon follows it, and given up at what no item can hold.
   */
  private parenthesizedItems(): WithItem[] | undefined {
    if (!this.at(Token.OpenParenthesis) || !this.bracketEndsHead()) return undefined;
    const position = this.position;
    const problems = this.problems.length;
    const named = this.namedExpressions.length;
    this.next();
    const items = this.withItems(true);
    // `with ():` is an empty tuple.
    if (items.length > 0 && this.atClose()) {
      this.take(Token.CloseParenthesis);
      return items;
    }
    this.moveTo(position);
    this.problems.length = problems;
    this.namedExpressions.length = named;
    return undefined;
  }

  /** Whether the bracket at hand closes in front of a colon, or not at all. */
  private bracketEndsHead(): boolean {
    let open = 0;
    let position = this.position;
    for (; ; position++) {
      const token = this.tokenAt(position);
      if (token === Token.Newline || token === Token.End) return true;
      const bracketing = BRACKETING[token];
      if (bracketing === Bracketing.Opens) open++;
      else if (bracketing === Bracketing.Closes && --open === 0) break;
    }
    const next = this.tokenAt(position + 1);
    return next === Token.Colon || next === Token.Newline;
  }

  private withItems(inParentheses: boolean): WithItem[] {
    const items: WithItem[] = [];
    do {
      if (BEGINS_EXPRESSION[this.token] !== 1 || (inParentheses && this.at(Token.Yield))) break;
      const context = this.expression();
      const target = this.take(Token.As) ? this.target() : undefined;
      items.push({ context, target });
    } while (this.take(Token.Comma));
    return items;
  }

  /** Whether the name `match` at hand is the keyword. */
  protected atMatch(): boolean {
    const next = this.peek();
    if (BEGINS_EXPRESSION[next] === 0) return false;
    if (!mayContinueExpression(next)) return true;
    // `match (x)`, `match -x`, `match [x]` and `match *x` are expressions unless the line ends in a colon.
    let position = this.position + 1;
    while (this.tokenAt(position) !== Token.Newline && this.tokenAt(position) !== Token.End) position++;
    return this.tokenAt(position - 1) === Token.Colon;
  }

  protected matchStatement(): Statement {
    const start = this.start();
    this.next();
    const subject = this.starExpressions();
    const stray: Statement[] = [];
    if (!this.at(Token.Colon) && !this.at(Token.Newline)) this.leftover(stray, true);
    this.expect(Token.Colon, '":"');
    this.take(Token.Newline);
    const cases: MatchCase[] = [];
    if (stray.length > 0) cases.push(caseOf(stray));
    if (this.take(Token.Indent)) this.cases(cases);
    return { kind: Kind.Match, start, end: this.end(), subject, cases };
  }

  private cases(cases: MatchCase[]): void {
    let unexpected = 0;
    while (!this.at(Token.End)) {
      if (this.take(Token.Dedent)) {
        if (unexpected-- === 0) return;
      } else if (this.take(Token.Indent)) unexpected++;
      else if (this.atWord(Token.Case)) cases.push(this.matchCase());
      else {
        const stray: Statement[] = [];
        this.complain('expected "case"');
        this.statement(stray);
        if (stray.length > 0) cases.push(caseOf(stray));
      }
    }
  }

  private matchCase(): MatchCase {
    const start = this.start();
    this.next();
    const pattern: Pattern = { captures: [], values: [] };
    const type = this.casePattern(pattern);
    const guard = this.take(Token.If) ? this.named() : undefined;
    const body = this.block();
    const { captures, values } = pattern;
    return { start, end: this.end(), captures, values, type, guard, body };
  }
}

/** A statement that stands between the cases of a `match`. */
function caseOf(body: readonly Statement[]): MatchCase {
  const start = body[0]?.start ?? 0;
  const end = body.at(-1)?.end ?? start;
  return { start, end, captures: NONE, values: NONE, type: undefined, guard: undefined, body };
}

/** Of the tokens that can begin an expression, those that can also stand behind a name. */
function mayContinueExpression(token: Token): boolean {
  switch (token) {
    case Token.OpenParenthesis:
    case Token.OpenBracket:
    case Token.Plus:
    case Token.Minus:
    case Token.Star:
    case Token.Not:
      return true;
    default:
      return false;
  }
}
