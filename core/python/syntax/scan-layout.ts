/** Lines and blocks: indentation, comments, continued lines, and where a statement with an open bracket must end. */

import { Code } from './characters.ts';
import { tokens } from './token-buffer.ts';
import { Token } from './tokens.ts';
import type { Comment, SyntaxProblem } from './tree.ts';

/** As CPython: deeper blocks are read as if they stood at this depth. */
const DEEPEST_BLOCK = 100;
const TAB_STOP = 8;
const MOST_PROBLEMS = 1000;
/** Reading again stops when it has cost this many times the text: a text can be made to ask for more. */
const MOST_READ_AGAIN = 4;

/** What is open: a bracket, or a part of an f-string. */
export const enum Open {
  Nothing,
  Parenthesis,
  Bracket,
  Brace,
  /** The expression part of a field. */
  Field,
  /** The format specification of a field. */
  Specification,
  FString,
}

export interface OpenFString {
  /** Its place in `brackets`. */
  readonly index: number;
  readonly quote: Code;
  readonly isTriple: boolean;
  readonly isRaw: boolean;
}

export class LayoutScanner {
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  /** Outermost first. */
  protected readonly brackets: Open[] = [];
  protected readonly fStrings: OpenFString[] = [];
  protected at = 0;
  protected readonly end: number;
  /** Whether a string was not closed. */
  protected hasOpenString = false;

  /** Columns of the open blocks, with tabs to the next multiple of eight and, against mixing, as one. */
  private readonly columns = [0];
  private readonly narrowColumns = [0];
  /** Of the line at hand. */
  private column = 0;

  /** Where the present statement began, to read it again when its brackets turn out to be unclosed. */
  private statement = { at: 0, column: 0, token: 0, comments: 0, problems: 0 };
  /** Up to here a line that is not indented deeper than its statement ends the statement. */
  private distrustBrackets = -1;
  private readAgain = 0;

  /**
   * @param lostQuote where a triple quote stands that is known to be never closed
   */
  constructor(
    protected readonly text: string,
    protected readonly lostQuote: number,
  ) {
    this.end = text.length;
  }

  protected codeAt(at: number): Code {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- `Code` names only some of them
    return this.text.charCodeAt(at);
  }

  protected closeDownTo(index: number): void {
    // Setting the length, which is slow, is left to brackets that do not match.
    if (index === this.brackets.length - 1) this.brackets.pop();
    else this.brackets.length = index;
  }

  protected problem(start: number, end: number, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ start, end, message });
  }

  /** From the beginning of a line outside brackets to the first token of the next statement. */
  protected beginStatement(): void {
    let narrow = this.indentation();
    while (this.skipRest()) narrow = this.indentation();
    if (this.at < this.end) this.openOrCloseBlocks(this.column, narrow);
    const statement = this.statement;
    statement.at = this.at;
    statement.column = this.column;
    statement.token = tokens.count;
    statement.comments = this.comments.length;
    statement.problems = this.problems.length;
  }

  /** Goes past the end of a line inside brackets, or ends the statement there for want of closed brackets. */
  protected lineEndInBrackets(): void {
    this.at = this.afterLineEnd(this.at);
    if (this.at > this.distrustBrackets) return;
    const lineEnd = this.at;
    const comments = this.comments.length;
    this.indentation();
    while (this.skipRest()) this.indentation();
    const code = this.at < this.end ? this.codeAt(this.at) : Code.CloseBrace;
    const closes = code === Code.CloseParenthesis || code === Code.CloseBracket || code === Code.CloseBrace;
    if (closes || this.column > this.statement.column) return;
    this.comments.length = comments;
    this.abandonBrackets(lineEnd);
  }

  /**
   * Brackets are open at `limit`, where no bracket can be. Reads the statement again, now ending it at the
   * first line that looks like the next statement; when that is being done already, ends it at `limit`.
   */
  protected recover(limit: number): void {
    const { statement } = this;
    this.readAgain += limit - statement.at;
    if (this.distrustBrackets >= limit || this.readAgain > MOST_READ_AGAIN * this.end) {
      while (tokens.count > 0 && (tokens.starts[tokens.count - 1] as number) >= limit) tokens.count--;
      this.abandonBrackets(limit);
      return;
    }
    this.distrustBrackets = limit;
    this.at = statement.at;
    this.brackets.length = this.fStrings.length = 0;
    tokens.count = statement.token;
    this.comments.length = statement.comments;
    this.problems.length = statement.problems;
  }

  protected comment(): void {
    const start = this.at;
    let at = start + 1;
    while (at < this.end) {
      const code = this.codeAt(at);
      if (code === Code.LineFeed || code === Code.Return) break;
      at++;
    }
    this.comments.push({ start, end: at });
    this.at = at;
  }

  /** Behind the line end at `at`: CRLF, LF or CR. */
  protected afterLineEnd(at: number): number {
    const paired = this.codeAt(at) === Code.Return && this.codeAt(at + 1) === Code.LineFeed;
    return paired && at + 1 < this.end ? at + 2 : at + 1;
  }

  protected isLineEnd(at: number): boolean {
    if (at >= this.end) return false;
    const code = this.codeAt(at);
    return code === Code.LineFeed || code === Code.Return;
  }

  protected closeAllBlocks(): void {
    while (this.columns.length > 1) this.closeBlock();
  }

  /** Reads the white space that begins a line into `column`; returns the column with tabs counted as one. */
  private indentation(): number {
    let column = 0;
    let narrow = 0;
    let continued = 0;
    let at = this.at;
    for (; at < this.end; at++) {
      const code = this.codeAt(at);
      if (code === Code.Space) {
        column++;
        narrow++;
      } else if (code === Code.Tab) {
        column = (Math.floor(column / TAB_STOP) + 1) * TAB_STOP;
        narrow++;
      } else if (code === Code.FormFeed) {
        column = narrow = 0;
      } else if (code === Code.Backslash && this.isLineEnd(at + 1)) {
        // As CPython: the white space in front of the first backslash is what counts, if there is any.
        if (continued === 0) continued = column;
        at = this.afterLineEnd(at + 1) - 1;
      } else if (code !== Code.ByteOrderMark || at !== 0) break;
    }
    this.at = at;
    this.column = continued === 0 ? column : continued;
    return continued === 0 ? narrow : continued;
  }

  /** Skips a comment and the line end; whether the line held nothing else and another one follows. */
  private skipRest(): boolean {
    if (this.at < this.end && this.codeAt(this.at) === Code.Hash) this.comment();
    if (!this.isLineEnd(this.at)) return false;
    this.at = this.afterLineEnd(this.at);
    return true;
  }

  private openOrCloseBlocks(column: number, narrow: number): void {
    const { columns, narrowColumns } = this;
    let top = columns.length - 1;
    if (column > (columns[top] as number)) {
      if (narrow <= (narrowColumns[top] as number)) this.inconsistentTabs();
      if (columns.length > DEEPEST_BLOCK) return;
      columns.push(column);
      narrowColumns.push(narrow);
      tokens.push(Token.Indent, this.at, this.at, 0);
      return;
    }
    while (column < (columns[top] as number)) {
      if (column > (columns[top - 1] as number)) {
        this.problem(this.at, this.at, 'unindent does not match any outer indentation level');
        columns[top] = column;
        narrowColumns[top] = narrow;
      } else {
        this.closeBlock();
        top--;
      }
    }
    if (narrow !== narrowColumns[top]) this.inconsistentTabs();
  }

  private closeBlock(): void {
    this.columns.pop();
    this.narrowColumns.pop();
    tokens.push(Token.Dedent, this.at, this.at, 0);
  }

  private inconsistentTabs(): void {
    this.problem(this.at, this.at, 'inconsistent use of tabs and spaces in indentation');
  }

  private abandonBrackets(at: number): void {
    this.problem(at, at, 'a bracket was never closed');
    this.brackets.length = this.fStrings.length = 0;
    this.at = at;
    tokens.push(Token.Newline, at, at, 0);
    this.beginStatement();
  }
}
