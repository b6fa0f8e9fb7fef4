/** `awaitwise trace`: what is known of the calls on a line, step by step, for when a finding is a riddle or is missing. */
import { absolute, stat } from '../disk/file-system.ts';
import { ExitCode } from './exit-code.ts';
import { Inspector } from './inspector.ts';
import { lookFrom } from './look.ts';
import { openTarget } from './open.ts';
import type { PlaceOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import { Places } from './report.ts';
import type { Form } from './rules.ts';
import { rootOfFile, whyNoPython } from './targets.ts';
import { complain, type Terminal } from './terminal.ts';
import { traceData, tracePage } from './trace-page.ts';

export interface TraceOptions extends PlaceOptions {
  readonly format: Form;
}

/** As places are written in findings; the column does not matter. */
const PLACE = /^(?<file>.+?):(?:cell (?<cell>\d+):)?(?<line>\d+)(?::\d+)?$/;

export function trace(written: string, options: TraceOptions, terminal: Terminal): ExitCode {
  const refuse = (message: string): ExitCode => {
    complain('error', message, terminal);
    return ExitCode.BadUse;
  };
  const { file = '', cell, line: lineText } = PLACE.exec(written)?.groups ?? {};
  const line = Number(lineText);
  if (!line) return refuse(`"${written}" is no line; allowed is FILE:LINE, as findings have it`);
  const path = absolute(terminal.cwd, file);
  const problem = whyNoPython(path, stat(path)?.isFile());
  if (problem !== undefined) return refuse(`${file}: ${problem}`);

  const project = openTarget({ root: rootOfFile(path), files: [path] }, options, terminal);
  for (const message of project.badSettings) complain('error', message, terminal);
  const analysis = new Inspector(new Map()).open(project);
  const summary = analysis.summary(path);
  const lines = summary?.data.lineStarts.length ?? 0;
  if (line > lines) return refuse(`${file} has ${lines} lines, and no line ${line}`);

  const isMeant = ({ span }: { readonly span: { readonly start: number } }) =>
    summary?.position(span.start).cell === (cell === undefined ? undefined : Number(cell));
  const calls = analysis.trace(path, line).filter((call) => cell === undefined || isMeant(call));
  const places = new Places(analysis);
  const look = lookFrom(absolute(terminal.cwd, '.'), terminal);
  terminal.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ version: 1, calls: traceData(calls, places, look) }, undefined, 2)}\n`
      : tracePage(calls, places, look) || `There are no calls on ${shownFrom(look.cwd)(path)}:${line}.\n`,
  );
  return project.badSettings.length > 0 ? ExitCode.BadUse : ExitCode.Clean;
}
