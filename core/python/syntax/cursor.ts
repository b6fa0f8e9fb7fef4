/** The parser's place in the tokens, and what every part of it needs: take, expect, complain, skip. */

import { tokens } from './token-buffer.ts';
import { BRACKETING, Bracketing, Token } from './tokens.ts';
import type { Expression, Missing, NamedExpression, SyntaxProblem } from './tree.ts';
import { Kind } from './tree.ts';

/** Brackets, prefix operators and lambdas may nest this deep; CPython stops at 200 brackets. */
const DEEPEST = 220;
const MOST_PROBLEMS = 1000;

export const NONE: readonly never[] = [];

export class Cursor {
  /** The token at hand. */
  protected token: Token;
  protected position = 0;
  /** How many constructs that need recursion are open. */
  protected depth = 0;
  protected readonly namedExpressions: NamedExpression[] = [];

  private readonly kinds = tokens.kinds;
  private readonly starts = tokens.starts;
  private readonly ends = tokens.ends;
  private readonly values = tokens.values;

  constructor(
    protected readonly text: string,
    protected readonly problems: SyntaxProblem[],
  ) {
    this.token = this.kinds[0] as Token;
  }

  protected next(): void {
    this.token = this.kinds[++this.position] as Token;
  }

  /** Asked by a call because the compiler takes a field for unchanged until it is assigned in sight. */
  protected at(token: Token): boolean {
    return this.token === token;
  }

  /** Whether the name at hand is this soft keyword. */
  protected atWord(word: Token.Match | Token.Case | Token.Type | Token.Underscore): boolean {
    return this.token === Token.Name && this.value() === word - Token.False;
  }

  protected take(token: Token): boolean {
    if (this.token !== token) return false;
    this.next();
    return true;
  }

  protected expect(token: Token, what: string): boolean {
    if (this.take(token)) return true;
    this.complain(`expected ${what}`);
    return false;
  }

  protected moveTo(position: number): void {
    this.position = position;
    this.token = this.kinds[position] as Token;
  }

  protected tokenAt(position: number): Token {
    return this.kinds[position] as Token;
  }

  protected peek(): Token {
    // `End` is never passed, so there is a token behind every other one.
    return this.token === Token.End ? Token.End : (this.kinds[this.position + 1] as Token);
  }

  /** Where the token at hand begins. */
  protected start(): number {
    return this.starts[this.position] as number;
  }

  /** Where the token behind the one at hand begins. */
  protected nextStart(): number {
    return this.starts[this.position + 1] as number;
  }

  protected tokenEnd(): number {
    return this.ends[this.position] as number;
  }

  /** Of a name its number, of a string its flags. */
  protected value(): number {
    return this.values[this.position] as number;
  }

  /** Where the last token ended that was not layout. */
  protected end(): number {
    let position = this.position - 1;
    while (position >= 0 && isLayout(this.kinds[position] as Token)) position--;
    return position < 0 ? 0 : (this.ends[position] as number);
  }

  protected complain(message: string): void {
    const start = this.start();
    if (this.problems.length < MOST_PROBLEMS && this.problems.at(-1)?.start !== start) {
      this.problems.push({ start, end: this.tokenEnd(), message });
    }
  }

  protected missing(): Missing {
    const end = this.end();
    return { kind: Kind.Missing, start: end, end };
  }

  protected isTooDeep(): boolean {
    return this.depth >= DEEPEST;
  }

  /** In place of an expression nested too deep: passes over it. */
  protected skipNested(): Expression {
    const start = this.start();
    this.complain('too deeply nested');
    let open = 0;
    for (;;) {
      const bracketing = BRACKETING[this.token];
      if (this.token === Token.Newline || this.token === Token.End) break;
      if (bracketing === Bracketing.Closes && --open < 0) break;
      if (bracketing === Bracketing.Opens) open++;
      if (open === 0 && this.token === Token.Comma) break;
      this.next();
    }
    return { kind: Kind.Missing, start, end: Math.max(start, this.end()) };
  }

  /** Whether a list of things inside brackets ends here. */
  protected atClose(): boolean {
    return BRACKETING[this.token] === Bracketing.Closes;
  }

  /** Between two things in brackets: whether another one follows. What is neither that nor the end is skipped. */
  protected another(before: number): boolean {
    if (this.take(Token.Comma)) return !this.atClose();
    if (this.atClose()) return false;
    this.complain('expected a comma');
    if (this.position === before) this.next();
    return !this.atClose();
  }
}

function isLayout(token: Token): boolean {
  return token >= Token.Newline && token <= Token.Dedent;
}
