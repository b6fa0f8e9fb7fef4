/** What this server and its extension say to each other beyond the language server protocol. */
import type { Location, Position } from 'vscode-languageserver';
import type {
  AdviceId,
  Answers,
  Assumptions,
  Glance,
  GuideOutcome,
  RecordFile,
  Workflow,
  WorkflowKind,
} from '../core/index.ts';
import type { Profile } from '../core/model/profile.ts';

/** A request by its name; its types are what it takes and what it answers. */
export interface Request<Params, Answer> {
  readonly method: string;
  readonly types?: (params: Params) => Answer;
}

/** A notification by its name. */
export interface Notification<Params> {
  readonly method: string;
  readonly types?: (params: Params) => void;
}

/** What the extension can do, told as initialization options: without it, nothing of the below is sent to a client. */
export interface ClientFeatures {
  /** It takes `StatusChanged`. */
  readonly status?: boolean;
  /** The command that shows a blocking path, called with a `Place`; code actions offer it. */
  readonly showPathCommand?: string;
  /** The command that turns a rule off in the workspace, called with its code and a document's URI. */
  readonly turnOffRuleCommand?: string;
  /** The command that asks whether the workflow around a `Place` should be async. */
  readonly decideCommand?: string;
  /** It takes `WorkflowsChanged`. */
  readonly workflows?: boolean;
  /** It shows what edits say of themselves: known from its capabilities. */
  readonly annotatesEdits?: boolean;
  /** It takes `ExcludeWanted`. */
  readonly exclude?: boolean;
}

/** A place in a document. */
export interface Place {
  readonly uri: string;
  readonly position: Position;
}

/** The calls that lead from a place down to the one that blocks; null where nothing is reported. */
export const BlockingPathRequest: Request<Place, BlockingPath | null> = { method: 'awaitwise/blockingPath' };

export interface BlockingPath {
  readonly code: string;
  readonly message: string;
  readonly steps: readonly BlockingStep[];
}

/** One call of a path. */
export interface BlockingStep {
  /** Null where the source is not at hand. */
  readonly location: Location | null;
  /** The function in which the call stands; empty at module level. */
  readonly function: string;
  /** What is called, as people would write it. */
  readonly callee: string;
}

/** Said whenever it changes. */
export const StatusChanged: Notification<ServerStatus> = { method: 'awaitwise/statusChanged' };

export interface ServerStatus {
  readonly isBusy: boolean;
  /** Files that are checked. */
  readonly files: number;
  /** By workspace folder. */
  readonly environments: readonly EnvironmentStatus[];
  /** What is wrong with settings and environments; one line each. */
  readonly problems: readonly string[];
}

export interface EnvironmentStatus {
  /** The folder's name. */
  readonly folder: string;
  /** What led to the environment: `VIRTUAL_ENV`, `/project/.venv`; null when there is none. */
  readonly origin: string | null;
  /** `3.12`; null when nothing tells. */
  readonly pythonVersion: string | null;
}

/** Said when the user wants to leave folders out of a large workspace. */
export const ExcludeWanted: Notification<null> = { method: 'awaitwise/excludeWanted' };

/** Files of the workspace, said to a server that cannot read them itself. */
export const FilesRead: Notification<readonly FileRead[]> = { method: 'awaitwise/filesRead' };

export interface FileRead {
  readonly uri: string;
  /** Null when it is gone. */
  readonly content: Uint8Array | null;
}

/** The first message to a server that runs as a worker. */
export interface WorkerStart {
  /** The types of the standard library. */
  readonly stubs: Uint8Array;
}

/** What the server knows of itself, as text to be put into a report. */
export const DebugInformationRequest: Request<null, string> = { method: 'awaitwise/debugInformation' };

/** The interpreter that the editor's Python extensions have chosen for a folder; null when they have none. */
export const InterpreterChosen: Notification<ChosenInterpreter> = { method: 'awaitwise/interpreterChosen' };

export interface ChosenInterpreter {
  readonly folder: string;
  readonly path: string | null;
}

/** Which workflow is meant. */
export interface WorkflowKey {
  /** The URI of its workspace folder. */
  readonly folder: string;
  readonly id: string;
}

/** The workflows as they were when all files had been read last, judged by what the code shows and what people said. */
export const WorkflowsRequest: Request<GivenAnswers, WorkflowList> = { method: 'awaitwise/workflows' };

export interface GivenAnswers {
  /** They hold for all workflows. */
  readonly everywhere: Answers;
  readonly byWorkflow: readonly (WorkflowKey & { readonly answers: Answers })[];
}

export interface WorkflowList {
  /** Some folder has not been read to its end yet. */
  readonly isPartial: boolean;
  readonly workflows: readonly WorkflowSummary[];
}

/** What a list shows of a workflow. */
export interface WorkflowSummary extends WorkflowKey {
  readonly name: string;
  readonly kind: WorkflowKind;
  readonly today: Workflow['today'];
  readonly location: Location;
  readonly glance: Glance;
}

/** All that is known of one workflow; null when it is no more, `unread` when nobody can say yet. */
export const WorkflowRequest: Request<WorkflowKey, WorkflowDetail | 'unread' | null> = {
  method: 'awaitwise/workflow',
};

export interface WorkflowDetail extends WorkflowKey {
  /** The folder's path, before that of each of its files. */
  readonly root: string;
  readonly workflow: Workflow;
  /** What the settings say for the file where it begins. */
  readonly profile: Profile;
  /** How many of its obstacles have a fix: such as can be applied at once, and such as want to be looked at. */
  readonly fixes: { readonly safe: number; readonly unsafe: number };
}

/** The workflow to which a place belongs; null where there is none. */
export const WorkflowAtRequest: Request<Place, WorkflowKey | null> = { method: 'awaitwise/workflowAt' };

/** Applies what does away with a workflow's obstacles, and asks first where that changes behaviour; false where nothing is left. */
export const FixWorkflowRequest: Request<WorkflowKey, boolean> = { method: 'awaitwise/fixWorkflow' };

/** A decision as a document; null when its workflow is no more. */
export const DecisionRequest: Request<DecisionToRecord, DecisionRecord | null> = {
  method: 'awaitwise/decision',
};

/** What a person decided. */
export interface Decision extends WorkflowKey {
  readonly given: Answers;
  readonly advice: AdviceId;
  readonly assumptions: Assumptions;
}

export interface DecisionToRecord extends Decision {
  /** The records that there are. */
  readonly records: readonly RecordFile[];
}

export interface DecisionRecord {
  /** To be pasted somewhere. */
  readonly markdown: string;
  /** What is to be written: the record, and the one whose place it takes; nothing when it is decided that way already. */
  readonly files: readonly RecordFile[];
}

/** The URI of the folder in which the decisions of a workspace folder are kept; null where that is not known. */
export const DecisionsFolderRequest: Request<string, string | null> = { method: 'awaitwise/decisionsFolder' };

/** ASYNC_GUIDE.md of a workspace folder, brought up to date; null where that is not known. */
export const GuideRequest: Request<GuideToWrite, GuideOutcome | null> = { method: 'awaitwise/guide' };

export interface GuideToWrite {
  /** The URI of the workspace folder. */
  readonly folder: string;
  /** What stands in the file; null when there is none. */
  readonly existing: string | null;
  readonly records: readonly RecordFile[];
}

/** A question of a language model; the answer is JSON. */
export const ToolRequest: Request<ToolQuestion, string> = { method: 'awaitwise/tool' };

export type ToolName = 'awaitwise_findings' | 'awaitwise_explain' | 'awaitwise_workflows';

export interface ToolInput {
  readonly path?: string;
  readonly name?: string;
}

export interface ToolQuestion {
  readonly tool: ToolName;
  readonly input: ToolInput;
}

/**
 * Where a path of the server lies that comes from elsewhere than the disk: below the scheme and the authority of its URI.
 */
export function elsewhere(
  path: string,
): { readonly scheme: string; readonly authority: string; readonly path: string } | undefined {
  const [, scheme, authority, rest = ''] = /^\/elsewhere\/([^/]*)\/([^/]*)(.*)$/s.exec(path) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  return { scheme, authority: authority === NOBODY ? '' : authority, path: rest };
}

/** The other way round. */
export function fromElsewhere(scheme: string, authority: string, path: string): string {
  return `/elsewhere/${scheme}/${authority || NOBODY}${path}`;
}

/** Stands for an authority that is empty. */
const NOBODY = '+';

/** The workflows may be others than before. */
export const WorkflowsChanged: Notification<null> = { method: 'awaitwise/workflowsChanged' };
