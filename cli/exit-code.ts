/** What the exit code of every command means. */
export const ExitCode = {
  Clean: 0,
  /** Something was found. */
  Findings: 1,
  /** Something that was named, on the command line or in settings, could not be used; or awaitwise itself failed. */
  BadUse: 2,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
