/** The files in which a project keeps its settings: awaitwise.toml, or [tool.awaitwise] in pyproject.toml. */
import { posix } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { readText, stat, upwards, type PathProblem } from './file-system.ts';

/** Files in which a folder may have settings, the stronger one first. */
export const CONFIGURATION_FILES = ['awaitwise.toml', 'pyproject.toml'] as const;

/** What a file says, as it stands there. */
export interface Configuration {
  readonly path: string;
  readonly folder: string;
  readonly table: unknown;
}

export interface ConfigurationRead {
  /** Undefined when there is no such file, or nothing for us in it. */
  readonly configuration: Configuration | undefined;
  /** Why it could not be read. */
  readonly problem: PathProblem | undefined;
}

/** The nearest settings around a folder. A file that cannot be read ends the search. */
export function findConfiguration(folder: string): ConfigurationRead {
  for (const around of upwards(folder)) {
    const read = configurationIn(around);
    if (read.configuration ?? read.problem) return read;
  }
  return NOTHING;
}

/** The settings in a folder itself. */
export function configurationIn(folder: string): ConfigurationRead {
  for (const name of CONFIGURATION_FILES) {
    const read = readConfiguration(posix.join(folder, name));
    if (read.configuration ?? read.problem) return read;
  }
  return NOTHING;
}

/** The settings in a file that somebody names: there must be some. */
export function namedConfiguration(path: string): ConfigurationRead {
  const read = readConfiguration(path);
  if (read.configuration ?? read.problem) return read;
  const message = stat(path) ? 'has no settings for awaitwise' : 'there is no such file';
  return { configuration: undefined, problem: { path, message } };
}

function readConfiguration(path: string): ConfigurationRead {
  const text = readText(path);
  if (text === undefined) return NOTHING;
  const isShared = posix.basename(path) === 'pyproject.toml';
  // Most pyproject.toml files are not for us: what is wrong with them is for others to say.
  if (isShared && !text.includes('awaitwise')) return NOTHING;
  try {
    const whole: unknown = parse(text);
    const table = isShared ? inTable(inTable(whole, 'tool'), 'awaitwise') : whole;
    const configuration = table === undefined ? undefined : { path, folder: posix.dirname(path), table };
    return { configuration, problem: undefined };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.split('\n');
    const why = reason.replace(/^Invalid TOML document: /, '');
    const message = `is no TOML: ${why} (line ${error.line}, column ${error.column})`;
    return { configuration: undefined, problem: { path, message } };
  }
}

const NOTHING: ConfigurationRead = { configuration: undefined, problem: undefined };

function inTable(table: unknown, key: string): unknown {
  return typeof table === 'object' && table !== null ? (table as Record<string, unknown>)[key] : undefined;
}
