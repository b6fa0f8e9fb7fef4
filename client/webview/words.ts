/** What people read in place of the words by which the engine names things. */
import { ADVICES } from '../../core/workflows/advice.ts';
import type { Verdict } from '../../core/workflows/glance.ts';
import type { Way } from '../../core/workflows/figures.ts';
import type { AdviceId } from '../../core/workflows/rulings.ts';
import type { OperationKind, Workflow, WorkflowKind } from '../../core/workflows/workflow.ts';

export const KINDS: Readonly<Record<WorkflowKind, string>> = {
  'http-endpoint': 'HTTP endpoint',
  'cli-command': 'command',
  script: 'script',
  notebook: 'notebook',
  'background-job': 'background job',
  schedule: 'scheduled job',
  'message-consumer': 'message consumer',
  'agent-tool': 'agent tool',
  'agent-graph': 'agent graph',
  'lambda-handler': 'Lambda handler',
  bot: 'bot',
  batch: 'batch',
};

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  blocked: 'Blocks the event loop',
  change: 'Another way is advised',
  open: 'A question is open',
  fits: 'Fits as it is',
};

export const OPERATIONS: Readonly<Record<OperationKind, string>> = {
  llm: 'language model',
  mcp: 'MCP server',
  network: 'network',
  db: 'database',
  file: 'file',
  'fs-metadata': 'file system',
  subprocess: 'subprocess',
  sleep: 'sleep',
  wait: 'wait',
  stdin: 'input',
  cpu: 'computing',
  import: 'import',
};

export const WAYS: Readonly<Record<Way, string>> = {
  sync: 'one by one',
  threads: 'in threads',
  async: 'async',
};

export const STYLES = { sync: 'blocks', async: 'awaited', offloaded: 'offloaded' } as const;

export const TODAY: Readonly<Record<Workflow['today'], string>> = {
  sync: 'sync',
  async: 'async',
  mixed: 'partly async',
};

export const RUNS_ON: Readonly<Record<Workflow['runsOn'], string>> = {
  loop: 'on the event loop',
  worker: 'on a worker thread',
  process: 'in a process of its own',
  thread: 'on its own thread',
};

export function adviceLabel(advice: AdviceId): string {
  return ADVICES[advice].label;
}
