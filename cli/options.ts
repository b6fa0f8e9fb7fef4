/** What `awaitwise check` can be told, and what is said of words it does not know. */
import { Option, type Command } from 'commander';
import { readSelector, type RuleHeading, unknownRule } from '../core/index.ts';
import type { Confidence } from '../core/model/finding.ts';
import type { Profile } from '../core/model/profile.ts';
import { SETTINGS, type FileSettings } from '../core/model/settings.ts';
import { FORMATS, type FormatName } from './formats/index.ts';

/** Where code lies, and what belongs to it. */
export interface PlaceOptions {
  readonly exclude?: readonly string[];
  readonly python?: string;
  readonly sitePackages?: readonly string[];
  readonly config?: string;
}

export interface CheckOptions extends PlaceOptions {
  readonly format: FormatName;
  readonly outputFile?: string;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly profile?: Profile;
  readonly minConfidence?: Confidence;
  readonly statistics?: boolean;
  readonly exitZero?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly watch?: boolean;
  readonly stdinFilename?: string;
}

export function addPlaceOptions(command: Command): Command {
  return command
    .addOption(listOption('--exclude <patterns>', 'files and folders to leave out, as patterns'))
    .option('--python <dir>', 'the environment, or its interpreter, whose packages the code uses')
    .addOption(
      listOption('--site-packages <dir>', 'a folder of installed packages, in place of an environment'),
    )
    .option('--config <file>', 'the file with the settings');
}

export function addCheckOptions(command: Command): Command {
  const own = command
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(Object.keys(FORMATS))
        .default('text'),
    )
    .option('--output-file <file>', 'write findings to a file instead of standard output')
    .addOption(listOption('--select <rules>', 'only these rules: codes, names, or prefixes such as AW1'))
    .addOption(listOption('--ignore <rules>', 'not these rules'))
    .addOption(profileOption())
    .addOption(
      new Option('--min-confidence <confidence>', 'how sure a finding must be').choices(
        wordsOf('minConfidence'),
      ),
    )
    .option('--statistics', 'count findings by rule, and say where they meet, instead of showing them')
    .option('--exit-zero', 'exit with 0 also when there are findings')
    .option('--baseline <file>', 'leave out the findings that this file lists')
    .option('--write-baseline <file>', 'list all findings in a file for --baseline, instead of showing them')
    .option('--fix', 'mend what can be mended for certain, and report the rest')
    .option('--unsafe-fixes', 'mend also what somebody should look over')
    .option('--diff', 'show what --fix would change, instead of changing it')
    .option('--watch', 'check again whenever a file changes')
    .option('--stdin-filename <file>', 'what standard input is called, when PATH is -')
    .option('--no-cache', 'accepted for later: nothing is kept yet');
  return addPlaceOptions(own);
}

export function profileOption(): Option {
  return new Option('--profile <profile>', 'guidance profile').choices(wordsOf('profile'));
}

/** What the options ask for in every folder; each rule that nobody knows becomes a problem. */
export function wishOf(
  { select, ignore, profile, minConfidence }: CheckOptions,
  rules: readonly RuleHeading[],
): { wish: Partial<FileSettings>; problems: string[] } {
  const problems: string[] = [];
  const read = (option: string, written: readonly string[]) =>
    written.flatMap((text) => {
      const selector = readSelector(text, rules);
      if (selector === undefined) problems.push(`${option} names an ${unknownRule(text, rules)}`);
      return selector ?? [];
    });
  const wish = {
    ...(select && { select: read('--select', select) }),
    ...(ignore && { ignore: read('--ignore', ignore) }),
    ...(profile && { profile }),
    ...(minConfidence && { minConfidence }),
  };
  return { wish, problems };
}

/** Whether the options ask for a part of what there would be to report. */
export function isPartial({ select, ignore, profile, minConfidence }: CheckOptions): boolean {
  return [select, ignore, profile, minConfidence].some((wish) => wish !== undefined);
}

/** May be given several times, and each time with commas. */
function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(
    (written: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      // A comma inside braces belongs to a pattern.
      ...written
        .split(/,(?![^{]*\})/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ],
  );
}

function wordsOf(key: 'profile' | 'minConfidence'): string[] {
  const { form } = SETTINGS[key];
  return form.kind === 'choice' ? Object.keys(form.values) : [];
}
