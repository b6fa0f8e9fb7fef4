/** Settings that only an editor has, beside those that all shells share: see core/model/settings.ts. */

export const DIAGNOSTIC_MODES = {
  openFilesOnly: 'Report problems in open files.',
  workspace: 'Report problems in all files of the workspace; open files come first.',
  off: 'Report no problems. Hovers, call hierarchy and blocking paths go on working.',
} as const;
export type DiagnosticMode = keyof typeof DIAGNOSTIC_MODES;

export interface EditorSettings {
  readonly diagnosticMode: DiagnosticMode;
}

export const DEFAULT_EDITOR_SETTINGS: EditorSettings = { diagnosticMode: 'openFilesOnly' };
