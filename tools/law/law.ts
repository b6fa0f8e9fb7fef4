/**
 * The law of fixes. Of each by itself: the result compiles, its finding is gone, no new one came, no comment and no code
 * was lost, and the editor writes the same. Of all together: the same, and that they come to an end.
 */
import { type Analysis, type AnalysisHost, applyEdits, best, fixAll } from '../../core/index.ts';
import type { Finding, Fix } from '../../core/model/finding.ts';
import { batches, type Candidate, candidates, editsOf } from './batches.ts';
import type { Breach } from './breach.ts';
import { Compiler } from './compiler.ts';
import { counted, nameOf, nearest, placeOf, surplus } from './names.ts';
import { asEditorWrites, asPatchWrites } from './others.ts';
import { complaintsOfText } from './text.ts';

export interface LawOptions {
  /** Fixes that are tried by themselves; all of them when it is left out. */
  readonly wanted?: (fix: Fix) => boolean;
  /** So many rounds of these, each with one fix of every function. */
  readonly rounds?: number;
  readonly python?: string;
  readonly tell?: (message: string) => void;
}

export interface Tally {
  readonly offered: readonly Candidate[];
  readonly applied: readonly Candidate[];
  readonly breaches: readonly Breach[];
}

export interface Total {
  readonly findings: readonly Finding[];
  /** Those of them that a fix was offered for. */
  readonly fixable: readonly Candidate[];
  readonly left: readonly Finding[];
  readonly breaches: readonly Breach[];
}

/** Fixes that only add to what is there. */
const KEEPS_ALL = /^(?:offload|add-await|ignore)/;

export class Law {
  readonly #host: AnalysisHost;
  readonly #paths: readonly string[];
  readonly #options: LawOptions;

  /** `paths`: the files that are looked at; notebooks are JSON around their code, and stay out. */
  constructor(host: AnalysisHost, paths: readonly string[], options: LawOptions = {}) {
    this.#host = host;
    this.#paths = paths.filter((path) => !path.endsWith('.ipynb'));
    this.#options = options;
  }

  /** Each fix alone in its function: functions do not mind each other. */
  oneByOne(): Tally {
    const { wanted = () => true, rounds, tell } = this.#options;
    const analysis = this.#host.analysis();
    const known = this.#findings(analysis);
    const offered = candidates(analysis, this.#paths, wanted);
    const groups = batches(offered, rounds);
    const compiler = new Compiler(this.#options.python);
    const breaches = groups.flatMap((group, at) => {
      tell?.(`round ${at + 1} of ${groups.length}: ${group.length} fixes`);
      return this.#judge(group, known, compiler);
    });
    breaches.push(...compiler.finish());
    return { offered, applied: groups.flat(), breaches };
  }

  /** The best fix of everything until nothing changes. The host is left with the fixed texts. */
  allTogether(): Total {
    const choose = best({ unsafe: true });
    const analysis = this.#host.analysis();
    const findings = this.#findings(analysis);
    const fixable = fixed(analysis, findings, choose);
    const files = fixAll(this.#host, this.#paths, choose);
    const compiler = new Compiler(this.#options.python);
    const breaches = files.flatMap(({ path, before, after }) => {
      compiler.add({ path, before, after, id: '' });
      const complaints = complaintsOfText(before, after, { keepsAll: false });
      if (asPatchWrites(before, after) !== after) complaints.push('the patch says something else');
      return complaints.map((what) => ({ id: '', what: `${path}: ${what}` }));
    });
    breaches.push(...compiler.finish());
    const last = this.#host.analysis();
    const left = this.#findings(last);
    const places = new Set(findings.map(placeOf));
    for (const { finding, fix } of fixed(last, left, choose)) {
      breaches.push({ id: fix.id, what: `does not come to an end: ${nameOf(finding)}` });
    }
    const mattering = withoutAdvice(left, findings);
    for (const place of surplus(counted(mattering, places), counted(findings, places))) {
      const there = mattering.filter((finding) => nearest(finding, places) === place).map(nameOf);
      breaches.push({ id: '', what: `all together bring one of ${there.join(' and ')}` });
    }
    return { findings, fixable, left, breaches };
  }

  #findings(analysis: Analysis): Finding[] {
    return this.#paths.flatMap((path) => analysis.findings(path));
  }

  #judge(group: readonly Candidate[], known: readonly Finding[], compiler: Compiler): Breach[] {
    const analysis = this.#host.analysis();
    const breaches: Breach[] = [];
    const written = [...editsOf(group)].map(([path, edits]) => {
      const before = analysis.text(path);
      const after = applyEdits(before, edits);
      const ids = group
        .filter(({ fix }) => fix.edits.some((edit) => edit.path === path))
        .map(({ fix }) => fix.id);
      const keepsAll = ids.every((id) => KEEPS_ALL.test(id));
      const complaints = complaintsOfText(before, after, { edits, keepsAll });
      if (asEditorWrites(analysis, path, before, edits) !== after) {
        complaints.push('the editor writes something else');
      }
      const id = [...new Set(ids)].join();
      breaches.push(...complaints.map((what) => ({ id, what: `${path}: ${what}` })));
      compiler.add({ path, before, after, id });
      return { path, after };
    });
    for (const { path, after } of written) this.#host.change(path, after);
    breaches.push(...unlike(this.#findings(this.#host.analysis()), known, group));
    for (const { path } of written) this.#host.change(path, undefined);
    return breaches;
  }
}

/** Findings that a fix would be chosen for. */
function fixed(
  analysis: Analysis,
  findings: readonly Finding[],
  choose: ReturnType<typeof best>,
): Candidate[] {
  return findings.flatMap((finding) => {
    const fix = choose(analysis.fixes(finding), finding);
    return fix ? [{ finding, fix }] : [];
  });
}

const ADVICE = /^AW(?:[56]|312)/;

/**
 * Advice on what a fix has moved or written is no harm: that several hops could be one, that a limit is missing, that
 * what is started for each of many takes a thread now and no longer the loop.
 */
function withoutAdvice(left: readonly Finding[], known: readonly Finding[]): Finding[] {
  const before = new Set(known.map(nameOf));
  return left.filter((finding) => before.has(nameOf(finding)) || !ADVICE.test(finding.code));
}

/** Places that have a finding too many: one that was fixed is left, or there is one that nobody knew. */
function unlike(left: readonly Finding[], known: readonly Finding[], group: readonly Candidate[]): Breach[] {
  const places = new Set(known.map(placeOf));
  const allowed = counted(known, places);
  for (const { finding } of group) allowed.set(placeOf(finding), (allowed.get(placeOf(finding)) ?? 0) - 1);
  const before = new Set(known.map(nameOf));
  const mattering = withoutAdvice(left, known);
  return surplus(counted(mattering, places), allowed).flatMap((place) => {
    const own = group.find(({ finding }) => placeOf(finding) === place);
    const by = own ?? group.find(({ fix }) => fix.edits.some(({ path }) => place.startsWith(`${path} `)));
    // What a comment silences may have had another word for the same thing behind it.
    if (by?.fix.kind === 'suppression' && !own) return [];
    const there = mattering.filter((finding) => nearest(finding, places) === place).map(nameOf);
    const fresh = there.filter((name) => !before.has(name));
    const what =
      fresh.length > 0 ? `brings ${fresh.join(' and ')}` : `leaves ${own ? nameOf(own.finding) : place}`;
    return { id: by?.fix.id ?? '', what };
  });
}
