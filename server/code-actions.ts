/** What can be done about the reports in a range: follow the path, or silence the rule. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientFeatures, Place } from './protocol.ts';
import type { Report } from './reports.ts';
import { silenceFile, silenceLine } from './silence.ts';

export function codeActions(
  { range, context: { only } }: CodeActionParams,
  document: TextDocument,
  reports: readonly Report[],
  features: ClientFeatures,
): CodeAction[] {
  if (only && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  const here = reports.filter(({ location }) => overlaps(location.range, range));
  return here.flatMap((report) => actionsOn(report, document, features));
}

function actionsOn(
  { finding, diagnostic, path }: Report,
  document: TextDocument,
  features: ClientFeatures,
): CodeAction[] {
  const { uri } = document;
  const { code } = finding;
  const actions: CodeAction[] = [];
  const offer = (title: string, action: Partial<CodeAction>) => {
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...action });
  };
  const change = (edit: ReturnType<typeof silenceLine>): Partial<CodeAction> => ({
    edit: { documentChanges: [{ textDocument: { uri, version: document.version }, edits: [edit] }] },
  });
  const command = (id: string, ...args: unknown[]): Partial<CodeAction> => ({
    command: { title: id, command: id, arguments: args } satisfies Command,
  });

  if (features.showPathCommand !== undefined && path.steps.length > 1) {
    const place: Place = { uri, position: diagnostic.range.start };
    offer('Show the blocking path', command(features.showPathCommand, place));
  }
  offer(`Ignore ${code} on this line`, change(silenceLine(document, diagnostic.range, code)));
  offer(`Ignore ${code} in this file`, change(silenceFile(document, code)));
  if (features.turnOffRuleCommand !== undefined) {
    offer(`Turn ${code} off in this workspace`, command(features.turnOffRuleCommand, code, uri));
  }
  return actions;
}

function overlaps(a: Range, b: Range): boolean {
  const isBefore = (one: Range, other: Range) =>
    one.end.line < other.start.line ||
    (one.end.line === other.start.line && one.end.character < other.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
