/** What the editor asks about workflows, answered from the last analysis for which every file of a folder had been read. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import {
  advise,
  type Analysis,
  best,
  type Choose,
  decideFor,
  decisionsIn,
  editsOnce,
  figures,
  glance,
  guide,
  type GuideOutcome,
  recordDecision,
  settingsAt,
  type Workflow,
  writeRecord,
} from '../core/index.ts';
import type { Profile } from '../core/model/profile.ts';
import { workspaceEdit } from './edits.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { Locations, offsetIn } from './locations.ts';
import type { OpenFiles } from './open-files.ts';
import { uriOf } from './paths.ts';
import type {
  DecisionRecord,
  DecisionToRecord,
  GivenAnswers,
  GuideToWrite,
  Place,
  WorkflowDetail,
  WorkflowKey,
  WorkflowList,
  WorkflowSummary,
} from './protocol.ts';
import { workflowAround } from './workflow-around.ts';

interface Found {
  readonly folder: Folder;
  readonly analysis: Analysis;
  readonly workflow: Workflow;
}

export class Workflows {
  readonly #folders: Folders;
  readonly #open: OpenFiles;
  /** By folder. */
  readonly #complete = new WeakMap<Folder, Analysis>();

  constructor(folders: Folders, open: OpenFiles) {
    this.#folders = folders;
    this.#open = open;
  }

  /** Takes an analysis that knows all files of a folder. */
  take(folder: Folder, analysis: Analysis): void {
    this.#complete.set(folder, analysis);
  }

  /** The last analysis of a folder that knew all its files. */
  complete(folder: Folder): Analysis | undefined {
    return this.#complete.get(folder);
  }

  list(given: GivenAnswers): WorkflowList {
    const folders = this.#folders.all();
    return {
      isPartial: folders.some((folder) => !this.#complete.has(folder)),
      workflows: folders.flatMap((folder) => this.#summaries(folder, given)),
    };
  }

  detail(key: WorkflowKey): WorkflowDetail | 'unread' | undefined {
    const found = this.#find(key);
    if (!found) return this.#isUnread(key) ? 'unread' : undefined;
    const { folder, workflow } = found;
    const { edits: _, ...fixes } = this.#fixes(found);
    return { ...key, root: folder.root, workflow, profile: profileAt(folder, workflow.place.path), fixes };
  }

  /** The workflow to which a place in an open document belongs. */
  at({ uri, position }: Place): WorkflowKey | undefined {
    const file = this.#open.holding(uri);
    const folder = file && this.#folders.of(file.path);
    const analysis = folder && this.#complete.get(folder);
    if (!analysis) return undefined;
    const workflow = workflowAround(analysis.workflows(), file.path, offsetIn(file, uri, position));
    return workflow && { folder: folder.uri, id: workflow.id };
  }

  /** What does away with a workflow's obstacles; if any of it changes behaviour, all of it wants to be confirmed. */
  fix(key: WorkflowKey): WorkspaceEdit | undefined {
    const found = this.#find(key);
    if (!found) return undefined;
    const { edits, unsafe } = this.#fixes(found);
    const edit = workspaceEdit(edits, new Locations(found.analysis, this.#open), this.#open);
    return edit && unsafe > 0 ? confirmed(edit, `Unblock ${found.workflow.name}`) : edit;
  }

  /** A decision as a document, among those that there are. */
  decision({ given, advice, assumptions, records, ...key }: DecisionToRecord): DecisionRecord | undefined {
    const found = this.#find(key);
    if (!found) return undefined;
    const { folder, workflow } = found;
    const advised = advise(workflow, given, profileAt(folder, workflow.place.path));
    const input = {
      workflow,
      recommendation: decideFor(workflow, advised, advice),
      assumptions,
      figures: figures(assumptions),
      date: today(),
      relative: (path: string) => (folder.contains(path) ? path.slice(folder.root.length + 1) : path),
    };
    const text = writeRecord({ ...input, supersedes: undefined });
    return { markdown: withoutFrontMatter(text), files: recordDecision(records, input) };
  }

  /** Where the decisions of a folder are kept. */
  decisionsFolder(uri: string): string | undefined {
    const folder = this.#folders.at(uri);
    return folder && uriOf(folder.decisions);
  }

  /** What a folder has decided, for those who write code in it. */
  guide({ folder: uri, existing, records }: GuideToWrite): GuideOutcome | undefined {
    const folder = this.#folders.at(uri);
    if (!folder) return undefined;
    const { root, decisions } = folder;
    return guide(
      existing ?? undefined,
      profileAt(folder, `${root}/ASYNC_GUIDE.md`),
      decisionsIn(records),
      folder.contains(decisions) ? decisions.slice(root.length + 1) : decisions,
    );
  }

  #summaries(folder: Folder, { everywhere, byWorkflow }: GivenAnswers): WorkflowSummary[] {
    const analysis = this.#complete.get(folder);
    if (!analysis) return [];
    const locations = new Locations(analysis, this.#open);
    return analysis.workflows().flatMap((workflow) => {
      const { id, name, kind, today, place } = workflow;
      const location = locations.of(place.path, place.span);
      if (!location) return [];
      const said = byWorkflow.find((one) => one.folder === folder.uri && one.id === id)?.answers;
      const seen = glance(workflow, { ...everywhere, ...said }, profileAt(folder, place.path));
      return [{ folder: folder.uri, id, name, kind, today, location, glance: seen }];
    });
  }

  #isUnread({ folder: uri }: WorkflowKey): boolean {
    const folder = this.#folders.at(uri);
    return folder === undefined || !this.#complete.has(folder);
  }

  #find({ folder: uri, id }: WorkflowKey): Found | undefined {
    const folder = this.#folders.at(uri);
    const analysis = folder && this.#complete.get(folder);
    const workflow = analysis?.workflows().find((one) => one.id === id);
    return folder && analysis && workflow && { folder, analysis, workflow };
  }

  #fixes({ analysis, workflow: { obstacles } }: Found) {
    const counted = { safe: 0, unsafe: 0 };
    const choose: Choose = (fixes, finding) => {
      const { path, span } = finding;
      const isMeant = obstacles.some(({ place }) => place.path === path && place.span.start === span.start);
      const fix = isMeant ? best({ unsafe: true })(fixes, finding) : undefined;
      if (fix) counted[fix.safe ? 'safe' : 'unsafe']++;
      return fix;
    };
    const paths = [...new Set(obstacles.map(({ place }) => place.path))];
    const edits = editsOnce(analysis, paths, choose);
    return { edits, ...counted };
  }
}

function profileAt({ project: { settings } }: Folder, path: string): Profile {
  return settingsAt(settings, path).profile;
}

/** As the calendar on the wall has it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n.*?\n---\n\n/s, '');
}

/** The same, to be looked at before it is done. */
function confirmed({ documentChanges = [] }: WorkspaceEdit, label: string): WorkspaceEdit {
  return {
    changeAnnotations: { [label]: { label, needsConfirmation: true } },
    documentChanges: documentChanges.map((change) =>
      'edits' in change
        ? {
            ...change,
            edits: change.edits.flatMap((edit) =>
              'newText' in edit ? { ...edit, annotationId: label } : [],
            ),
          }
        : change,
    ),
  };
}
