/** Small projects made of texts, put through the whole engine. */
import { AnalysisHost } from '../core/index.ts';
import type { Finding } from '../core/model/finding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/model/settings.ts';
import type { Environment, FileSystem } from '../core/model/workspace.ts';
import { readStub } from '../disk/stubs.ts';

/** Text by path from the project's folder. */
export type Texts = ReadonlyMap<string, string>;

const ROOT = '/project';
const PACKAGES = 'site-packages/';

/** All findings of a project; what lies below `site-packages` is installed, and not looked at for its own sake. */
export function findingsIn(
  texts: Texts,
  settings: Partial<Settings> = {},
  environment: Partial<Environment> = {},
): Finding[] {
  const { host, paths } = projectOf(texts, settings, environment);
  const analysis = host.analysis();
  return paths.flatMap((path) => analysis.findings(path)).map(fromRoot);
}

/** The first line of a text that stands for a notebook with one cell. */
const NOTEBOOK = '# notebook\n';

/** Notebooks go by their own ending and in their own form. */
function asFiles(texts: Texts): Texts {
  const cell = (source: string) => ({ cell_type: 'code', source, metadata: {}, outputs: [] });
  return new Map(
    [...texts].map(([path, text]) =>
      text.startsWith(NOTEBOOK)
        ? [path.replace(/\.py$/, '.ipynb'), JSON.stringify({ cells: [cell(text)], metadata: {} })]
        : [path, text],
    ),
  );
}

/** A project in memory, with the absolute paths of its own files. */
export function projectOf(
  written: Texts,
  settings: Partial<Settings> = {},
  environment: Partial<Environment> = {},
): { host: AnalysisHost; paths: string[] } {
  const texts = asFiles(written);
  const host = new AnalysisHost({
    root: ROOT,
    files: inMemory(texts),
    environment: {
      packageFolders: [`${ROOT}/${PACKAGES.slice(0, -1)}`],
      pythonVersion: undefined,
      isVersionDeclared: environment.pythonVersion !== undefined,
      ...environment,
    },
    settings: { ...DEFAULT_SETTINGS, ...settings },
    stubs: readStub,
    log: (failure) => {
      throw new Error(failure);
    },
  });
  const paths = [...texts.keys()]
    .filter((path) => !path.startsWith(PACKAGES))
    .map((path) => `${ROOT}/${path}`);
  host.setFiles(paths);
  return { host, paths };
}

/** A file system of these texts and no other. */
function inMemory(texts: Texts): FileSystem {
  const folders = new Map<string, Set<string>>();
  for (const path of texts.keys()) {
    let folder = ROOT;
    for (const [at, part] of path.split('/').entries()) {
      const isFile = at === path.split('/').length - 1;
      folders.set(folder, (folders.get(folder) ?? new Set()).add(isFile ? part : `${part}/`));
      folder = `${folder}/${part}`;
    }
  }
  return {
    read: (path) => {
      const text = texts.get(path.slice(ROOT.length + 1));
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (folder) => {
      const names = folders.get(folder);
      return names && [...names];
    },
  };
}

/** The same finding with paths as the project has them. */
function fromRoot(finding: Finding): Finding {
  const short = (path: string) => path.replace(`${ROOT}/`, '').replace(/\.ipynb$/, '.py');
  return {
    ...finding,
    path: short(finding.path),
    chain: finding.chain.map((hop) => ({
      ...hop,
      path: hop.path === undefined ? undefined : short(hop.path),
    })),
    related: finding.related.map((place) => ({ ...place, path: short(place.path) })),
  };
}
