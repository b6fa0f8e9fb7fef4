/** What the user is told without having asked: each thing once. */
import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Folder } from './folder.ts';
import { ExcludeWanted, type ClientFeatures } from './protocol.ts';

/** Files that are read without a word. */
const MANY = 15_000;
/** Folders that are named to those who have more. */
const NAMED = 3;

export class Notices {
  readonly #connection: Connection;
  readonly #features: () => ClientFeatures;
  readonly #told = new Set<string>();

  constructor(connection: Connection, features: () => ClientFeatures) {
    this.#connection = connection;
    this.#features = features;
  }

  /** What is to be said of a folder as it is now. */
  tell(folder: Folder): void {
    for (const problem of folder.problems) {
      if (!this.#isNew(problem)) continue;
      // Not as a request: nobody has to answer.
      void this.#connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Awaitwise: ${problem}`,
      });
    }
    // What lies in a workspace and cannot be read is rarely anybody's fault: it stands in the log.
    for (const { path, message } of folder.project.problems) {
      if (this.#isNew(path)) this.#connection.console.warn(`${path}: ${message}`);
    }
    if (folder.project.files.length >= MANY && this.#isNew(folder.root)) void this.#tellSize(folder);
  }

  async #tellSize(folder: Folder): Promise<void> {
    const exclude = { title: 'Exclude…' };
    const actions = this.#features().exclude ? [exclude] : [];
    const chosen = await this.#connection.window.showInformationMessage(sizeNotice(folder), ...actions);
    if (chosen?.title === exclude.title) await this.#connection.sendNotification(ExcludeWanted.method, null);
  }

  #isNew(what: string): boolean {
    const isNew = !this.#told.has(what);
    this.#told.add(what);
    return isNew;
  }
}

/** Which folders make a workspace as large as it is. */
export function sizeNotice({
  name,
  root,
  project: { files },
}: Pick<Folder, 'name' | 'root' | 'project'>): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const [top = ''] = file.slice(root.length + 1).split('/', 1);
    counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  const largest = [...counts].sort(([, a], [, b]) => b - a).slice(0, NAMED);
  const named = largest.map(([folder, count]) => `${folder} (${String(count)})`).join(', ');
  return `Awaitwise: ${name} has ${String(files.length)} Python files, most of them in ${named}.`;
}
