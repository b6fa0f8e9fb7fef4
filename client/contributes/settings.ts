/**
 * Settings of the extension itself, which no other shell knows. There is none for the trace of the protocol: the log shows
 * it at level _Trace_, and a `trace.server` could not stand beside the engine's own `trace`.
 */

export const MEMORY_LIMIT = 'awaitwise.server.memoryLimit';

/** The schema of each, as the manifest has it. */
export const CLIENT_SETTINGS = {
  [MEMORY_LIMIT]: {
    scope: 'machine',
    type: 'integer',
    default: 3072,
    minimum: 512,
    markdownDescription:
      'How much memory the server may use, in megabytes. It takes effect when the server restarts.',
  },
};
