/** From what somebody wrote, in TOML or in an editor's settings, to settings; and a clear line for all that was wrong. */
import {
  LEVELS,
  SETTINGS,
  type FileSettings,
  type Level,
  type SettingForm,
  type Settings,
} from '../model/settings.ts';
import { placed, placedGlob } from './glob.ts';
import { didYouMean } from './nearest.ts';
import { readSelector, ruleCode, unknownRule, type RuleHeading } from './selectors.ts';

/** Where settings were written. */
export interface SettingsSource {
  /** The file, or what else people call it. */
  readonly name: string;
  /** The folder, absolute, from which its paths are meant. */
  readonly folder: string;
}

export interface ReadSettings {
  /** What was said and can be used; the default stands in for the rest. */
  readonly settings: Partial<Settings>;
  /** One line each, naming the source, the key, the value and what is allowed. */
  readonly problems: readonly string[];
}

export function readSettings(
  written: unknown,
  source: SettingsSource,
  rules: readonly RuleHeading[],
): ReadSettings {
  const problems: string[] = [];
  const settings = readTable(written, KEYS, { rules, problems, source, key: '' });
  return { settings: settings ?? {}, problems };
}

type Key = keyof Settings;
const KEYS = Object.keys(SETTINGS) as Key[];

/** What the reader of one value knows: where it stands, the rules there are, and where to complain. */
interface Reading {
  readonly source: SettingsSource;
  readonly rules: readonly RuleHeading[];
  readonly problems: string[];
  /** The key as written, with those around it. */
  readonly key: string;
}

type Reader<Form, Value> = (written: unknown, form: Form, reading: Reading) => Value | undefined;
type Form<Kind> = Extract<SettingForm, { kind: Kind }>;

/** How each form of setting is read. */
const READERS: { readonly [Kind in SettingForm['kind']]: Reader<Form<Kind>, unknown> } = {
  choice(written, { values }, reading) {
    const words = Object.keys(values);
    return accept(
      written,
      (value) => words.some((word) => word === value),
      `one of ${words.join(', ')}`,
      reading,
    );
  },
  flag: (written, _form, reading) =>
    accept(written, (value) => typeof value === 'boolean', 'true or false', reading),
  text: (written, { pattern, allowed }, reading) =>
    accept(written, (value) => isText(value) && pattern.test(value), allowed, reading),
  path(written, { allowed }, reading) {
    const path = accept(written, isText, allowed, reading);
    return path && placed(path, reading.source.folder);
  },
  paths: (written, { allowed }, reading) =>
    accept(written, isTexts, allowed, reading)?.map((path) => placed(path, reading.source.folder)),
  globs: (written, { allowed }, reading) =>
    accept(written, isTexts, allowed, reading)?.map((glob) => placedGlob(glob, reading.source.folder)),
  selectors: (written, _form, reading) => readSelectors(written, reading),
  levels(written, _form, reading) {
    const levels: Record<string, Level> = {};
    for (const [name, value, inner] of readTableEntries(
      written,
      'a table of rules, each with a severity',
      reading,
    )) {
      const code = ruleCode(name, reading.rules);
      if (code === undefined) complain(reading, `names an ${unknownRule(name, reading.rules)}`);
      const level = accept(value, isLevel, `one of ${LEVELS.join(', ')}`, inner);
      if (code !== undefined && level !== undefined) levels[code] = level;
    }
    return levels;
  },
  'selectors-by-glob'(written, _form, reading) {
    const ignores: Record<string, string[]> = {};
    for (const [glob, value, inner] of readTableEntries(
      written,
      'a table of patterns, each with rules',
      reading,
    )) {
      ignores[placedGlob(glob, reading.source.folder)] = readSelectors(value, inner) ?? [];
    }
    return ignores;
  },
  folders(written, _form, reading) {
    const folders: Record<string, Partial<FileSettings>> = {};
    for (const [path, value, inner] of readTableEntries(
      written,
      'a table of folders, each with settings',
      reading,
    )) {
      folders[placed(path, reading.source.folder)] = readTable(value, KEYS_PER_FOLDER, inner) ?? {};
    }
    return folders;
  },
};

const KEYS_PER_FOLDER = KEYS.filter((key) => SETTINGS[key].perFolder);

function readTable(
  written: unknown,
  allowed: readonly Key[],
  reading: Reading,
): Partial<Settings> | undefined {
  const settings: Record<string, unknown> = {};
  for (const [name, value, inner] of readTableEntries(written, 'a table of settings', reading)) {
    const key = allowed.find((known) => known === camelCase(name));
    if (key === undefined) {
      complain(inner, `is no setting${didYouMean(camelCase(name), allowed)}`);
      continue;
    }
    const { form } = SETTINGS[key];
    // The compiler cannot follow that a form's own reader is found under its kind.
    const read = (READERS[form.kind] as Reader<SettingForm, unknown>)(value, form, inner);
    if (read !== undefined) settings[key] = read;
  }
  return settings;
}

function readSelectors(written: unknown, reading: Reading): string[] | undefined {
  return accept(written, isTexts, 'a list of rules, such as ["AW105", "AW2"]', reading)?.flatMap((text) => {
    const selector = readSelector(text, reading.rules);
    if (selector === undefined) complain(reading, `names an ${unknownRule(text, reading.rules)}`);
    return selector ?? [];
  });
}

/** The entries of a table, each with the reading of its value; none of what is no table. */
function readTableEntries(written: unknown, allowed: string, reading: Reading): [string, unknown, Reading][] {
  const table = accept(written, isTable, allowed, reading) ?? {};
  return Object.entries(table).map(([name, value]) => {
    const part = /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
    return [name, value, { ...reading, key: reading.key === '' ? part : `${reading.key}.${part}` }];
  });
}

/** The value, if it is one of those allowed; if not, says what it is and what it might be. */
function accept<Value>(
  written: unknown,
  isAllowed: ((value: unknown) => value is Value) | ((value: unknown) => boolean),
  allowed: string,
  reading: Reading,
): Value | undefined {
  if (isAllowed(written)) return written as Value;
  complain(reading, `is ${shown(written)}; allowed is ${allowed}`);
  return undefined;
}

function complain({ problems, source, key }: Reading, text: string): void {
  problems.push(key === '' ? `${source.name}: ${text}` : `${source.name}: ${key} ${text}`);
}

function shown(value: unknown): string {
  // JSON has no word for some of what TOML can say, and answers undefined or throws.
  const text =
    typeof value === 'bigint' ? String(value) : ((JSON.stringify(value) as string | undefined) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

/** `min-confidence` → `minConfidence`. */
function camelCase(key: string): string {
  return key.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
