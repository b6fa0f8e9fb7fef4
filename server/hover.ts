/** What a hover says: of a report, what its message leaves open; of any call or function, whether it blocks; of a rule's name, the rule. */
import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rules, type Rule, type Verdict } from '../core/index.ts';
import type { ChainHop } from '../core/model/finding.ts';
import type { Locations } from './locations.ts';
import type { Report } from './reports.ts';
import { rulePage } from './rule-pages.ts';

/** `refusals`: ways to mend it that are not open, and why. */
export function hoverOfReport(
  { finding, diagnostic }: Report,
  locations: Locations,
  refusals: readonly { readonly title: string; readonly reason: string }[],
): Hover {
  const rule = rules.find(({ code }) => code === finding.code);
  return hover(
    [
      ...(rule ? advice(rule) : []),
      finding.reason === '' ? '' : `_${finding.confidence}: ${finding.reason}_`,
      stepList(finding.chain, locations),
      ...refusals.map(({ title, reason }) => `_No "${title}": ${reason}._`),
    ],
    diagnostic.range,
  );
}

export function hoverOfVerdict(verdict: Verdict, range: Range, locations: Locations): Hover {
  switch (verdict.kind) {
    case 'never':
      return hover(['**Never blocks**'], range);
    case 'unsure': {
      const { unresolved } = verdict;
      const calls = unresolved === 1 ? 'one call' : `${String(unresolved)} calls`;
      return hover([`**Unsure** whether it blocks: nothing is known of ${calls} behind it`], range);
    }
    case 'blocks': {
      const [kind = ''] = verdict.record.kinds;
      return hover([`**Blocks** (${kind})`, stepList(verdict.chain, locations)], range);
    }
  }
}

/** The hover over a rule's code or name, where one may be written. */
export function hoverOfRule(document: TextDocument, { line, character }: Position): Hover | undefined {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  if (document.languageId === 'python' && !/#.*awaitwise:/i.test(text)) return undefined;
  for (const { index, 0: word } of text.matchAll(/[\w-]+/g)) {
    const end = index + word.length;
    if (index > character || end < character) continue;
    const rule = rules.find(({ code, name }) => code === word.toUpperCase() || name === word.toLowerCase());
    const range = { start: { line, character: index }, end: { line, character: end } };
    return rule && hover([rule.docs.what, ...advice(rule)], range);
  }
  return undefined;
}

export function stepList(chain: readonly ChainHop[], locations: Locations): string {
  return chain.map((hop, index) => `${String(index + 1)}. ${stepText(hop, locations)}`).join('\n');
}

function stepText({ path, span, function: name, callee }: ChainHop, locations: Locations): string {
  const caller = name === '' ? 'the module' : `\`${name}\``;
  const location = path === undefined ? undefined : locations.of(path, span);
  if (!location) return `${caller} calls \`${callee}\``;
  const line = location.range.start.line + 1;
  return `${caller} calls [\`${callee}\`](${location.uri}#L${String(line)})`;
}

function advice({ code, name, docs, guideline }: Rule): string[] {
  const page = rulePage(code);
  const title = `${code} ${name}`;
  const lines = guideline.length > 0 ? `, guideline ${guideline.join(', ')}` : '';
  return [docs.why, docs.instead, `${page ? `[${title}](${page})` : title}${lines}`];
}

function hover(paragraphs: readonly string[], range: Range): Hover {
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
