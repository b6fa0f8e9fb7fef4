/** The command line as a function: arguments in, an exit code out. */
import { Argument, Command, CommanderError, Option } from 'commander';
import type { Profile } from '../core/model/profile.ts';
import { advise, type AdviseOptions } from './advise.ts';
import { audit, type AuditOptions } from './audit.ts';
import { check } from './check.ts';
import { ExitCode } from './exit-code.ts';
import { explain, type ExplainOptions } from './explain.ts';
import { addCheckOptions, addPlaceOptions, type CheckOptions, profileOption } from './options.ts';
import { writeGuide } from './records.ts';
import { listRules, type Form } from './rules.ts';
import { serve } from './server.ts';
import { complain, type Terminal } from './terminal.ts';
import { trace, type TraceOptions } from './trace.ts';
import { VERSION } from './version.ts';
import { listWorkflows, type WorkflowOptions } from './workflows.ts';

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let result: ExitCode = ExitCode.Clean;
  const program = new Command('awaitwise')
    .description('Finds calls that block the event loop in async Python, also behind other calls.')
    .version(VERSION)
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing found, 1 findings, 2 something that was named could not be used.',
    );
  configure(program, terminal);

  addCheckOptions(program.command('check'))
    .description('look for blocking calls in files and folders')
    .addArgument(
      new Argument('[path...]', 'files and folders, or - for standard input').default(
        [],
        'the current folder',
      ),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      result = await check(paths, options, terminal);
    });
  addPlaceOptions(program.command('explain'))
    .description('say what a rule looks for and what to do about it, or what is known of a call')
    .argument('<rule-or-call>', 'code or name of a rule, or the full name of a call: AW101, requests.get')
    .addOption(formOption())
    .action((what: string, options: ExplainOptions) => {
      result = explain(what, options, terminal);
    });
  addPlaceOptions(program.command('trace'))
    .description('say what is known of the calls on a line')
    .argument('<file:line>', 'as findings have it: app.py:12')
    .addOption(formOption())
    .action((place: string, options: TraceOptions) => {
      result = trace(place, options, terminal);
    });
  addPlaceOptions(program.command('workflows'))
    .description('list the ways into a program, how they run today, and whether async suits them')
    .argument('[folder]', 'the project', '.')
    .addOption(profileOption())
    .addOption(formOption(['text', 'json', 'markdown']))
    .action((folder: string, options: WorkflowOptions) => {
      result = listWorkflows(folder, options, terminal);
    });
  addPlaceOptions(program.command('advise'))
    .description('say whether a workflow should be async, and why; without one, by the answers alone')
    .argument('[workflow]', 'as `awaitwise workflows` lists it, or file.py:12')
    .option('--project <folder>', 'where the workflow is', '.')
    .addOption(
      new Option('--answer <question=value>', 'what the code does not tell, or tells wrongly')
        .argParser((pair: string, before: readonly string[]) => [...before, pair])
        .default([], 'none'),
    )
    .option('--record <folder>', 'write the decision down')
    .addOption(profileOption())
    .addOption(formOption(['text', 'json', 'markdown']))
    .action((name: string | undefined, options: AdviseOptions) => {
      result = advise(name, options, terminal);
    });
  program
    .command('guide')
    .description('write ASYNC_GUIDE.md, from the profile and the decisions of a project')
    .argument('[folder]', 'the project', '.')
    .option('--decisions <folder>', 'where its decisions are recorded, in place of what its settings say')
    .addOption(profileOption())
    .action((folder: string, options: { decisions?: string; profile?: Profile }) => {
      result = writeGuide(folder, options, terminal);
    });
  addPlaceOptions(program.command('audit'))
    .description('list the calls in coroutines that are not awaited, what each leads to, and what to wrap')
    .argument('[path...]', 'files and folders (default: the current folder)')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['markdown', 'csv', 'json'])
        .default('markdown'),
    )
    .action((paths: string[], options: AuditOptions) => {
      result = audit(paths.length === 0 ? ['.'] : paths, options, terminal);
    });
  program
    .command('rules')
    .description('list the rules')
    .addOption(formOption())
    .action(({ format }: { format: Form }) => {
      result = listRules(format, terminal);
    });
  program
    .command('server')
    .description('run the language server for an editor, over standard input and output')
    .addOption(new Option('--stdio', 'accepted for editors that say so: there is no other way'))
    .action(serve);

  try {
    await program.parseAsync(args, { from: 'user' });
    return result;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end this way too, and are no errors; but help for want of a command is.
    return error.exitCode === 0 ? ExitCode.Clean : ExitCode.BadUse;
  }
}

function formOption(forms: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', 'how it is written').choices(forms).default('text');
}

/** To be called before commands are added: they inherit it. */
function configure(program: Command, terminal: Terminal): void {
  program.exitOverride().configureOutput({
    writeOut: (text) => terminal.stdout.write(text),
    writeErr: (text) => terminal.stderr.write(text),
    outputError(text) {
      complain(
        'error',
        text
          .trim()
          .replace(/^error: /, '')
          .replace(/\n\s*/g, ' '),
        terminal,
      );
    },
    getOutHelpWidth: () => terminal.stdout.columns ?? 100,
    getErrHelpWidth: () => terminal.stderr.columns ?? 100,
  });
}
