/** Decision records and the guide on disk. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import {
  decisionsFolder,
  decisionsIn,
  guide,
  recordDecision,
  type RecordFile,
  type RecordInput,
} from '../core/index.ts';
import { absolute } from '../disk/file-system.ts';
import { ExitCode } from './exit-code.ts';
import { shownFrom } from './paths.ts';
import { complain, type Terminal } from './terminal.ts';
import { openFolder, type WorkflowOptions } from './workflows.ts';

/** Writes a decision down, beside those that are there. */
export function keepRecord(
  folder: string,
  input: Omit<RecordInput, 'supersedes'>,
  terminal: Terminal,
): ExitCode {
  const shown = shownFrom(absolute(terminal.cwd, '.'));
  try {
    mkdirSync(folder, { recursive: true });
    const files = recordDecision(recordsIn(folder), input);
    for (const { name, text } of files) writeFileSync(posix.join(folder, name), text);
    const [written] = files;
    terminal.stderr.write(
      written
        ? `Recorded in ${shown(posix.join(folder, written.name))}.\n`
        : 'It is decided that way already.\n',
    );
    return ExitCode.Clean;
  } catch (error) {
    complain('error', `${shown(folder)}: ${(error as Error).message}`, terminal);
    return ExitCode.BadUse;
  }
}

const NAME = 'ASYNC_GUIDE.md';

/** `awaitwise guide`: what the project has decided, for whoever writes code in it. */
export function writeGuide(
  root: string,
  options: Pick<WorkflowOptions, 'profile'> & { readonly decisions?: string },
  terminal: Terminal,
): ExitCode {
  const opened = openFolder(root, options, terminal);
  if (!opened) return ExitCode.BadUse;
  const { project, profile } = opened;
  const path = posix.join(project.root, NAME);
  const existing = read(path);
  const folder =
    options.decisions === undefined
      ? decisionsFolder(project.root, project.settings)
      : posix.join(project.root, options.decisions);
  const decisions = decisionsIn(recordsIn(folder));
  const outcome = guide(existing, profile(path), decisions, posix.relative(project.root, folder));
  if (outcome.kind === 'edited') {
    complain(
      'error',
      `${NAME} is not as Awaitwise wrote it: it is left alone. Move it away to have a new one`,
      terminal,
    );
    return ExitCode.BadUse;
  }
  if (outcome.kind === 'written') writeFileSync(path, outcome.text);
  terminal.stdout.write(outcome.kind === 'written' ? `Wrote ${NAME}.\n` : `${NAME} is up to date.\n`);
  return ExitCode.Clean;
}

function recordsIn(folder: string): RecordFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: read(posix.join(folder, name)) ?? '' }));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
