/** What the server in the browser may know of the workspace: its Python files and its settings, read through the editor. */
import { RelativePattern, workspace, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FilesRead, type FileRead } from '../../server/protocol.ts';

const WANTED = '**/{*.py,*.pyi,*.ipynb,pyproject.toml,awaitwise.toml,.gitignore,setup.cfg}';
const UNWANTED = '**/{node_modules,.git,.venv,venv,site-packages,__pycache__}/**';
/** Each of them may have to come over a network. */
const MOST = 3_000;
/** Read side by side, and sent together. */
const BATCH = 40;

export class WorkspaceFiles implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: LogOutputChannel;
  readonly #watchers: Disposable[] = [];
  #isDisposed = false;

  constructor(client: BaseLanguageClient, log: LogOutputChannel) {
    this.#client = client;
    this.#log = log;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const watcher of this.#watchers) watcher.dispose();
  }

  /** Sends all files, and from then on what becomes of them. */
  async readAll(): Promise<void> {
    for (const folder of workspace.workspaceFolders ?? []) this.#watch(new RelativePattern(folder, WANTED));
    try {
      const found = await workspace.findFiles(WANTED, UNWANTED, MOST);
      for (let start = 0; start < found.length && !this.#isDisposed; start += BATCH)
        await this.#send(await Promise.all(found.slice(start, start + BATCH).map(read)));
    } catch (error) {
      this.#log.error(`the workspace could not be read: ${String(error)}`);
    }
  }

  #watch(pattern: RelativePattern): void {
    const watcher = workspace.createFileSystemWatcher(pattern);
    const take = (uri: Uri) => void read(uri).then((file) => this.#send([file]));
    watcher.onDidCreate(take);
    watcher.onDidChange(take);
    watcher.onDidDelete((uri) => void this.#send([{ uri: uri.toString(), content: null }]));
    this.#watchers.push(watcher);
  }

  async #send(files: readonly FileRead[]): Promise<void> {
    if (!this.#isDisposed) await this.#client.sendNotification(FilesRead.method, files);
  }
}

/** A file that cannot be read is as good as none. */
async function read(uri: Uri): Promise<FileRead> {
  const content = await workspace.fs.readFile(uri).then(
    (bytes) => bytes,
    () => null,
  );
  return { uri: uri.toString(), content };
}
