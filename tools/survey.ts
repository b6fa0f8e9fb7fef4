// `npm run survey -- DIR… [--site-packages DIR] [--sample N] [--seed N]`: what is found behind calls in real projects, and what is not known.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AnalysisHost, rules } from '../core/index.ts';
import type { Finding } from '../core/model/finding.ts';
import { nodeFileSystem } from '../disk/file-system.ts';
import { openProject } from '../disk/project.ts';
import { readStub } from '../disk/stubs.ts';
import { runMain, Stop } from './run.mjs';
import { drawn, type Surveyed, tables } from './survey/tables.ts';

void runMain(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'site-packages': { type: 'string', multiple: true, default: [] },
      sample: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (positionals.length === 0)
    throw new Stop('say which folder: npm run survey -- DIR… [--site-packages DIR] [--sample N] [--seed N]');
  const here = process.env.INIT_CWD ?? '.';
  const sitePackages = values['site-packages'].map((folder) => resolve(here, folder));
  const surveyed = positionals.map((folder) => survey(resolve(here, folder), sitePackages));
  for (const line of tables(surveyed)) console.log(line);
  for (const line of drawn(surveyed, Number(values.sample), Number(values.seed))) console.log(line);
  return Promise.resolve(0);
});

function survey(root: string, sitePackages: readonly string[]): Surveyed {
  const { environment, settings, packs, files } = openProject({
    root,
    files: undefined,
    configuration: undefined,
    wish: {},
    place: sitePackages.length > 0 ? { sitePackages } : {},
    variables: process.env,
    rules,
    nameOf: (path) => path,
  });
  const log = (message: string) => {
    throw new Error(message);
  };
  const host = new AnalysisHost({
    root,
    files: nodeFileSystem,
    environment,
    settings,
    packs,
    stubs: readStub,
    log,
  });
  host.setFiles(files);
  const analysis = host.analysis();
  const findings = files.flatMap((path) => analysis.findings(path)).filter(isBlocking);
  const lineOf = ({ path, span }: Pick<Finding, 'path' | 'span'>) =>
    analysis.summary(path)?.position(span.start).line ?? 0;
  return { root, findings, calls: analysis.callsOnLoop(), lineOf };
}

/** One that rests on a call that blocks. */
function isBlocking({ code, chain }: Finding): boolean {
  return code.startsWith('AW1') && chain.length > 0;
}
