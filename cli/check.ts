/** `awaitwise check`: surveys what was named, and reports in the format that was asked for. */
import { rules } from '../core/index.ts';
import { absolute } from '../disk/file-system.ts';
import { newSince, openBaseline } from './baseline.ts';
import { deliver, deliverBaseline, tellProblems } from './deliver.ts';
import { ExitCode } from './exit-code.ts';
import { fixesWanted, saveFixed, showDiff } from './fix.ts';
import { isPartial, wishOf, type CheckOptions } from './options.ts';
import { STDIN, Survey } from './survey.ts';
import { complain, type Terminal } from './terminal.ts';
import { watch } from './watch.ts';

export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { wish, problems } = wishOf(options, rules);
  if (options.watch && paths.includes(STDIN)) problems.push('--watch cannot follow standard input');
  if (fixesWanted(options) && !options.diff && paths.includes(STDIN)) {
    problems.push('--fix cannot write to standard input; --diff shows what it would change');
  }
  if (problems.length > 0) {
    for (const message of problems) complain('error', message, terminal);
    return ExitCode.BadUse;
  }
  const survey = new Survey(paths.length === 0 ? ['.'] : paths, options, wish, terminal);
  if (!options.watch) return look(survey, options, terminal);
  await watch(survey, terminal, () => look(survey, options, terminal));
  return ExitCode.Clean;
}

/** Checks once. */
async function look(survey: Survey, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const here = (path: string) => absolute(terminal.cwd, path);
  const { baseline, writeBaseline } = options;
  const entries = baseline === undefined ? [] : openBaseline(here(baseline));
  if (typeof entries === 'string') {
    complain('error', `${baseline}: ${entries}`, terminal);
    return ExitCode.BadUse;
  }
  const found = await survey.run();
  if (options.diff) {
    const isFine = tellProblems(found, terminal);
    showDiff(survey.fixed, terminal);
    if (!isFine) return ExitCode.BadUse;
    return survey.fixed.length > 0 && !options.exitZero ? ExitCode.Findings : ExitCode.Clean;
  }
  const report = { ...found, problems: [...found.problems, ...saveFixed(survey.fixed, terminal)] };
  survey.forget(survey.fixed.map(({ path }) => path));
  if (writeBaseline !== undefined) return deliverBaseline(report, writeBaseline, terminal);
  const fresh =
    baseline === undefined ? report : newSince(report, entries, here(baseline), isPartial(options));
  return deliver(fresh, survey.base, options, terminal);
}
