/** Settings from several places, one on top of the other: defaults, a project's file, files further in, the moment's wish. */
import { DEFAULT_SETTINGS, SETTINGS, type FileSettings, type Settings } from '../model/settings.ts';
import type { RuleHeading } from './selectors.ts';
import { readSettings, type SettingsSource } from './settings.ts';

/** A table of settings, and where it was written. */
export interface WrittenSettings extends SettingsSource {
  readonly table: unknown;
}

/**
 * The settings of a workspace: what is written for all of it, the weaker first, and what folders in it say for
 * themselves. Of the latter only what may differ by folder counts: a workspace has one environment.
 */
export function settingsOf(
  whole: readonly WrittenSettings[],
  inner: readonly WrittenSettings[],
  rules: readonly RuleHeading[],
): { settings: Settings; problems: string[] } {
  const problems: string[] = [];
  const read = (written: WrittenSettings) => {
    const result = readSettings(written.table, written, rules);
    problems.push(...result.problems);
    return result.settings;
  };
  let settings = DEFAULT_SETTINGS;
  for (const written of whole) settings = layered(settings, read(written));
  for (const written of inner) {
    const { folders, perFileIgnores, exclude, ...own } = read(written);
    settings = layered(settings, {
      folders: { [written.folder]: onlyPerFolder(own), ...folders },
      perFileIgnores: perFileIgnores ?? {},
      exclude: [...settings.exclude, ...(exclude ?? [])],
    });
  }
  return { settings, problems };
}

/** Settings, and what a nearer place says on top of them. Tables add up; the rest is replaced. */
export function layered(under: Settings, over: Partial<Settings>): Settings {
  return {
    ...under,
    ...over,
    rules: { ...under.rules, ...over.rules },
    folders: { ...under.folders, ...over.folders },
    perFileIgnores: { ...under.perFileIgnores, ...over.perFileIgnores },
  };
}

/**
 * Settings under what somebody wants now, in every folder: a rule selected by its own name is on, whatever is written;
 * what is ignored comes on top of what is written.
 */
export function overridden(settings: Settings, wish: Partial<FileSettings>): Settings {
  const folders = Object.entries(settings.folders).map(
    ([folder, own]) => [folder, override(own, wish)] as const,
  );
  return { ...settings, ...override(settings, wish), folders: Object.fromEntries(folders) };
}

function override<Some extends Partial<FileSettings>>(written: Some, wish: Partial<FileSettings>): Some {
  const { ignore, rules } = written;
  const named = wish.select ?? [];
  return {
    ...written,
    ...wish,
    ...(ignore && { ignore: [...ignore.filter((code) => !named.includes(code)), ...(wish.ignore ?? [])] }),
    ...(rules && {
      rules: Object.fromEntries(
        Object.entries(rules).filter(([code, level]) => level !== 'off' || !named.includes(code)),
      ),
    }),
  };
}

function onlyPerFolder(settings: Partial<Settings>): Partial<FileSettings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => SETTINGS[key as keyof Settings].perFolder),
  );
}
