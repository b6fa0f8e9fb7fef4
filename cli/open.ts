/** Opens a project as the command line asks for it. */
import { placedGlob, rules } from '../core/index.ts';
import type { FileSettings } from '../core/model/settings.ts';
import { absolute } from '../disk/file-system.ts';
import { openProject, type Project } from '../disk/project.ts';
import type { PlaceOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import type { Target } from './targets.ts';
import type { Terminal } from './terminal.ts';

/** `wish`: what holds whatever is written in settings. */
export function openTarget(
  { root, files }: Target,
  { exclude, python, sitePackages, config }: PlaceOptions,
  { cwd, env }: Terminal,
  wish: Partial<FileSettings> = {},
): Project {
  const here = (path: string) => absolute(cwd, path);
  return openProject({
    root,
    files,
    configuration: config === undefined ? undefined : here(config),
    wish,
    place: {
      exclude: (exclude ?? []).map((glob) => placedGlob(glob, here('.'))),
      // What is asked for now goes before folders that settings name.
      ...(python !== undefined && { python: here(python), sitePackages: [] }),
      ...(sitePackages && { sitePackages: sitePackages.map(here) }),
    },
    variables: env,
    rules,
    nameOf: shownFrom(here('.')),
  });
}
