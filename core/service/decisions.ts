/** The decisions on record in a project's folder, by file. */
import type { Colour, Decided, Decisions } from '../effects/decided.ts';
import type { Settings } from '../model/settings.ts';
import type { FileSystem } from '../model/workspace.ts';
import { decisionsIn } from '../workflows/records.ts';
import type { AdviceId } from '../workflows/rulings.ts';

/** Where they are kept unless settings say otherwise. */
const FOLDER = 'docs/decisions';

/** The folder of the records: absolute. */
export function decisionsFolder(root: string, { decisions }: Pick<Settings, 'decisions'>): string {
  return decisions === '' ? `${root}/${FOLDER}` : decisions;
}

const COLOURS: Readonly<Record<AdviceId, Colour | undefined>> = {
  sync: 'sync',
  'sync-job': 'sync',
  'sync-threads': 'sync',
  async: 'async',
  hybrid: 'async',
  // It says where the computing goes, and leaves open who waits for it how.
  process: undefined,
};

export function recordedDecisions(
  files: FileSystem,
  textOf: (path: string) => string,
  root: string,
  settings: Settings,
): ReadonlyMap<string, Decisions> {
  const where = decisionsFolder(root, settings);
  const names = (files.list(where) ?? []).filter((name) => name.endsWith('.md'));
  const texts = names.map((name) => ({ name, text: textOf(`${where}/${name}`) }));
  const byPath = new Map<string, Map<string, Decided>>();
  for (const { file, decision } of decisionsIn(texts)) {
    const [path = '', name = ''] = decision.workflow.split('::');
    const colour = COLOURS[decision.decision];
    if (colour === undefined) continue;
    const known = byPath.get(`${root}/${path}`) ?? new Map<string, Decided>();
    byPath.set(`${root}/${path}`, known.set(name, { colour, source: file }));
  }
  return byPath;
}
