/** What kind of workflow a function is, by what it is to the framework that calls it. */
import type { WorkflowKind } from './workflow.ts';

/** Roles as the packs of frameworks have them. What is missing here serves a workflow, and is none. */
const BY_ROLE: Readonly<Record<string, WorkflowKind | undefined>> = {
  endpoint: 'http-endpoint',
  'websocket endpoint': 'http-endpoint',
  'websocket listener': 'http-endpoint',
  view: 'http-endpoint',
  'request handler': 'http-endpoint',
  rpc: 'http-endpoint',
  resolver: 'http-endpoint',
  consumer: 'http-endpoint',
  'event handler': 'http-endpoint',
  command: 'cli-command',
  script: 'script',
  task: 'background-job',
  flow: 'background-job',
  'background task': 'background-job',
  job: 'schedule',
  subscriber: 'message-consumer',
  'connection handler': 'message-consumer',
  tool: 'agent-tool',
  'MCP handler': 'agent-tool',
  node: 'agent-graph',
  edge: 'agent-graph',
  step: 'agent-graph',
  action: 'agent-graph',
  'streaming action': 'agent-graph',
  'flow step': 'agent-graph',
  'graph task': 'agent-graph',
  'serverless handler': 'lambda-handler',
  'bot handler': 'bot',
  'chat handler': 'bot',
};

export function kindOfRole(role: string): WorkflowKind | undefined {
  return BY_ROLE[role];
}

export const ROLES: readonly string[] = Object.keys(BY_ROLE);
