/** `awaitwise rules`: what is looked for. */
import { type Rule, rules } from '../core/index.ts';
import { PROFILES } from '../core/model/profile.ts';
import { ExitCode } from './exit-code.ts';
import { coloursFor, wrapped, type Colours, type Terminal } from './terminal.ts';

/** For people, or for programs. */
export type Form = 'text' | 'json';

export function listRules(format: Form, { stdout, env }: Terminal): ExitCode {
  stdout.write(format === 'json' ? asJson() : asTable(coloursFor(stdout, env)));
  return ExitCode.Clean;
}

function asJson(): string {
  return `${JSON.stringify(rules.map(ruleData), undefined, 2)}\n`;
}

/** What is known of a rule, for programs. */
export function ruleData({ code, name, since, guideline, severity, docs }: Rule) {
  return { code, name, since, guideline, severity, docs };
}

function asTable({ bold, dim }: Colours): string {
  const nameWidth = Math.max(...rules.map(({ name }) => name.length));
  const levelWidth = 'information'.length;
  const line = (code: string, name: string, levels: readonly string[]) =>
    `${code}  ${name.padEnd(nameWidth)}  ${levels.map((level) => level.padEnd(levelWidth + 2)).join('')}`.trimEnd();
  const rows = rules.map(({ code, name, severity }) =>
    line(
      bold(code),
      name,
      PROFILES.map((profile) => severity[profile]),
    ),
  );
  return `${[dim(line('code '.trimEnd().padEnd(5), 'name', PROFILES)), ...rows].join('\n')}\n`;
}

/** What is known of a rule, for reading. */
export function rulePage(
  { code, name, since, guideline, severity, docs }: Rule,
  colours: Colours,
  columns: number,
): string {
  const heading = (title: string) => colours.bold(title);
  const paragraph = (text: string) => wrapped(text, columns).join('\n');
  const code4 = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '    ');
  const levels = PROFILES.map((profile) => `${severity[profile]} (${profile})`).join(', ');
  return `${[
    `${colours.bold(colours.yellow(code))} ${colours.bold(name)}`,
    paragraph(docs.what),
    `${heading('Why is this bad?')}\n${paragraph(docs.why)}`,
    `${heading('What to do instead')}\n${paragraph(docs.instead)}`,
    ...(docs.limits === undefined ? [] : [`${heading('Limits')}\n${paragraph(docs.limits)}`]),
    `${heading('Reported')}\n${code4(docs.example.bad)}`,
    `${heading('Fine')}\n${code4(docs.example.good)}`,
    paragraph(`Severity: ${levels}. ${guidelines(guideline)}Since ${since}.`),
    paragraph(`To silence it on a line: # awaitwise: ignore[${code}]`),
  ].join('\n\n')}\n`;
}

function guidelines(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return `Guideline${numbers.length === 1 ? '' : 's'}: ${numbers.join(', ')}. `;
}
