/** What a hover says: of a report, what its message leaves open; of a rule's name in a comment or in settings, the rule. */
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rules, type Rule } from '../core/index.ts';
import type { BlockingStep } from './protocol.ts';
import type { Report } from './reports.ts';
import { rulePage } from './rule-pages.ts';

export function hoverOfReport({ finding, diagnostic, path }: Report): Hover {
  const rule = rules.find(({ code }) => code === finding.code);
  const doubt = finding.reason === '' ? [] : [`_${finding.confidence}: ${finding.reason}_`];
  const steps = path.steps.map((step, index) => `${String(index + 1)}. ${stepText(step)}`);
  return hover([...(rule ? advice(rule) : []), ...doubt, steps.join('\n')], diagnostic.range);
}

/** The hover over a rule's code or name, where one may be written. */
export function hoverOfRule(document: TextDocument, position: Position): Hover | undefined {
  const start = { line: position.line, character: 0 };
  const line = document.getText({ start, end: { line: position.line + 1, character: 0 } });
  if (document.languageId === 'python' && !/#.*awaitwise:/i.test(line)) return undefined;
  for (const { index, 0: word } of line.matchAll(/[\w-]+/g)) {
    if (index > position.character || index + word.length < position.character) continue;
    const rule = rules.find(({ code, name }) => code === word.toUpperCase() || name === word.toLowerCase());
    if (!rule) return undefined;
    const range = {
      start: { line: position.line, character: index },
      end: { line: position.line, character: index + word.length },
    };
    return hover([rule.docs.what, ...advice(rule)], range);
  }
  return undefined;
}

function stepText({ location, function: name, callee }: BlockingStep): string {
  const caller = name === '' ? 'the module' : `\`${name}\``;
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

function hover(paragraphs: readonly string[], range: Hover['range'] & object): Hover {
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
