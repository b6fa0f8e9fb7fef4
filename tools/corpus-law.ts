// `npm run corpus-law -- DIR… [--rounds N] [--only ID] [--python PATH]`: the law of fixes on real projects.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AnalysisHost, rules } from '../core/index.ts';
import { nodeFileSystem } from '../disk/file-system.ts';
import { openProject } from '../disk/project.ts';
import { readStub } from '../disk/stubs.ts';
import { Law, type LawOptions } from './law/law.ts';
import { figures, type Judged } from './law/figures.ts';
import { runMain, Stop } from './run.mjs';

void runMain(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '8' },
      only: { type: 'string', default: '' },
      python: { type: 'string', default: process.env.PYTHON ?? 'python3' },
    },
  });
  if (positionals.length === 0)
    throw new Stop('say which folder: npm run corpus-law -- DIR… [--rounds N] [--only ID] [--python PATH]');
  const { rounds, only, python } = values;
  const options: LawOptions = {
    wanted: ({ id, kind }) => kind !== 'suppression' && id.startsWith(only),
    rounds: Number(rounds),
    python,
    tell: (message) => {
      console.error(message);
    },
  };
  const judged = positionals.map((folder) => judge(resolve(process.env.INIT_CWD ?? '.', folder), options));
  for (const line of figures(judged)) console.log(line);
  return Promise.resolve(judged.some(({ breaches }) => breaches.length > 0) ? 1 : 0);
});

function judge(root: string, options: LawOptions): Judged {
  const project = openProject({
    root,
    files: undefined,
    configuration: undefined,
    wish: {},
    place: {},
    variables: process.env,
    rules,
    nameOf: (path) => path,
  });
  const { environment, settings, files: paths } = project;
  const host = new AnalysisHost({
    root,
    files: nodeFileSystem,
    environment,
    settings,
    stubs: readStub,
    log: (message) => {
      throw new Error(message);
    },
  });
  host.setFiles(paths);
  const law = new Law(host, paths, options);
  const one = law.oneByOne();
  const all = law.allTogether();
  return { root, one, all, breaches: [...one.breaches, ...all.breaches] };
}
