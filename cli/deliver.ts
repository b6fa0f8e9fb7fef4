/** Hands a report over: what went wrong to standard error, findings where they are wanted, and an exit code. */
import { writeFileSync } from 'node:fs';
import { absolute } from '../disk/file-system.ts';
import { baselineText } from './baseline.ts';
import { ExitCode } from './exit-code.ts';
import { FORMATS } from './formats/index.ts';
import { statistics } from './formats/summary.ts';
import { lookFrom } from './look.ts';
import type { CheckOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import type { Report } from './report.ts';
import { complain, counted, type Terminal } from './terminal.ts';

/** `base`: the folder that paths for programs begin at. */
export function deliver(report: Report, base: string, options: CheckOptions, terminal: Terminal): ExitCode {
  const { format, outputFile } = options;
  const look = lookFrom(base, terminal, outputFile !== undefined);
  const isFine = tellProblems(report, terminal);
  const isForPeople = format === 'text' || format === 'concise';
  const written = (options.statistics && isForPeople ? statistics : FORMATS[format])(report, look);
  let isWritten = true;
  if (outputFile === undefined) terminal.stdout.write(written);
  else isWritten = save(outputFile, written, terminal);
  if (!isWritten || !isFine) return ExitCode.BadUse;
  return report.findings.length > 0 && !options.exitZero ? ExitCode.Findings : ExitCode.Clean;
}

/** Writes findings down as a baseline in place of showing them. */
export function deliverBaseline(report: Report, file: string, terminal: Terminal): ExitCode {
  const isFine = tellProblems(report, terminal);
  const isWritten = save(file, baselineText(report, absolute(terminal.cwd, file)), terminal);
  if (isWritten) terminal.stdout.write(`Wrote ${counted(report.findings.length, 'finding')} to ${file}.\n`);
  return isWritten && isFine ? ExitCode.Clean : ExitCode.BadUse;
}

/** Answers whether none of them is an error. */
export function tellProblems({ problems }: Report, terminal: Terminal): boolean {
  const shown = shownFrom(absolute(terminal.cwd, '.'));
  for (const { path, message, isError } of problems) {
    const line = path === undefined ? message : `${shown(path)}: ${message}`;
    complain(isError ? 'error' : 'warning', line, terminal);
  }
  return !problems.some(({ isError }) => isError);
}

/** Answers whether it could be written. */
function save(file: string, text: string, terminal: Terminal): boolean {
  try {
    writeFileSync(absolute(terminal.cwd, file), text);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    complain('error', `${file}: cannot be written (${code})`, terminal);
    return false;
  }
}
