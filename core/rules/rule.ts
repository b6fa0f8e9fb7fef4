/** The shape of a rule: what it finds, and in what words it says so. */
import type { Decisions } from '../effects/decided.ts';
import type { BlockingCall, Facts } from '../effects/facts.ts';
import type { BlockingKind } from '../model/blocking-kind.ts';
import type { ChainHop, Confidence, Related, Severity, Via } from '../model/finding.ts';
import type { Profile } from '../model/profile.ts';
import type { Edit, Remedy, Rewriter } from '../model/rewriter.ts';
import type { Level } from '../model/settings.ts';
import type { Span } from '../model/span.ts';

export { blockingFixes, lostFixes, nestedLoopFixes, shortName, withoutBlocking } from './mending.ts';

export interface RuleDocs {
  /** One sentence: what the rule reports. */
  readonly what: string;
  readonly why: string;
  readonly instead: string;
  /** How it decides, and what it cannot see. */
  readonly limits?: string;
  /** Whole modules: the rule finds something in `bad` and nothing in `good`. */
  readonly example: { readonly bad: string; readonly good: string };
}

interface Heading {
  readonly code: string;
  readonly name: string;
  /** First version that has it. */
  readonly since: string;
  /** Lines of docs/guidelines.md. */
  readonly guideline: readonly number[];
  readonly severity: Readonly<Record<Profile, Level>>;
  readonly docs: RuleDocs;
  /** It has its say when all other rules have had theirs, and only comments that name it silence it. */
  readonly isAboutSuppressions?: true;
}

/** What became of a comment that is meant for us. */
export interface SuppressionUse {
  readonly at: Span;
  readonly wholeFile: boolean;
  /** What of it silences nothing: these codes, or all of it when none are named; and the comment without that. */
  readonly idle: { readonly codes: readonly string[]; readonly mended: Edit } | undefined;
  /** What it names that there is not, and what was probably meant. */
  readonly unknown: readonly UnknownName[];
}

export interface UnknownName {
  /** What the comment should name: a rule, or a way of blocking. */
  readonly of: 'rule' | 'kind';
  readonly name: string;
  readonly meant: { readonly name: string; readonly mended: Edit } | undefined;
}

/** What a rule may ask about one file. */
export interface FileFacts {
  readonly path: string;
  readonly facts: Facts;
  /** What was decided on the functions of this file, and is on record. */
  readonly decisions: Decisions;
  /** Only rules about suppressions get to see them. */
  readonly suppressions: readonly SuppressionUse[];
}

/** Where something was found, and what the rule's words are made of. */
export interface Detection<Evidence> {
  readonly at: Span;
  /** Qualified name of the function around it. */
  readonly function: string;
  readonly evidence: Evidence;
  readonly confidence?: Confidence;
  readonly reason?: string;
  readonly via?: Via;
  readonly kind?: string;
  readonly chain?: readonly ChainHop[];
  /** Other places that have to do with it. */
  readonly related?: readonly Related[];
  /** It is no graver than this, whatever the profile says of the rule. */
  readonly ceiling?: Severity;
}

/** A finding before anybody said how grave it is. */
export interface Reported extends Omit<Detection<unknown>, 'evidence'> {
  readonly message: string;
  /** Worked out when somebody asks: it costs a parse. */
  fixes(rewriter: Rewriter): readonly Remedy[];
}

export interface Rule extends Heading {
  check(file: FileFacts): Reported[];
}

interface Definition<Evidence> extends Heading {
  readonly detect: (file: FileFacts) => Iterable<Detection<Evidence>>;
  /** One line, verb first, at most about 100 characters where the names in it allow. */
  readonly message: (evidence: Evidence) => string;
  /** What would mend it, the best first. */
  readonly fixes?: (evidence: Evidence, rewriter: Rewriter) => readonly Remedy[];
}

export function defineRule<Evidence>({ detect, message, fixes, ...heading }: Definition<Evidence>): Rule {
  return {
    ...heading,
    check: (file) =>
      Array.from(detect(file), ({ evidence, ...detection }) => ({
        ...detection,
        message: message(evidence),
        fixes: (rewriter) => fixes?.(evidence, rewriter) ?? [],
      })),
  };
}

/** What takes little time when it is done once, or for one alone; loading a model or asking a server for keys does not. */
const MINOR: ReadonlySet<BlockingKind> = new Set(['file', 'fs-metadata', 'import']);

/** A test is alone on its loop: what is over in a while holds up nobody. */
const SILENT_IN_TESTS: ReadonlySet<BlockingKind> = new Set([...MINOR, 'cpu']);

/** The blocking calls of a file whose gravest kind is one of these: AW101 to AW110 differ in nothing else. */
export function* blockingCalls(
  { path, facts }: FileFacts,
  kinds: readonly BlockingKind[],
): Iterable<Detection<BlockingCall>> {
  const isTest = facts.isTest(path);
  for (const call of facts.blockingCalls(path)) {
    if (!kinds.includes(call.kind) || (isTest && SILENT_IN_TESTS.has(call.kind))) continue;
    const { span, function: name, kind, chain, via, confidence, reason } = call;
    // What blocks once in a program's life is worth knowing, and seldom worth a change; in a library nobody can change it.
    const isMinor = call.isOnce && MINOR.has(kind);
    if (isMinor && via === 'package') continue;
    const once = isMinor ? { ceiling: 'hint' as const } : {};
    yield { at: span, function: name, evidence: call, kind, chain, via, confidence, reason, ...once };
  }
}

/** Hops shown in a message; what lies between the first and the last ones is in the related information. */
const SHOWN_HOPS = 4;

/** `load` → `read_yaml` → `open`. */
export function chainText({ chain }: Pick<BlockingCall, 'chain'>): string {
  const names = chain.map(({ callee }) => `\`${callee}\``).filter((name, at, all) => name !== all[at - 1]);
  const shown =
    names.length <= SHOWN_HOPS ? names : [...names.slice(0, 2), '…', ...names.slice(1 - SHOWN_HOPS / 2)];
  return shown.join(' → ');
}

/** A module of Python as a rule's example; the template's first line break is not part of it. */
export function python(text: TemplateStringsArray): string {
  return text.join('').replace(/^\n/, '');
}
