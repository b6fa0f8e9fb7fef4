/** Settings of the extension itself, which no other shell knows. */

export const MEMORY_LIMIT = 'awaitwise.server.memoryLimit';
/** Read by the language client, by this name. */
const PROTOCOL_TRACE = 'awaitwise.trace.server';

export const CODE_LENS = 'awaitwise.codeLens';

/** Read by the server, which shows what is new. */
const BASELINE = 'awaitwise.baseline';

/** The schema of each, as the manifest has it. */
export const CLIENT_SETTINGS = {
  [CODE_LENS]: {
    scope: 'window',
    type: 'boolean',
    default: false,
    markdownDescription:
      'Say above each entry point whether it runs as is advised, with a link to _Should this be async?_.',
  },
  [BASELINE]: {
    scope: 'resource',
    type: 'string',
    default: '',
    markdownDescription:
      'A baseline, as `awaitwise check --write-baseline` writes it, from the workspace folder: what is in it is not shown.',
  },
  [MEMORY_LIMIT]: {
    scope: 'machine',
    type: 'integer',
    default: 3072,
    minimum: 512,
    markdownDescription:
      'How much memory the server may use, in megabytes. It takes effect when the server restarts.',
  },
  [PROTOCOL_TRACE]: {
    scope: 'window',
    type: 'string',
    enum: ['messages', 'verbose'],
    markdownEnumDescriptions: ['One line a message.', 'Messages with all that is in them.'],
    default: 'messages',
    markdownDescription:
      'What the log shows of the messages between VS Code and the server while its level is _Trace_.',
  },
};
