/**
 * What users can set, as one table: the readers of TOML and of the editor's settings, the extension's manifest and
 * docs/settings.md all come from it, so that a key is written once.
 *
 * A key is camelCase here and in the editor (`awaitwise.minConfidence`); TOML may also have it as `min-confidence`.
 */
import { SEVERITIES, type Confidence } from './finding.ts';
import type { Profile } from './profile.ts';

/** How grave a rule's findings are, or that it stays silent. */
export const LEVELS = ['off', ...SEVERITIES] as const;
export type Level = (typeof LEVELS)[number];

/** How far behind a call the blocking one may lie to be reported. */
export type Follow = 'direct' | 'project' | 'packages';

/** How strictly AW105 and AW106 look at files: opinions on short local reads differ more than on anything else. */
export type FileIo = 'profile' | 'strict' | 'balanced' | 'off';

/** Settings that may differ from folder to folder. */
export interface FileSettings {
  readonly profile: Profile;
  readonly fileIo: FileIo;
  /** By code. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Selectors: codes, prefixes of codes, `ALL`. Empty: the rules that the profile turns on. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly follow: Follow;
  readonly minConfidence: Confidence;
}

/** All settings. Paths and patterns are absolute: whoever reads them knows the folder in which they were written. */
export interface Settings extends FileSettings {
  /** Selectors by pattern. */
  readonly perFileIgnores: Readonly<Record<string, readonly string[]>>;
  /** What differs below a folder, by its path; deeper folders win. */
  readonly folders: Readonly<Record<string, Partial<FileSettings>>>;
  /** Patterns. */
  readonly exclude: readonly string[];
  readonly respectGitignore: boolean;
  /** An interpreter or the folder of an environment; empty when it is to be found. */
  readonly python: string;
  /** `3.11`; empty when it is to be found. */
  readonly pythonVersion: string;
  readonly sitePackages: readonly string[];
  /** Pack files. */
  readonly packs: readonly string[];
  /** The folder of decision records; empty for the usual one. */
  readonly decisions: string;
}

/** What may stand as a setting's value; `values` maps each allowed word to its description. */
export type SettingForm =
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly allowed: string }
  | { readonly kind: 'path'; readonly allowed: string }
  | { readonly kind: 'paths'; readonly allowed: string }
  | { readonly kind: 'globs'; readonly allowed: string }
  | { readonly kind: 'selectors' }
  | { readonly kind: 'levels' }
  | { readonly kind: 'selectors-by-glob' }
  | { readonly kind: 'folders' };

export interface Setting<Key extends keyof Settings = keyof Settings> {
  readonly form: SettingForm;
  readonly default: Settings[Key];
  /** One sentence, in Markdown. */
  readonly description: string;
  /** VS Code's word for where it may be set. */
  readonly scope: 'resource' | 'machine-overridable';
  /** It may also stand under `folders`. */
  readonly perFolder: Key extends keyof FileSettings ? true : false;
}

const SELECTORS = 'codes (`AW105`), names (`blocking-sleep`), prefixes (`AW1`) or `ALL`';

export const SETTINGS: { readonly [Key in keyof Settings]: Setting<Key> } = {
  profile: {
    form: {
      kind: 'choice',
      values: {
        'sync-default': 'Sync is the default, async the exception: reports `async` that does not pay.',
        hybrid: 'Sync and async side by side, each where it fits.',
        'async-first': 'Everything on the loop is async: small blocking calls count as well.',
      } satisfies Record<Profile, string>,
    },
    default: 'hybrid',
    description: 'The guidance profile: it decides which rules are on, and how grave they are.',
    scope: 'resource',
    perFolder: true,
  },
  fileIo: {
    form: {
      kind: 'choice',
      values: {
        profile: 'As the profile has it.',
        strict: 'File contents and metadata are warnings.',
        balanced: 'File contents are warnings, metadata (`exists`, `stat` …) hints.',
        off: 'File access is not reported.',
      } satisfies Record<FileIo, string>,
    },
    default: 'profile',
    description: 'How strictly AW105 and AW106 look at file access on the event loop.',
    scope: 'resource',
    perFolder: true,
  },
  rules: {
    form: { kind: 'levels' },
    default: {},
    description: `Severity of single rules, by code or name: one of ${wordList(LEVELS)}.`,
    scope: 'resource',
    perFolder: true,
  },
  select: {
    form: { kind: 'selectors' },
    default: [],
    description: `Only these rules: ${SELECTORS}. Empty means those that the profile turns on.`,
    scope: 'resource',
    perFolder: true,
  },
  ignore: {
    form: { kind: 'selectors' },
    default: [],
    description: `Not these rules: ${SELECTORS}. The more specific of \`select\` and \`ignore\` wins.`,
    scope: 'resource',
    perFolder: true,
  },
  perFileIgnores: {
    form: { kind: 'selectors-by-glob' },
    default: {},
    description: `Rules that are silent in some files, by pattern: \`{"tests/**": ["AW1"]}\`.`,
    scope: 'resource',
    perFolder: false,
  },
  folders: {
    form: { kind: 'folders' },
    default: {},
    description:
      'Settings that differ below a folder, by its path: `{"services/api": {"profile": "async-first"}}`.',
    scope: 'resource',
    perFolder: false,
  },
  follow: {
    form: {
      kind: 'choice',
      values: {
        direct: 'Only calls that block by themselves.',
        project: "Also calls that block through the project's own functions.",
        packages: 'Also calls that block inside installed packages.',
      } satisfies Record<Follow, string>,
    },
    default: 'packages',
    description: 'How far behind a call the blocking one may lie.',
    scope: 'resource',
    perFolder: true,
  },
  minConfidence: {
    form: {
      kind: 'choice',
      values: {
        certain: 'Every step is resolved.',
        likely: 'A step rests on an override, a union or an untyped parameter.',
        possible: 'A step rests on a name alone.',
      } satisfies Record<Confidence, string>,
    },
    default: 'likely',
    description: 'How sure a finding must be to be shown.',
    scope: 'resource',
    perFolder: true,
  },
  exclude: {
    form: { kind: 'globs', allowed: 'a list of patterns' },
    default: [],
    description:
      'Files and folders that are not checked, by pattern: `["docs", "src/*/generated"]`. Calls into them are followed.',
    scope: 'resource',
    perFolder: false,
  },
  respectGitignore: {
    form: { kind: 'flag' },
    default: true,
    description: 'Leave out what git ignores.',
    scope: 'resource',
    perFolder: false,
  },
  python: {
    form: { kind: 'path', allowed: 'the path of an interpreter or of an environment' },
    default: '',
    description:
      'The interpreter or environment whose packages the project uses. It is read, never run. Empty: `VIRTUAL_ENV`, ' +
      '`CONDA_PREFIX`, `.venv` and the like, then the `PATH`.',
    scope: 'machine-overridable',
    perFolder: false,
  },
  pythonVersion: {
    form: { kind: 'text', pattern: /^(3\.\d{1,2})?$/, allowed: 'a version such as "3.11"' },
    default: '',
    description:
      'The oldest Python the project runs on. Empty: from `requires-python`, then the environment.',
    scope: 'resource',
    perFolder: false,
  },
  sitePackages: {
    form: { kind: 'paths', allowed: 'a list of folders' },
    default: [],
    description: 'Folders of installed packages, in place of those that are found.',
    scope: 'machine-overridable',
    perFolder: false,
  },
  packs: {
    form: { kind: 'paths', allowed: 'a list of files' },
    default: [],
    description:
      'Files that say what blocks in code that Awaitwise does not know, beside those that are found by their name: ' +
      '`awaitwise.json`, `*.awaitwise.json`.',
    scope: 'resource',
    perFolder: false,
  },
  decisions: {
    form: { kind: 'path', allowed: 'the path of a folder' },
    default: '',
    description:
      'The folder of decision records: _Should this be async?_ writes them, and AW609 holds the code to them. Empty: `docs/decisions`.',
    scope: 'resource',
    perFolder: false,
  },
};

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, setting]) => [key, setting.default]),
) as unknown as Settings;

function wordList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
