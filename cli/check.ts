/** `awaitwise check`: surveys what was named, and reports in the format that was asked for. */
import { writeFileSync } from 'node:fs';
import { rules } from '../core/index.ts';
import { absolute } from '../disk/file-system.ts';
import { ExitCode } from './exit-code.ts';
import type { Look } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import { statistics } from './formats/summary.ts';
import { wishOf, type CheckOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import type { Report } from './report.ts';
import { Survey } from './survey.ts';
import { coloursFor, complain, PLAIN, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

const DEFAULT_COLUMNS = 100;

export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { wish, problems } = wishOf(options, rules);
  if (problems.length > 0) {
    for (const message of problems) complain('error', message, terminal);
    return ExitCode.BadUse;
  }
  const survey = new Survey(options, wish, terminal);
  const report = await survey.run(paths.length === 0 ? ['.'] : paths);

  const cwd = absolute(terminal.cwd, '.');
  const shown = shownFrom(cwd);
  for (const { path, message, isError } of report.problems) {
    complain(
      isError ? 'error' : 'warning',
      path === undefined ? message : `${shown(path)}: ${message}`,
      terminal,
    );
  }
  const isWritten = write(report, { shown, relative: shownFrom(survey.base), cwd }, options, terminal);
  if (!isWritten || report.problems.some(({ isError }) => isError)) return ExitCode.BadUse;
  return report.findings.length > 0 && !options.exitZero ? ExitCode.Findings : ExitCode.Clean;
}

type Naming = Pick<Look, 'shown' | 'relative' | 'cwd'>;

/** Answers whether it could be written. */
function write(report: Report, naming: Naming, options: CheckOptions, terminal: Terminal): boolean {
  const { stdout, env } = terminal;
  const { format, outputFile } = options;
  const look: Look = {
    ...naming,
    colours: outputFile === undefined ? coloursFor(stdout, env) : PLAIN,
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    version: VERSION,
    rules,
  };
  const isForPeople = format === 'text' || format === 'concise';
  const written = (options.statistics && isForPeople ? statistics : FORMATS[format])(report, look);
  if (outputFile === undefined) {
    stdout.write(written);
    return true;
  }
  try {
    writeFileSync(absolute(naming.cwd, outputFile), written);
    return true;
  } catch (error) {
    complain(
      'error',
      `${outputFile}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      terminal,
    );
    return false;
  }
}
