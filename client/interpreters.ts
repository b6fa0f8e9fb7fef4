/** Passes on which interpreter the editor's Python extensions have chosen: in the background, and without waiting for it. */
import {
  extensions,
  workspace,
  type Disposable,
  type LogOutputChannel,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import { InterpreterChosen } from '../server/protocol.ts';
import type { Session } from './session.ts';

/** They may search the disk for minutes; what comes later than this comes with the next change. */
const LIMIT_MS = 15_000;

/** What we use of ms-python.vscode-python-envs. */
interface EnvironmentsApi {
  getEnvironment(scope: Uri): Promise<{ readonly environmentPath: Uri } | undefined>;
  readonly onDidChangeEnvironment: (listener: () => void) => Disposable;
}

/** What we use of ms-python.python. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(scope: Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath: (listener: () => void) => Disposable;
  };
}

/** Either of them: the interpreter or environment of a folder, and a call when that may have changed. */
interface Source {
  chosen(folder: Uri): Promise<string | undefined>;
  onChange(listener: () => void): Disposable;
}

export class Interpreters implements Disposable {
  readonly #session: Session;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: Disposable[];
  #source: Promise<Source | undefined> | undefined;
  #wasRunning = false;

  constructor(session: Session, log: LogOutputChannel) {
    this.#session = session;
    this.#log = log;
    this.#subscriptions = [
      workspace.onDidChangeWorkspaceFolders(() => this.#tellAll()),
      // A server that has just started knows nothing of it.
      session.onDidChange(() => {
        const isRunning = session.state === 'running';
        if (isRunning && !this.#wasRunning) void this.#tellAll();
        this.#wasRunning = isRunning;
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #tellAll(): Promise<void> {
    this.#source ??= this.#findSource();
    const source = await this.#source;
    if (!source) return;
    await Promise.all((workspace.workspaceFolders ?? []).map((folder) => this.#tell(source, folder)));
  }

  async #tell(source: Source, { uri, name }: WorkspaceFolder): Promise<void> {
    try {
      const path = await inTime(source.chosen(uri));
      await this.#session.tell(InterpreterChosen, { folder: uri.toString(), path: path ?? null });
    } catch (error) {
      this.#log.info(`no interpreter for ${name}: ${String(error)}`);
    }
  }

  async #findSource(): Promise<Source | undefined> {
    try {
      const source = (await inTime(environmentsSource())) ?? (await inTime(pythonSource()));
      if (source) this.#subscriptions.push(source.onChange(() => void this.#tellAll()));
      return source;
    } catch (error) {
      this.#log.info(`the Python extensions were not asked: ${String(error)}`);
      return undefined;
    }
  }
}

async function environmentsSource(): Promise<Source | undefined> {
  const api = await extensions.getExtension<EnvironmentsApi>('ms-python.vscode-python-envs')?.activate();
  return (
    api && {
      chosen: async (folder) => (await api.getEnvironment(folder))?.environmentPath.fsPath,
      onChange: (listener) => api.onDidChangeEnvironment(listener),
    }
  );
}

async function pythonSource(): Promise<Source | undefined> {
  const api = await extensions.getExtension<PythonApi>('ms-python.python')?.activate();
  const environments = api?.environments;
  return (
    environments && {
      chosen: (folder) => Promise.resolve(environments.getActiveEnvironmentPath(folder).path),
      onChange: (listener) => environments.onDidChangeActiveEnvironmentPath(listener),
    }
  );
}

function inTime<Answer>(promise: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('it took too long'));
    }, LIMIT_MS);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
