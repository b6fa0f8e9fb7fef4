/** What can be done about the reports in a range: mend, follow the path, or silence the rule; and all safe fixes at once. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Range } from 'vscode-languageserver';
import { best, fixOnce, type Analysis } from '../core/index.ts';
import type { Fix, TextEdit } from '../core/model/finding.ts';
import { doubtOf, workspaceEdit } from './edits.ts';
import type { ConfirmFixes } from './editor-settings.ts';
import { Locations, offsetIn } from './locations.ts';
import type { OpenFile, OpenFiles } from './open-files.ts';
import type { ClientFeatures, Place } from './protocol.ts';
import type { Report } from './reports.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.awaitwise`;
/** How the engine calls the fix that is no edit of code. */
const DISABLE = 'disable-rule';

export const ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  FIX_ALL,
];

/** What the actions are about: a document whose reports are up to date. */
export interface ActionContext {
  readonly file: OpenFile;
  readonly reports: readonly Report[];
  readonly analysis: Analysis;
  readonly open: OpenFiles;
  readonly features: ClientFeatures;
  readonly confirm: ConfirmFixes;
}

export function codeActions(
  { range, textDocument: { uri }, context: { only } }: CodeActionParams,
  context: ActionContext,
): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const { reports } = context;
  const here = reports.filter(({ location }) => location.uri === uri && overlaps(location.range, range));
  const actions = here.flatMap((report) => new ReportActions(report, context).all());
  if (isWanted(CodeActionKind.RefactorExtract)) actions.push(...extractions(uri, range, context));
  // Nobody who looks at one finding asks for all of them.
  if (only && isWanted(FIX_ALL)) actions.push(...fixAllAction(context));
  return actions.filter(({ kind = '' }) => isWanted(kind));
}

/** The actions on one report. */
class ReportActions {
  readonly #report: Report;
  readonly #context: ActionContext;
  readonly #locations: Locations;

  constructor(report: Report, context: ActionContext) {
    this.#report = report;
    this.#context = context;
    this.#locations = new Locations(context.analysis, context.open);
  }

  all(): CodeAction[] {
    const { finding, path } = this.#report;
    const { analysis, features } = this.#context;
    const fixes = analysis.fixes(finding);
    const mends = fixes.filter(({ kind }) => kind !== 'suppression');
    const [clear, ...others] = mends.filter(({ kind, safe }) => kind === 'quickfix' && safe);
    const isOnlyOne = others.length === 0;
    return [
      ...mends.flatMap((fix) => this.#edit(fix, fix === clear && isOnlyOne)),
      ...(path.steps.length > 1
        ? this.#command('Show the blocking path', features.showPathCommand, this.#place())
        : []),
      ...(path.steps.length > 0
        ? this.#command('Should this be async?', features.decideCommand, this.#place())
        : []),
      ...fixes.filter((fix) => !mends.includes(fix)).flatMap((fix) => this.#silence(fix)),
    ];
  }

  #silence(fix: Fix): CodeAction[] {
    const { code } = this.#report.finding;
    if (fix.id !== DISABLE) return this.#edit(fix, false);
    return this.#command(
      fix.title,
      this.#context.features.turnOffRuleCommand,
      code,
      this.#report.location.uri,
    );
  }

  #edit({ title, safe, kind, edits }: Fix, isPreferred: boolean): CodeAction[] {
    const isSafe = safe || kind === 'suppression';
    const doubt = isSafe ? undefined : annotation(title, edits, this.#context);
    const edit = workspaceEdit(edits, this.#locations, this.#context.open, doubt);
    if (!edit) return [];
    return [
      {
        title: isSafe ? title : `${title} (unsafe)`,
        kind: kind === 'refactor' ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
        diagnostics: [this.#report.diagnostic],
        isPreferred,
        edit,
      },
    ];
  }

  #command(title: string, command: string | undefined, ...args: unknown[]): CodeAction[] {
    if (command === undefined) return [];
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.#report.diagnostic],
        command: { title, command, arguments: args },
      },
    ];
  }

  #place(): Place {
    const { uri, range } = this.#report.location;
    return { uri, position: range.start };
  }
}

/** Moving what is selected off the loop; where that cannot be done, the first way is shown with the reason. */
function extractions(uri: string, range: Range, context: ActionContext): CodeAction[] {
  const { file, analysis, open } = context;
  const selected = { start: offsetIn(file, uri, range.start), end: offsetIn(file, uri, range.end) };
  if (selected.start === selected.end) return [];
  const kind = CodeActionKind.RefactorExtract;
  const { fixes, refusals } = analysis.refactorings(file.path, selected);
  const locations = new Locations(analysis, open);
  const actions = fixes.flatMap(({ title, edits }): CodeAction[] => {
    const edit = workspaceEdit(edits, locations, open, annotation(title, edits, context));
    return edit ? [{ title, kind, edit }] : [];
  });
  return [
    ...actions,
    ...refusals.slice(0, 1).map(({ title, reason }) => ({ title, kind, disabled: { reason } })),
  ];
}

/** For an editor that shows what edits say of themselves. */
function annotation(title: string, edits: readonly TextEdit[], { features, confirm }: ActionContext) {
  return features.annotatesEdits ? doubtOf(title, edits, confirm) : undefined;
}

/** All safe fixes of a file that do not get in each other's way. */
function fixAllAction({ file, analysis, open }: ActionContext): CodeAction[] {
  const [fixed] = fixOnce(analysis, [file.path], best({ unsafe: false }));
  if (!fixed) return [];
  const change = { path: file.path, ...changeOf(fixed.before, fixed.after) };
  const edit =
    file.parts.length === 1 ? workspaceEdit([change], new Locations(analysis, open), open) : undefined;
  return edit ? [{ title: 'Apply all safe fixes', kind: FIX_ALL, edit }] : [];
}

/** What is new, without what is the same before and behind it: cursors and marks there stay where they are. */
function changeOf(before: string, after: string): Omit<TextEdit, 'path'> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}

function overlaps(a: Range, b: Range): boolean {
  const isBefore = (one: Range, other: Range) =>
    one.end.line < other.start.line ||
    (one.end.line === other.start.line && one.end.character < other.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
