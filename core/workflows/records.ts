/** A folder of decision records: what holds now, and which files a new decision writes. Nothing is ever overwritten. */
import { readRecord, superseded, writeRecord, type Decision, type RecordInput } from './record.ts';

/** A file of the folder, by its name. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
}

export interface Held {
  readonly file: string;
  readonly decision: Decision;
}

/** The decisions that hold: of each workflow the newest that nothing has taken the place of. */
export function decisionsIn(files: readonly RecordFile[]): Held[] {
  const byWorkflow = new Map<string, Held>();
  for (const { name, text } of [...files].sort((a, b) => a.name.localeCompare(b.name))) {
    const decision = readRecord(text);
    if (decision?.status === 'accepted') byWorkflow.set(decision.workflow, { file: name, decision });
  }
  return [...byWorkflow.values()];
}

/** The files to be written for a decision; none when it is decided that way already. */
export function recordDecision(
  files: readonly RecordFile[],
  input: Omit<RecordInput, 'supersedes'>,
): RecordFile[] {
  const { workflow, recommendation } = input;
  const before = decisionsIn(files).find(({ decision }) => decision.workflow === workflow.id);
  if (before?.decision.decision === recommendation.advice) return [];
  const name = `${nextNumber(files)}-${slug(workflow.name)}.md`;
  const written = { name, text: writeRecord({ ...input, supersedes: before?.file }) };
  const old = files.find((file) => file.name === before?.file);
  return old ? [written, { name: old.name, text: superseded(old.text, name) }] : [written];
}

/** Numbers go on from the highest there is, whoever wrote it. */
function nextNumber(files: readonly RecordFile[]): string {
  const numbers = files.map(({ name }) => Number(/^(\d+)-/.exec(name)?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

function slug(name: string): string {
  return (
    name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'workflow'
  );
}
