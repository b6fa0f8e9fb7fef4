/** What rules about our comments are told of them: what silences nothing, what names nothing, and the comment without it. */
import { unknownKinds } from '../effects/contracts.ts';
import { BLOCKING_KINDS } from '../model/blocking-kind.ts';
import type { Edit } from '../model/rewriter.ts';
import type { Span } from '../model/span.ts';
import type { Directive } from '../model/summary.ts';
import type { SuppressionUse, UnknownName } from '../rules/rule.ts';
import { nearest } from './nearest.ts';
import { ruleCode, type RuleHeading } from './selectors.ts';
import type { Suppression, Unused } from './suppressions.ts';

/** The part of a comment that is ours: what it is, and the rules that it names. */
const COMMENT = /#\s*awaitwise:[^[]*(?:\[(?<names>[^\]]*))?/d;

export function suppressionUses(
  suppressions: readonly Suppression[],
  unused: readonly Unused[],
  text: string,
  rules: readonly RuleHeading[],
): SuppressionUse[] {
  return suppressions.map((suppression) => {
    const { directive, wholeFile, unknown } = suppression;
    const codes = unused.find((one) => one.suppression === suppression)?.codes;
    const comment = new Comment(directive.span, text);
    const isIdle = (name: string) => codes?.includes(ruleCode(name, rules) ?? '') ?? false;
    return {
      at: directive.span,
      wholeFile,
      idle: codes && { codes, mended: comment.without(isIdle) },
      unknown: unknown.map((name) => ({ of: 'rule', name, meant: ruleMeantBy(name, comment, rules) })),
    };
  });
}

/** Comments that say how functions block, and name ways that there are not. */
export function contractMistakes(directives: readonly Directive[], text: string): SuppressionUse[] {
  return unknownKinds(directives).map(({ at, names }) => {
    const comment = new Comment(at, text);
    const unknown = names.map((name) => {
      const meant = nearest(name, BLOCKING_KINDS);
      return {
        of: 'kind' as const,
        name,
        meant: meant === undefined ? undefined : { name: meant, mended: comment.with(name, meant) },
      };
    });
    return { at, wholeFile: false, idle: undefined, unknown };
  });
}

function ruleMeantBy(name: string, comment: Comment, rules: readonly RuleHeading[]): UnknownName['meant'] {
  const meant = nearest(
    name,
    rules.flatMap((rule) => [rule.code, rule.name]),
  );
  // Every number is near to another one, which says nothing.
  if (meant === undefined || /^AW\d{3}$/i.test(name)) return undefined;
  return { name: meant, mended: comment.with(name, meant) };
}

/** A comment in its text, ready to be edited. */
class Comment {
  readonly #text: string;
  /** Ours, up to the end of the comment. */
  readonly #whole: Span;
  /** What stands between the brackets; empty where there are none. */
  readonly #names: Span;

  constructor(span: Span, text: string) {
    const match = COMMENT.exec(text.slice(span.start, span.end));
    const [from, to] = match?.indices?.groups?.names ?? [0, 0];
    this.#text = text;
    this.#whole = { start: span.start + (match?.index ?? 0), end: span.end };
    this.#names = { start: span.start + from, end: span.start + to };
  }

  /** Without these names; gone, with the white space before it or the line it has for itself, when none are left. */
  without(isIdle: (name: string) => boolean): Edit {
    const left = this.#list().filter((name) => !isIdle(name));
    return left.length === 0
      ? { span: this.#withItsSpace(), text: '' }
      : { span: this.#names, text: left.join(', ') };
  }

  with(name: string, meant: string): Edit {
    const list = this.#list().map((one) => (one === name ? meant : one));
    return { span: this.#names, text: list.join(', ') };
  }

  #list(): string[] {
    const names = this.#text.slice(this.#names.start, this.#names.end).split(',');
    return names.map((name) => name.trim()).filter((name) => name !== '');
  }

  #withItsSpace(): Span {
    let { start, end } = this.#whole;
    while (/[ \t\f]/.test(this.#text[start - 1] ?? '')) start -= 1;
    const isAlone = start === 0 || /[\r\n]/.test(this.#text[start - 1] ?? '');
    if (isAlone) end += /^(?:\r\n|\r|\n)?/.exec(this.#text.slice(end, end + 2))?.[0].length ?? 0;
    return { start, end };
  }
}
