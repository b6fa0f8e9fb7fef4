/** One state of a project, and everything that can be asked about it. Nothing is worked out before it is asked for. */
import type { CallHierarchy } from '../effects/call-hierarchy.ts';
import type { AuditedCall } from '../effects/audit.ts';
import { type BlockingCall, type CallTrace, Facts, type FactsOptions } from '../effects/facts.ts';
import { Catalogue } from '../knowledge/catalogue.ts';
import { Frameworks } from '../knowledge/frameworks.ts';
import type { OwnPacks } from '../knowledge/pack.ts';
import { type Finding, type Fix, SEVERITIES, type Severity } from '../model/finding.ts';
import type { ProjectFacts } from '../model/rewriter.ts';
import type { Level, Settings } from '../model/settings.ts';
import type { Span } from '../model/span.ts';
import type { FileSummary } from '../model/summary.ts';
import type { FileSystem } from '../model/workspace.ts';
import { Program } from '../program/program.ts';
import type { CallStatistics } from '../program/statistics.ts';
import type { Reported, Rule, SuppressionUse } from '../rules/rule.ts';
import type { Decisions } from '../effects/decided.ts';
import { recordedDecisions } from './decisions.ts';
import { FileFixes } from './file-fixes.ts';
import { NO_REMEDIES, type Remedies } from './fixes.ts';
import { projectFacts } from './project-facts.ts';
import { withoutBeaten } from './precedence.ts';
import { isEnabled, isIgnoredIn, settingsAt, severityOf } from './severity.ts';
import type { SourceProblem, Sources } from './sources.ts';
import type { StubSource } from './stubs.ts';
import { contractMistakes, suppressionUses } from './suppression-uses.ts';
import { readSuppressions, suppress } from './suppressions.ts';
import { discover } from '../workflows/discover.ts';
import type { Workflow } from '../workflows/workflow.ts';

export interface AnalysisInput {
  readonly root: string;
  readonly packageFolders: readonly string[];
  readonly pythonVersion: readonly [number, number] | undefined;
  readonly isVersionDeclared: boolean;
  /** Versions of what is installed, by normalised name. */
  readonly versions: ReadonlyMap<string, string> | undefined;
  /** Functions that the project's metadata makes commands. */
  readonly commands: readonly string[];
  /** Absolute paths of the files to be checked. */
  readonly paths: readonly string[];
  readonly settings: Settings;
  readonly packs: OwnPacks;
  readonly rules: readonly Rule[];
  readonly sources: Sources;
  readonly files: FileSystem;
  readonly stubs: StubSource;
  readonly log: (message: string) => void;
}

const NO_DECISIONS: Decisions = new Map();

export class Analysis {
  readonly #input: AnalysisInput;
  readonly #program: Program;
  readonly #before: FactsOptions['before'];
  #facts: Facts | undefined;
  #factsFailed = false;
  /** Codes of the rules about suppressions. */
  readonly #late: ReadonlySet<string>;
  #isPrepared = false;
  #project: ProjectFacts | undefined;
  #fixes: FileFixes | undefined;
  #workflows: readonly Workflow[] | undefined;
  #decisions: ReadonlyMap<string, Decisions> | undefined;

  private constructor(input: AnalysisInput, program: Program, before: FactsOptions['before']) {
    this.#input = input;
    this.#program = program;
    this.#before = before;
    this.#late = new Set(input.rules.flatMap((rule) => (rule.isAboutSuppressions ? rule.code : [])));
  }

  /** Of everything, from nothing. */
  static whole(input: AnalysisInput): Analysis {
    const { files, root, packageFolders, pythonVersion, isVersionDeclared, paths, sources, stubs } = input;
    const summary = (path: string) => sources.summary(path);
    const stub = (name: string) => stubs.summary(name);
    return new Analysis(
      input,
      new Program({ files, root, packageFolders, summary, stub }, paths, pythonVersion, isVersionDeclared),
      undefined,
    );
  }

  /**
   * Of some files after changes, with what this one knows of all others. It is no longer to be asked itself. What these
   * files are to others that they do not know of is seen as it was before the changes.
   */
  after(changed: ReadonlySet<string>, wanted: readonly string[]): Analysis {
    this.#program.renew(changed, wanted);
    const facts = this.#factsOnce();
    return new Analysis(this.#input, this.#program, facts && { facts, wanted: new Set(wanted) });
  }

  /** Does in steps what the first question would have to do at once. */
  *prepare(): Generator<void> {
    const { paths, sources } = this.#input;
    for (const path of paths) {
      sources.summary(path);
      yield;
    }
    yield* this.#factsOnce()?.looking() ?? [];
    this.#isPrepared = true;
  }

  get isPrepared(): boolean {
    return this.#isPrepared;
  }

  /** What is reported in a file, in the order of the text. */
  findings(path: string): readonly Finding[] {
    const { rules, settings, sources } = this.#input;
    const summary = sources.summary(path);
    if (!summary) return [];
    const here = settingsAt(settings, path);
    const all: Finding[] = [];
    const active = rules.filter((rule) => isEnabled(rule, here) && !isIgnoredIn(path, rule, settings));
    for (const rule of active) {
      for (const reported of this.#run(rule, path)) {
        const finding = asFinding(rule, path, reported);
        const severity = atMost(severityOf(rule, finding, here), reported.ceiling);
        if (severity !== 'off') all.push({ ...finding, severity });
      }
    }
    const found = withoutBeaten(all);
    const suppressions = readSuppressions(summary.data.directives, rules);
    // A comment is not silenced by saying that it silences everything.
    const byName = suppressions.filter(({ codes }) => codes !== undefined);
    const kept = [
      ...suppress(
        found.filter(({ code }) => !this.#late.has(code)),
        suppressions,
        summary,
      ).kept,
      ...suppress(
        found.filter(({ code }) => this.#late.has(code)),
        byName,
        summary,
      ).kept,
    ];
    return kept.sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));
  }

  /** What mends a finding, the best first; nothing for a finding of another moment. */
  fixes(finding: Finding): readonly Fix[] {
    return this.remedies(finding).fixes;
  }

  /** The same, with the ways that are not open and why. */
  remedies(finding: Finding): Remedies {
    const { path, code } = finding;
    const rule = this.#input.rules.find((one) => one.code === code);
    if (!rule) return NO_REMEDIES;
    try {
      return this.#fixesOf(path).remedies(finding, rule, this.#late.has(code));
    } catch (error) {
      this.#fail(`the fixes of ${code} failed on ${path}`, error);
      return NO_REMEDIES;
    }
  }

  /** What can be done with code that somebody selected, and why not. */
  refactorings(path: string, selected: Span): Remedies {
    try {
      return this.#fixesOf(path).refactorings(selected);
    } catch (error) {
      this.#fail(`refactorings failed on ${path}`, error);
      return NO_REMEDIES;
    }
  }

  /** What is known of the function or call at an offset of a checked file. */
  verdictAt(path: string, offset: number): ReturnType<Facts['verdictAt']> {
    return this.#factsOnce()?.verdictAt(path, offset);
  }

  /** The calls in a stretch of a file that block, whether they run on the loop or not. */
  blockingIn(path: string, span: Span): readonly BlockingCall[] {
    return this.#factsOnce()?.blockingIn(path, span) ?? [];
  }

  /** Who calls what; undefined when the program could not be looked at. */
  hierarchy(): CallHierarchy | undefined {
    return this.#factsOnce()?.hierarchy;
  }

  /** The ways into the program, each with what it does and how it runs today. */
  workflows(): readonly Workflow[] {
    if (this.#workflows) return this.#workflows;
    const facts = this.#factsOnce();
    const { root, pythonVersion, versions, commands } = this.#input;
    const findings = new Map<string, readonly Finding[]>();
    this.#workflows = facts
      ? discover(facts.workflows, {
          root,
          pythonVersion,
          commands,
          installed: (distribution) => versions?.has(normalised(distribution)),
          blockingCalls: (path) => facts.blockingCalls(path),
          codeAt: (path, span) => {
            if (!findings.has(path)) findings.set(path, this.findings(path));
            return findings.get(path)?.find((one) => one.span.start === span.start && one.chain.length > 0)
              ?.code;
          },
        })
      : [];
    return this.#workflows;
  }

  /** What is known of the calls on a line (from 1), and how it came to be known. */
  trace(path: string, line: number): readonly CallTrace[] {
    return this.#factsOnce()?.traceLine(path, line) ?? [];
  }

  /** What the coroutines of a checked file call and do not await, in order of the text. */
  audit(path: string): readonly AuditedCall[] {
    return this.#factsOnce()?.audit(path) ?? [];
  }

  /** How much is known of the calls in code on the loop; undefined when the engine failed. */
  callsOnLoop(): CallStatistics | undefined {
    return this.#factsOnce()?.callsOnLoop;
  }

  summary(path: string): FileSummary | undefined {
    return this.#input.sources.summary(path);
  }

  /** The text of a file as it was analysed. */
  text(path: string): string {
    return this.#input.sources.text(path);
  }

  /** Files that could not be read, or not wholly. */
  problems(): readonly SourceProblem[] {
    return this.#input.paths.flatMap((path) => this.#input.sources.problem(path) ?? []);
  }

  /** A rule that fails costs its own findings in this file, and nothing else. */
  #run(rule: Rule, path: string): Reported[] {
    try {
      const facts = this.#factsOnce();
      const suppressions = rule.isAboutSuppressions ? this.#suppressionUses(path) : [];
      return facts ? rule.check({ path, facts, decisions: this.#decisionsOn(path), suppressions }) : [];
    } catch (error) {
      this.#fail(`${rule.code} failed on ${path}`, error);
      return [];
    }
  }

  /** Judged by all that is found, whether or not the settings let it be shown. */
  #suppressionUses(path: string): readonly SuppressionUse[] {
    const { rules, sources } = this.#input;
    const summary = sources.summary(path);
    if (!summary || summary.data.directives.length === 0) return [];
    const mistakes = contractMistakes(summary.data.directives, sources.text(path));
    const suppressions = readSuppressions(summary.data.directives, rules);
    if (suppressions.length === 0) return mistakes;
    const found = rules
      .filter(({ code }) => !this.#late.has(code))
      .flatMap((rule) => this.#run(rule, path).map(({ at }) => ({ code: rule.code, span: at })));
    const { unused } = suppress(found, suppressions, summary, (code) => !this.#late.has(code));
    return [...suppressionUses(suppressions, unused, sources.text(path), rules), ...mistakes];
  }

  /** Kept for the file that was asked about last: an editor asks for all findings of a line, a command for all of a file. */
  #fixesOf(path: string): FileFixes {
    if (this.#fixes?.path === path) return this.#fixes;
    const { sources } = this.#input;
    const blocking = () => (this.#factsOnce()?.blockingCalls(path) ?? []).map(({ span }) => span);
    this.#fixes = new FileFixes(
      path,
      (rule) => this.#run(rule, path),
      () => sources.rewriter({ path, project: this.#projectOnce(), blocking: blocking() }),
    );
    return this.#fixes;
  }

  #projectOnce(): ProjectFacts {
    const { sources, pythonVersion, paths } = this.#input;
    this.#project ??= projectFacts(
      pythonVersion,
      () => paths.flatMap((path) => sources.summary(path) ?? []),
      () => this.#factsOnce()?.offloadHelpers ?? [],
    );
    return this.#project;
  }

  #decisionsOn(path: string): Decisions {
    const { files, root, settings, sources } = this.#input;
    this.#decisions ??= recordedDecisions(files, (file) => sources.text(file), root, settings);
    return this.#decisions.get(path) ?? NO_DECISIONS;
  }

  #factsOnce(): Facts | undefined {
    if (this.#facts !== undefined) return this.#facts;
    if (this.#factsFailed) return undefined;
    this.#factsFailed = true;
    const { settings } = this.#input;
    const { catalogue, frameworks } = this.#before?.facts.knowledge ?? this.#knowledge();
    this.#facts = new Facts(this.#program.evaluator, catalogue, frameworks, this.#program.workspace(), {
      before: this.#before,
      followPackages: settings.follow === 'packages',
      guesses: [settings, ...Object.values(settings.folders)].some(
        ({ minConfidence }) => minConfidence === 'possible',
      ),
    });
    return this.#facts;
  }

  #knowledge(): { catalogue: Catalogue; frameworks: Frameworks } {
    const { versions, packs, pythonVersion } = this.#input;
    const installed = (distribution: string) =>
      distribution === 'python' ? pythonVersion?.join('.') : versions?.get(normalised(distribution));
    return { catalogue: new Catalogue(packs, installed), frameworks: new Frameworks(installed, packs) };
  }

  #fail(what: string, error: unknown): void {
    this.#input.log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

/** A distribution's name as PEP 503 compares it. */
function normalised(distribution: string): string {
  return distribution.toLowerCase().replace(/[-_.]+/g, '-');
}

/** A severity, or the ceiling where that is milder. */
function atMost(level: Level, ceiling: Severity | undefined): Level {
  if (level === 'off' || ceiling === undefined) return level;
  return SEVERITIES.indexOf(level) < SEVERITIES.indexOf(ceiling) ? ceiling : level;
}

function asFinding({ code, name, guideline }: Rule, path: string, reported: Reported): Finding {
  return {
    code,
    name,
    severity: 'hint',
    message: reported.message,
    path,
    span: reported.at,
    function: reported.function,
    kind: reported.kind,
    via: reported.via,
    confidence: reported.confidence ?? 'certain',
    reason: reported.reason ?? '',
    chain: reported.chain ?? [],
    related: reported.related ?? [],
    guideline,
  };
}
