/** `awaitwise explain`: what a rule looks for and why, or what is known of a call. */
import {
  callKnowledge,
  type CallKnowledge,
  ruleCode,
  rules,
  unknownCall,
  unknownRule,
} from '../core/index.ts';
import { callPage } from './call-page.ts';
import { ExitCode } from './exit-code.ts';
import { follow, type FollowedCall, projectHere } from './follow.ts';
import type { PlaceOptions } from './options.ts';
import { rulePage, ruleData, type Form } from './rules.ts';
import { coloursFor, complain, type Terminal } from './terminal.ts';

const MAX_COLUMNS = 100;

const ALLOWED =
  'codes and names of rules (AW101, blocking-sleep), and calls by their full name (requests.get)';

export interface ExplainOptions extends PlaceOptions {
  readonly format: Form;
}

export function explain(written: string, options: ExplainOptions, terminal: Terminal): ExitCode {
  const code = ruleCode(written, rules);
  const rule = rules.find((known) => known.code === code);
  if (rule) {
    const page = () => rulePage(rule, coloursFor(terminal.stdout, terminal.env), columnsOf(terminal));
    terminal.stdout.write(options.format === 'json' ? asJson(ruleData(rule)) : page());
    return ExitCode.Clean;
  }
  // A rule's name has a dash in it, or begins as a code does; no call's does.
  if (/-|^AW\d/i.test(written)) return refuse(unknownRule(written, rules), terminal);
  return explainCall(written, options, terminal);
}

/** The user's own packs come first, then the catalogue, then the code itself. */
function explainCall(written: string, options: ExplainOptions, terminal: Terminal): ExitCode {
  const project = projectHere(options, terminal);
  for (const message of project.badSettings) complain('error', message, terminal);
  const call = callKnowledge(written, project.packs) ?? follow(written, project, terminal);
  if (!call) return refuse(unknownCall(written, project.packs), terminal);
  const page = () => callPage(call, coloursFor(terminal.stdout, terminal.env), columnsOf(terminal));
  terminal.stdout.write(options.format === 'json' ? asJson(callData(call)) : page());
  return project.badSettings.length > 0 ? ExitCode.BadUse : ExitCode.Clean;
}

function refuse(unknown: string, terminal: Terminal): ExitCode {
  complain('error', `${unknown}${unknown.endsWith('?') ? ' Allowed' : '; allowed'} are ${ALLOWED}`, terminal);
  return ExitCode.BadUse;
}

function columnsOf({ stdout }: Terminal): number {
  return Math.min(stdout.columns ?? MAX_COLUMNS, MAX_COLUMNS);
}

/** Flat, whatever is known. */
function callData(call: CallKnowledge | FollowedCall): object {
  switch (call.verdict) {
    case 'followed':
      return followedData(call);
    case 'blocks':
      return { verdict: call.verdict, ...call.record };
    case 'hands-over':
      return { verdict: call.verdict, name: call.name, ...call.handover };
    case 'harmless':
      return call;
  }
}

function followedData({ name, found, twin, source, through }: FollowedCall): object {
  const known = { name, evidence: 'traced', source };
  switch (found.kind) {
    case 'blocks': {
      const { kinds, gil, note } = found.record;
      return { verdict: 'blocks', ...known, kinds, chain: through, gil, note, twin };
    }
    case 'never':
      return { verdict: 'harmless', ...known };
    case 'unsure':
      return { verdict: 'unsure', ...known, unresolved: found.unresolved };
  }
}

function asJson(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
