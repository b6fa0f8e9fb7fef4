/** Settings that only an editor has, beside those that all shells share: see core/model/settings.ts. */

export const DIAGNOSTIC_MODES = {
  openFilesOnly: 'Report problems in open files.',
  workspace: 'Report problems in all files of the workspace; open files come first.',
  off: 'Report no problems. Hovers, call hierarchy and blocking paths go on working.',
} as const;
export type DiagnosticMode = keyof typeof DIAGNOSTIC_MODES;

/** What may be switched on, by its setting. */
export const SWITCHES = {
  inlayHints: 'Mark every call that blocks with a hint behind it, also where nothing is wrong with that.',
} as const;
export type Switch = keyof typeof SWITCHES;

export interface EditorSettings extends Readonly<Record<Switch, boolean>> {
  readonly diagnosticMode: DiagnosticMode;
}

export const DEFAULT_EDITOR_SETTINGS: EditorSettings = { diagnosticMode: 'openFilesOnly', inlayHints: false };
