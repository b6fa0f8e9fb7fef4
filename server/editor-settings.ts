/** Settings that only an editor has, beside those that all shells share: see core/model/settings.ts. */

/** What may be chosen, by its setting: the words that are allowed, and the one that it is without a choice. */
export const CHOICES = {
  diagnosticMode: {
    description: 'Which files problems are reported in.',
    values: {
      openFilesOnly: 'Report problems in open files.',
      workspace: 'Report problems in all files of the workspace; open files come first.',
      off: 'Report no problems. Hovers, call hierarchy and blocking paths go on working.',
    },
    default: 'openFilesOnly',
  },
  confirmFixes: {
    description:
      'Which fixes open the _Refactor Preview_, where changes are ticked and applied. Safe fixes never do: they keep what the code does.',
    values: {
      unsafe: 'All that may change what the code does.',
      acrossFiles: 'Those that may change what the code does, and change more files than one.',
      never: 'None: every fix is applied at once.',
    },
    default: 'unsafe',
  },
} as const;

type Choices = typeof CHOICES;
export type DiagnosticMode = keyof Choices['diagnosticMode']['values'];
export type ConfirmFixes = keyof Choices['confirmFixes']['values'];

/** What may be switched on, by its setting. */
export const SWITCHES = {
  inlayHints: 'Mark every call that blocks with a hint behind it, also where nothing is wrong with that.',
} as const;

export type EditorSettings = { readonly [Key in keyof Choices]: keyof Choices[Key]['values'] } & {
  readonly [Key in keyof typeof SWITCHES]: boolean;
};

/** The settings in what an editor says of them: what it leaves out, or has wrong, is as usual. */
export function editorSettings(written: Readonly<Record<string, unknown>>): EditorSettings {
  const chosen = Object.entries(CHOICES).map(([key, { values, default: usual }]) => {
    const value = written[key];
    return [key, typeof value === 'string' && value in values ? value : usual];
  });
  const switched = Object.keys(SWITCHES).map((key) => [key, written[key] === true]);
  return Object.fromEntries([...chosen, ...switched]) as EditorSettings;
}

export const DEFAULT_EDITOR_SETTINGS = editorSettings({});
