/** The ways in which a call blocks, gravest first: the gravest of several names the finding. */
export const BLOCKING_KINDS = [
  'sleep',
  'wait',
  'network',
  'db',
  'subprocess',
  'stdin',
  'file',
  'cpu',
  'import',
  'fs-metadata',
] as const;
export type BlockingKind = (typeof BLOCKING_KINDS)[number];
