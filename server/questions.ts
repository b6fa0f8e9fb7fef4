/** What the editor asks about a place, answered from what it was shown and from the analysis behind that. */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeActionParams,
  Hover,
  InlayHint,
  Position,
  Range,
} from 'vscode-languageserver';
import type { Analysis } from '../core/index.ts';
import { callItems, incomingCalls, keyOf, outgoingCalls } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import type { ConfirmFixes } from './editor-settings.ts';
import type { Folders } from './folders.ts';
import { hoverOfReport, hoverOfRule, hoverOfVerdict } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { Locations, offsetIn } from './locations.ts';
import type { OpenFile, OpenFiles } from './open-files.ts';
import type { BlockingPath, ClientFeatures, Place } from './protocol.ts';
import type { ShownReports } from './shown.ts';

export class Questions {
  readonly #folders: Folders;
  readonly #open: OpenFiles;
  readonly #shown: ShownReports;

  constructor(folders: Folders, open: OpenFiles, shown: ShownReports) {
    this.#folders = folders;
    this.#open = open;
    this.#shown = shown;
  }

  hover(uri: string, position: Position): Hover | undefined {
    const document = this.#open.document(uri);
    const ofRule = document && hoverOfRule(document, position);
    if (ofRule) return ofRule;
    const current = this.#current(uri);
    if (!current) return undefined;
    const { file, analysis } = current;
    const locations = new Locations(analysis, this.#open);
    const report = this.#shown.at(uri, position);
    if (report) return hoverOfReport(report, locations, analysis.remedies(report.finding).refusals);

    const found = analysis.verdictAt(file.path, offsetIn(file, uri, position));
    const place = found && locations.of(file.path, found.span);
    return place && hoverOfVerdict(found.verdict, place.range, locations);
  }

  codeActions(params: CodeActionParams, features: ClientFeatures, confirm: ConfirmFixes): CodeAction[] {
    const { uri } = params.textDocument;
    const current = this.#current(uri);
    if (!current) return [];
    const reports = this.#shown.in(uri);
    return codeActions(params, { ...current, open: this.#open, reports, features, confirm });
  }

  blockingPath({ uri, position }: Place): BlockingPath | undefined {
    return this.#shown.at(uri, position)?.path;
  }

  inlayHints(uri: string, range: Range): InlayHint[] {
    const current = this.#current(uri);
    if (!current) return [];
    return inlayHints({ ...current, locations: new Locations(current.analysis, this.#open) }, uri, range);
  }

  callItems(uri: string, position: Position): CallHierarchyItem[] {
    const current = this.#current(uri);
    if (!current) return [];
    const { file, analysis } = current;
    const nodes = analysis.hierarchy()?.at(file.path, offsetIn(file, uri, position)) ?? [];
    return callItems(nodes, file.path, new Locations(analysis, this.#open));
  }

  incomingCalls(item: CallHierarchyItem): CallHierarchyIncomingCall[] {
    const analysis = this.#whole(item);
    const ways = analysis?.hierarchy()?.callers(keyOf(item)) ?? [];
    return analysis ? incomingCalls(ways, keyOf(item), new Locations(analysis, this.#open)) : [];
  }

  outgoingCalls(item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
    const analysis = this.#whole(item);
    const ways = analysis?.hierarchy()?.callees(keyOf(item)) ?? [];
    return analysis ? outgoingCalls(ways, keyOf(item), new Locations(analysis, this.#open)) : [];
  }

  /** The analysis of all files around the one from which an item was reached, as they are now. */
  #whole(item: CallHierarchyItem): Analysis | undefined {
    return this.#folders.of(keyOf(item).origin)?.analysis();
  }

  /** An open file and the analysis of it; nothing while it is newer than that. */
  #current(uri: string): { file: OpenFile; analysis: Analysis } | undefined {
    const file = this.#open.holding(uri);
    const analysis = file && this.#folders.of(file.path)?.latest;
    return analysis && this.#shown.isCurrent(file) ? { file, analysis } : undefined;
  }
}
