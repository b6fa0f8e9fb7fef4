/** Answers that the code itself gives, each with what it was taken from. */
import type { Answer, Answers, QuestionId } from './questions.ts';
import { readAnswer } from './questions.ts';
import type { Operation, OperationKind, Place, Workflow, WorkflowKind } from './workflow.ts';

export interface Prefilled {
  readonly question: QuestionId;
  readonly value: string;
  /** What the code shows, in a sentence. */
  readonly source: string;
  /** Where it shows it. */
  readonly places: readonly Place[];
}

const CONTEXTS: Readonly<Record<WorkflowKind, Answer<'context'>>> = {
  'http-endpoint': 'server',
  bot: 'server',
  'cli-command': 'script',
  script: 'script',
  notebook: 'notebook',
  'background-job': 'job',
  schedule: 'job',
  'message-consumer': 'job',
  'lambda-handler': 'job',
  batch: 'job',
  'agent-tool': 'agent',
  'agent-graph': 'agent',
};

/** What takes time on a disk or at a keyboard: nothing that others could make use of. */
const FILES: ReadonlySet<OperationKind> = new Set<OperationKind>(['file', 'fs-metadata', 'import', 'stdin']);

export function waits({ kind }: Operation): boolean {
  return kind !== 'cpu' && !FILES.has(kind);
}

/** What is known of a workflow without asking anybody; what the code leaves open is left out. */
export function prefill(workflow: Workflow): Prefilled[] {
  return [context(workflow), work(workflow), calls(workflow), libraries(workflow), gil(workflow)].filter(
    (one) => one !== undefined,
  );
}

/** The same as answers, with what somebody says instead. */
export function answersOf(prefilled: readonly Prefilled[], given: Answers = {}): Answers {
  const known = prefilled.map(({ question, value }) => readAnswer(question, value) ?? {});
  return Object.assign({}, ...known, given) as Answers;
}

function context({ kind, framework, place, operations }: Workflow): Prefilled {
  const isMcp = /mcp/i.test(framework?.name ?? '') || operations.some((one) => one.kind === 'mcp');
  const value = isMcp && CONTEXTS[kind] !== 'server' ? 'mcp' : CONTEXTS[kind];
  const source = framework
    ? `${framework.name} calls it as ${article(framework.role)}`
    : `it is ${article(kind.replace('-', ' '))}`;
  return { question: 'context', value, source, places: [place] };
}

function work({ operations, unresolved }: Workflow): Prefilled | undefined {
  const computing = operations.filter(({ kind }) => kind === 'cpu');
  const waiting = operations.filter(waits);
  const value =
    computing.length > 0 && waiting.length > 0
      ? 'both'
      : computing.length > 0
        ? 'computes'
        : waiting.length > 0
          ? 'waits'
          : operations.length > 0
            ? 'files'
            : 'little';
  // What could not be followed may do anything.
  if (value === 'little' && unresolved > 0) return undefined;
  const shown = value === 'files' ? operations : [...waiting, ...computing];
  return {
    question: 'work',
    value,
    source:
      shown.length > 0 ? listed(shown.map(({ call }) => call)) : 'it calls nothing that waits or computes',
    places: shown.map(({ place }) => place),
  };
}

function calls({ operations }: Workflow): Prefilled | undefined {
  const waiting = operations.filter(waits);
  const [first] = waiting;
  if (!first) return undefined;
  const apart = waiting.filter(({ independent }) => independent);
  const places = (apart.length > 0 ? apart : waiting).map(({ place }) => place);
  if (apart.length > 1 || apart.some(({ inLoop }) => inLoop)) {
    const where = apart.some(({ inLoop }) => inLoop) ? ' in a loop' : '';
    return {
      question: 'calls',
      value: 'independent',
      source: `none of ${listed(apart.map(({ call }) => call))} needs the result of another${where}`,
      places,
    };
  }
  if (waiting.length === 1 && !first.inLoop) {
    return { question: 'calls', value: 'one', source: `\`${first.call}\` is all that it waits for`, places };
  }
  return {
    question: 'calls',
    value: 'sequence',
    source: `${listed(waiting.map(({ call }) => call))}, one after the other`,
    places,
  };
}

function libraries({ libraries: all, operations }: Workflow): Prefilled | undefined {
  if (!operations.some(waits)) return undefined;
  const without = all.filter(({ alternatives }) => alternatives.length === 0);
  const places = (names: readonly string[]): Place[] =>
    operations.filter(({ library }) => names.includes(library)).map(({ place }) => place);
  if (without.length > 0) {
    const names = without.map(({ library }) => library);
    return {
      question: 'libraries',
      value: 'sync-only',
      source: `no async API is known for ${listed(names)}`,
      places: places(names),
    };
  }
  const blocking = operations.filter((one) => waits(one) && one.style === 'sync').map(({ call }) => call);
  const ofPython = blocking.length > 0 ? `${listed(blocking)}: Python's own` : 'nothing that it calls blocks';
  const source =
    all.length === 0
      ? ofPython
      : listed(all.map(({ library, alternatives: [best] }) => `${library}\` → \`${best?.use ?? ''}`));
  return { question: 'libraries', value: 'async', source, places: places(all.map(({ library }) => library)) };
}

function gil({ operations }: Workflow): Prefilled | undefined {
  const computing = operations.filter(({ kind }) => kind === 'cpu');
  if (computing.length === 0) return undefined;
  const holding = computing.filter((one) => one.gil === 'holds' || one.gil === 'preemptible');
  const shown = holding.length > 0 ? holding : computing;
  const value =
    holding.length > 0 ? 'holds' : computing.every((one) => one.gil === 'releases') ? 'releases' : 'unknown';
  return {
    question: 'gil',
    value,
    source: listed(shown.map(({ call }) => call)),
    places: shown.map(({ place }) => place),
  };
}

const SHOWN = 3;

/** `` `a`, `b` and 2 more ``. */
function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, SHOWN).map((name) => `\`${name}\``);
  return all.length > SHOWN ? `${shown.join(', ')} and ${String(all.length - SHOWN)} more` : shown.join(', ');
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
