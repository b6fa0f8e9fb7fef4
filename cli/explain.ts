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
import { rulePage, ruleData, type Form } from './rules.ts';
import { coloursFor, complain, type Terminal } from './terminal.ts';

const MAX_COLUMNS = 100;

const ALLOWED =
  'codes and names of rules (AW101, blocking-sleep), and calls by their full name (requests.get)';

export function explain(written: string, format: Form, terminal: Terminal): ExitCode {
  const { stdout, env } = terminal;
  const columns = Math.min(stdout.columns ?? MAX_COLUMNS, MAX_COLUMNS);
  const code = ruleCode(written, rules);
  const rule = rules.find((known) => known.code === code);
  const call = rule ? undefined : callKnowledge(written);
  if (rule) {
    stdout.write(
      format === 'json' ? asJson(ruleData(rule)) : rulePage(rule, coloursFor(stdout, env), columns),
    );
  } else if (call) {
    stdout.write(
      format === 'json' ? asJson(callData(call)) : callPage(call, coloursFor(stdout, env), columns),
    );
  } else {
    // A rule's name has a dash in it, or begins as a code does; no call's does.
    const unknown = /-|^AW\d/i.test(written) ? unknownRule(written, rules) : unknownCall(written);
    complain(
      'error',
      `${unknown}${unknown.endsWith('?') ? ' Allowed' : '; allowed'} are ${ALLOWED}`,
      terminal,
    );
    return ExitCode.BadUse;
  }
  return ExitCode.Clean;
}

/** Flat, whatever is known. */
function callData(call: CallKnowledge): object {
  switch (call.verdict) {
    case 'blocks':
      return { verdict: call.verdict, ...call.record };
    case 'hands-over':
      return { verdict: call.verdict, name: call.name, ...call.handover };
    case 'harmless':
      return call;
  }
}

function asJson(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
