/** `awaitwise workflows`: the ways into a program, how they run today, and what suits them. */
import { type Analysis, settingsAt } from '../core/index.ts';
import type { Profile } from '../core/model/profile.ts';
import { absolute, stat } from '../disk/file-system.ts';
import type { Project } from '../disk/project.ts';
import { ExitCode } from './exit-code.ts';
import { Inspector } from './inspector.ts';
import { lookFrom } from './look.ts';
import { openTarget } from './open.ts';
import type { PlaceOptions } from './options.ts';
import { complain, type Terminal } from './terminal.ts';
import { asData, asMarkdown, asText, listed } from './workflow-list.ts';

export type WorkflowForm = 'text' | 'json' | 'markdown';

export interface WorkflowOptions extends PlaceOptions {
  readonly format: WorkflowForm;
  readonly profile?: Profile;
}

export function listWorkflows(folder: string, options: WorkflowOptions, terminal: Terminal): ExitCode {
  const opened = openFolder(folder, options, terminal);
  if (!opened) return ExitCode.BadUse;
  const { analysis, project, profile } = opened;
  const look = lookFrom(project.root, terminal);
  const all = listed(analysis.workflows(), profile);
  const { stdout } = terminal;
  switch (options.format) {
    case 'text':
      stdout.write(asText(all, look));
      break;
    case 'markdown':
      stdout.write(asMarkdown(all, look));
      break;
    case 'json':
      stdout.write(
        `${JSON.stringify({ version: 1, workflows: all.map((one) => asData(one, look)) }, undefined, 2)}\n`,
      );
  }
  return project.badSettings.length > 0 ? ExitCode.BadUse : ExitCode.Clean;
}

export interface OpenedFolder {
  readonly analysis: Analysis;
  readonly project: Project;
  /** The guidance profile that holds for a file. */
  readonly profile: (path: string) => Profile;
}

/** A folder as a project; undefined when it cannot be, which is said. */
export function openFolder(
  folder: string,
  options: PlaceOptions & { readonly profile?: Profile },
  terminal: Terminal,
): OpenedFolder | undefined {
  const root = absolute(terminal.cwd, folder);
  if (!stat(root)?.isDirectory()) {
    complain('error', `${folder}: there is no such folder`, terminal);
    return undefined;
  }
  const wish = options.profile ? { profile: options.profile } : {};
  const project = openTarget({ root, files: undefined }, options, terminal, wish);
  for (const message of project.badSettings) complain('error', message, terminal);
  const analysis = new Inspector(new Map()).open(project);
  return { analysis, project, profile: (path) => settingsAt(project.settings, path).profile };
}
