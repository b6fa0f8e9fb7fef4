/** How rules are named by users: by code, by name, by the beginning of a code, or all at once. */
import { didYouMean } from './nearest.ts';

/** What a rule is called. */
export interface RuleHeading {
  readonly code: string;
  readonly name: string;
}

const ALL = 'ALL';

/** The code of the rule that a user calls `written`, by code in any case or by name. */
export function ruleCode(written: string, rules: readonly RuleHeading[]): string | undefined {
  const text = written.trim();
  return rules.find(({ code, name }) => code === text.toUpperCase() || name === text.toLowerCase())?.code;
}

/** A selector as the settings keep it: a code, the beginning of codes, or `ALL`; undefined when it selects nothing. */
export function readSelector(written: string, rules: readonly RuleHeading[]): string | undefined {
  const text = written.trim().toUpperCase();
  if (text === ALL) return ALL;
  if (/^AW\d{0,2}$/.test(text) && rules.some(({ code }) => code.startsWith(text))) return text;
  return ruleCode(written, rules);
}

/** One line about a rule or selector that nobody knows, with the nearest one that is known. */
export function unknownRule(written: string, rules: readonly RuleHeading[]): string {
  return `unknown rule "${written}"${didYouMean(
    written,
    rules.flatMap(({ code, name }) => [code, name]),
  )}`;
}

/** How closely the selectors name a rule: -1 not at all, more for a longer beginning. */
export function closeness(selectors: readonly string[], { code }: RuleHeading): number {
  let closest = -1;
  for (const selector of selectors) {
    const length = selector === ALL ? 0 : selector.length;
    if ((selector === ALL || code.startsWith(selector)) && length > closest) closest = length;
  }
  return closest;
}
