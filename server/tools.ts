/** What language models ask of a project: answered as JSON, from the last analysis that knew all files. */
import type { CancellationToken } from 'vscode-languageserver';
import { type Analysis, callKnowledge, ruleCode, rules, unknownCall, unknownRule } from '../core/index.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Span } from '../core/model/span.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { pause } from './pause.ts';
import type { ToolQuestion } from './protocol.ts';
import type { Workflows } from './workflows.ts';

/** More of them help nobody: who wants others names a path. */
const MOST = 100;
/** How long other requests may have to wait. */
const PIECE_MS = 25;

interface Read {
  readonly folder: Folder;
  readonly analysis: Analysis;
}

export class Tools {
  readonly #folders: Folders;
  readonly #workflows: Workflows;

  constructor(folders: Folders, workflows: Workflows) {
    this.#folders = folders;
    this.#workflows = workflows;
  }

  /** `input` is what a model wrote, within the schema that it was given. */
  async answer({ tool, input }: ToolQuestion, token: CancellationToken): Promise<string> {
    switch (tool) {
      case 'awaitwise_findings':
        return JSON.stringify(await this.#findings(input.path ?? '', token));
      case 'awaitwise_explain':
        return JSON.stringify(this.#explain(input.name ?? ''));
      case 'awaitwise_workflows':
        return JSON.stringify(this.#list(input.path ?? ''));
    }
  }

  async #findings(path: string, token: CancellationToken): Promise<object> {
    const findings: object[] = [];
    let end = performance.now() + PIECE_MS;
    for (const { folder, analysis } of this.#read()) {
      for (const file of folder.files) {
        if (!isMeant(folder, file, path)) continue;
        findings.push(
          ...folder.known.without(analysis.findings(file)).map((found) => findingOf(found, folder, analysis)),
        );
        if (findings.length >= MOST || token.isCancellationRequested)
          return { version: 1, isPartial: true, findings: findings.slice(0, MOST) };
        if (performance.now() < end) continue;
        await pause(0);
        end = performance.now() + PIECE_MS;
      }
    }
    return { version: 1, isPartial: this.#isReading(), findings };
  }

  #explain(name: string): object {
    const code = ruleCode(name, rules);
    const rule = rules.find((known) => known.code === code);
    if (rule) {
      const { what, why, instead, limits, example } = rule.docs;
      const { code: known, name: called, guideline } = rule;
      return { code: known, name: called, what, why, instead, limits, ...example, guideline };
    }
    if (/-|^AW\d/i.test(name)) return { unknown: unknownRule(name, rules) };
    const packs = this.#folders.all().flatMap(({ project }) => project.packs);
    return callKnowledge(name, packs) ?? { unknown: unknownCall(name, packs) };
  }

  #list(path: string): object {
    const { isPartial, workflows } = this.#workflows.list({ everywhere: {}, byWorkflow: [] });
    const found = workflows.filter(({ folder, id }) => {
      const within = this.#folders.at(folder);
      return within && isMeant(within, `${within.root}/${id.split('::')[0] ?? ''}`, path);
    });
    return {
      version: 1,
      isPartial: isPartial || found.length > MOST,
      workflows: found.slice(0, MOST).map(({ id, kind, today, glance, location }) => ({
        ...{
          id,
          kind,
          today,
          advice: glance.advice,
          verdict: glance.verdict,
          dependsOnAnswers: glance.isOpen,
        },
        line: location.range.start.line + 1,
      })),
    };
  }

  #read(): Read[] {
    return this.#folders.all().flatMap((folder) => {
      const analysis = this.#workflows.complete(folder);
      return analysis ? { folder, analysis } : [];
    });
  }

  #isReading(): boolean {
    const folders = this.#folders.all();
    return folders.length === 0 || folders.some((folder) => !this.#workflows.complete(folder));
  }
}

/** A file or a folder, absolute or below the workspace folder; nothing means everything. */
function isMeant({ root }: Folder, file: string, path: string): boolean {
  const wanted = path.replaceAll('\\', '/').replace(/^\.\/|\/+$/g, '');
  if (wanted === '' || wanted === '.') return true;
  const absolute = wanted.startsWith('/') || /^[A-Za-z]:/.test(wanted) ? wanted : `${root}/${wanted}`;
  return file === absolute || file.startsWith(`${absolute}/`);
}

/** As the command line's JSON has it. */
function findingOf(finding: Finding, folder: Folder, analysis: Analysis): object {
  const {
    code,
    name,
    severity,
    message,
    path,
    span,
    function: inside,
    confidence,
    chain,
    guideline,
  } = finding;
  const relative = (one: string) => (folder.contains(one) ? one.slice(folder.root.length + 1) : one);
  const at = (one: string | undefined, where: Span) =>
    one === undefined
      ? { path: null, line: null }
      : { path: relative(one), line: analysis.summary(one)?.position(where.start).line ?? null };
  return {
    ...{ code, name, severity, message, ...at(path, span), function: inside, confidence },
    chain: chain.map((hop) => ({ ...at(hop.path, hop.span), function: hop.function, text: hop.callee })),
    guideline,
  };
}
