/** What language models may ask: the manifest lists the tools, and `activate` answers them. They only read. */
import type { ToolName } from '../../server/protocol.ts';

export interface Tool {
  readonly displayName: string;
  /** For the model. */
  readonly modelDescription: string;
  /** For people. */
  readonly userDescription: string;
  /** What it takes, by name. */
  readonly input: Readonly<Record<string, { readonly type: 'string'; readonly description: string }>>;
  readonly required: readonly string[];
}

const PATH = {
  type: 'string',
  description: 'A file or a folder, relative to the workspace folder. Everything, when it is left out.',
} as const;

export const TOOLS = {
  awaitwise_findings: {
    displayName: 'Findings of Awaitwise',
    modelDescription:
      'Lists what blocks Python event loops and other mistakes with async in this workspace, as JSON: code of the rule, message, path, line, function, and the chain of calls down to the one that blocks. At most 100; name a path for others.',
    userDescription: 'What blocks event loops in the workspace.',
    input: { path: PATH },
    required: [],
  },
  awaitwise_explain: {
    displayName: 'Explain a Rule or a Call',
    modelDescription:
      'Explains a rule of Awaitwise (AW105, blocking-sleep) with an example of bad and good code, or says whether a library call (requests.get) blocks the thread and what to use in async code instead. JSON.',
    userDescription: 'What a rule is about, or whether a call blocks.',
    input: {
      name: {
        type: 'string',
        description: 'Code or name of a rule, or the full name of a function: time.sleep.',
      },
    },
    required: ['name'],
  },
  awaitwise_workflows: {
    displayName: 'Workflows and Advice',
    modelDescription:
      'Lists the entry points of this Python workspace (endpoints, commands, scripts, jobs, tools of agents), whether each runs sync, async or mixed today, and what is advised, as JSON. At most 100; name a path for others.',
    userDescription: 'The entry points of the workspace, and whether async suits them.',
    input: { path: PATH },
    required: [],
  },
} as const satisfies Record<ToolName, Tool>;
