/** A project as it lies on disk, ready for the engine: its settings, its files to be checked, its environment. */
import { posix } from 'node:path';
import {
  matchesGlob,
  type OwnPacks,
  overridden,
  type RuleHeading,
  settingsOf,
  type WrittenSettings,
} from '../core/index.ts';
import type { FileSettings, Settings } from '../core/model/settings.ts';
import {
  configurationIn,
  findConfiguration,
  namedConfiguration,
  type ConfigurationRead,
} from './configuration.ts';
import { declaredCommands } from './commands.ts';
import { discover, type Discovery } from './discover.ts';
import { findEnvironment, type FoundEnvironment } from './environment.ts';
import type { Variables } from './layout.ts';
import { upwards, type PathProblem } from './file-system.ts';
import { projectRoot } from './project-root.ts';
import { packFilesAround, packFilesIn, packFilesOfLibraries, readPacks } from './own-packs.ts';

export interface ProjectRequest {
  readonly root: string;
  /** Only these files; undefined: all that are found below the root. */
  readonly files: readonly string[] | undefined;
  /** The file with the settings, in place of those that are found. */
  readonly configuration: string | undefined;
  /** What is written in an editor's own settings; it counts before the project's files. */
  readonly editor?: WrittenSettings;
  /** What somebody wants now, whatever is written. */
  readonly wish: Partial<FileSettings>;
  readonly place: Partial<Pick<Settings, 'python' | 'sitePackages' | 'exclude'>>;
  /** The interpreter that was chosen in an editor; it counts where no setting names one. */
  readonly interpreter?: string | undefined;
  readonly variables: Variables;
  readonly rules: readonly RuleHeading[];
  /** What a file is called in messages. */
  readonly nameOf: (path: string) => string;
}

export interface Project {
  readonly root: string;
  /** What is to be checked. */
  readonly files: readonly string[];
  /** What belongs to the same program, and is not to be checked now: it may say what the others call. */
  readonly around: readonly string[];
  readonly settings: Settings;
  readonly environment: FoundEnvironment;
  readonly packs: OwnPacks;
  /** The files that they are in, or would be. */
  readonly packFiles: readonly string[];
  /** What was written in settings or packs and cannot be; one line each. */
  readonly badSettings: readonly string[];
  /** What was met below the root and could not be used. */
  readonly problems: readonly PathProblem[];
}

export function openProject(request: ProjectRequest): Project {
  const { root, configuration, place, rules, wish } = request;
  const badSettings: string[] = [];
  const written = (read: ConfigurationRead): WrittenSettings[] => {
    const { configuration: found, problem } = read;
    if (problem) badSettings.push(`${request.nameOf(problem.path)}: ${problem.message}`);
    return found ? [{ name: request.nameOf(found.path), folder: found.folder, table: found.table }] : [];
  };

  const whole = [
    ...written(configuration === undefined ? findConfiguration(root) : namedConfiguration(configuration)),
    ...(request.editor ? [request.editor] : []),
  ];
  const found = findFiles(request, settingsOf(whole, [], rules).settings);
  // A file of settings that somebody names is the only one.
  const inner =
    configuration === undefined ? found.configured.flatMap((folder) => written(configurationIn(folder))) : [];
  const { settings, problems } = settingsOf(whole, inner, rules);
  const all = overridden(
    { ...settings, ...place, exclude: [...settings.exclude, ...(place.exclude ?? [])] },
    wish,
  );
  const environment = { ...environmentOf(request, all), commands: declaredCommands(found.metadata) };
  const packFiles = {
    named: all.packs,
    found: [...packFilesAround(root), ...found.packs],
    ofLibraries: packFilesOfLibraries(environment.packageFolders),
  };
  const own = readPacks(packFiles);
  const inPacks = own.problems.map(({ path, message }) => `${request.nameOf(path)}: ${message}`);
  const belonging = found.files.filter((path) => !isExcluded(all, path));
  const wanted = request.files && new Set(request.files);
  return {
    root,
    files: request.files ?? belonging,
    around: wanted ? belonging.filter((path) => !wanted.has(path)) : [],
    settings: all,
    environment,
    packs: own.packs,
    packFiles: Object.values(packFiles).flat(),
    badSettings: [...badSettings, ...problems, ...inPacks],
    problems: [...found.problems, ...own.problemsOfLibraries],
  };
}

function environmentOf(
  { root, variables, interpreter }: ProjectRequest,
  settings: Settings,
): FoundEnvironment {
  const { python, sitePackages } = settings;
  const query = { ...settings, root, variables };
  if (interpreter !== undefined && python === '' && sitePackages.length === 0) {
    const chosen = findEnvironment({ ...query, python: interpreter });
    if (chosen.origin !== undefined) return chosen;
  }
  return findEnvironment(query);
}

function findFiles({ root, files, place }: ProjectRequest, settings: Settings): Discovery {
  if (files && projectRoot(root) !== root) {
    // Nobody says where the project ends: it would be whatever happens to lie in the same folder.
    const folders = foldersBetween(root, files);
    const packs = [root, ...folders].flatMap(packFilesIn);
    return { files, configured: folders, packs, metadata: [], problems: [] };
  }
  const excluded = (path: string) =>
    isExcluded(settings, path) || isExcluded({ exclude: place.exclude ?? [] }, path);
  const found = discover(root, { excluded, respectGitignore: settings.respectGitignore });
  // What could not be read is of no interest to who asks for other files.
  return files ? { ...found, problems: [] } : found;
}

function isExcluded({ exclude }: Pick<Settings, 'exclude'>, path: string): boolean {
  return exclude.some((glob) => matchesGlob(glob, path));
}

/** The folders below a root in which files lie, outermost first. */
function foldersBetween(root: string, files: readonly string[]): string[] {
  const all = files.flatMap((file) =>
    upwards(posix.dirname(file)).filter((folder) => folder.startsWith(`${root}/`)),
  );
  return [...new Set(all)].sort((a, b) => a.length - b.length);
}
