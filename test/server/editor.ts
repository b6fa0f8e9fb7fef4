/** An editor as the language server sees one: the protocol over standard input and output, and nothing of VS Code. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from '../../server/protocol.ts';

const SERVER = join(__dirname, '../../dist/server.js');
const PATIENCE_MS = 15_000;

export interface EditorOptions {
  /** Absolute paths; the first is where relative paths begin. */
  readonly folders: readonly string[];
  /** What is set under `awaitwise` for one of the folders, by its URI. */
  readonly settingsOf?: Record<string, Record<string, unknown>>;
  readonly features?: ClientFeatures;
  /** What node is to run, in place of the server by itself. */
  readonly program?: readonly string[];
  /** How long to wait for anything, in milliseconds. */
  readonly patience?: number;
}

export class Editor {
  /** What was said to the user, or to the log. */
  readonly messages: string[] = [];
  /** What is set under `awaitwise`. */
  readonly settings: Record<string, unknown> = {};
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #versions = new Map<string, number>();
  #listeners: (() => void)[] = [];

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly connection: ProtocolConnection,
    readonly options: EditorOptions,
  ) {}

  /** What the server said of itself. */
  initialized!: InitializeResult;

  static async start(options: EditorOptions): Promise<Editor> {
    const child = spawn(process.execPath, options.program ?? [SERVER, '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(child, connection, options);
    editor.#listen();
    editor.initialized = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: options.features ?? {},
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
          didChangeWatchedFiles: { dynamicRegistration: true },
          inlayHint: { refreshSupport: true },
        },
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      },
      workspaceFolders: options.folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })),
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.options.folders[0] ?? '', path)).href;
  }

  /** Opens a file, with what is on disk or with other text. */
  async open(
    path: string,
    text = readFileSync(join(this.options.folders[0] ?? '', path), 'utf8'),
  ): Promise<void> {
    this.#versions.set(path, 1);
    await this.openUri(this.uri(path), text);
  }

  async openUri(uri: string, text: string): Promise<void> {
    const languageId = uri.endsWith('.toml') ? 'toml' : 'python';
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the text of an open file. */
  async type(path: string, text: string): Promise<void> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
  }

  async close(path: string): Promise<void> {
    this.#versions.delete(path);
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Changes settings, on top of those that are there. */
  async set(settings: Record<string, unknown>): Promise<void> {
    Object.assign(this.settings, settings);
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Tells of a change on disk: 1 created, 2 changed, 3 deleted. */
  async tellChange(path: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  /** The problems of a file as it is now: waits for those of the newest version, and until they are as wanted. */
  diagnostics(path: string, isWanted: (found: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    return this.diagnosticsOf(this.uri(path), isWanted, this.#versions.get(path));
  }

  diagnosticsOf(
    uri: string,
    isWanted: (found: Diagnostic[]) => boolean,
    version?: number,
  ): Promise<Diagnostic[]> {
    return this.#until(`problems of ${uri}`, () => {
      const published = this.#published.get(uri);
      if (!published || (version !== undefined && published.version !== version)) return undefined;
      return isWanted(published.diagnostics) ? published.diagnostics : undefined;
    });
  }

  wasPublished(uri: string): boolean {
    return this.#published.has(uri);
  }

  hover(path: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: this.uri(path) },
      position,
    });
  }

  codeActions(path: string, range: Diagnostic['range'], only?: string[]): Promise<CodeAction[] | null> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  async quit(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return ended;
  }

  #listen(): void {
    const { connection, options } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
      for (const listener of this.#listeners) listener();
    });
    for (const method of ['window/showMessage', 'window/logMessage']) {
      connection.onNotification(method, ({ message }: { message: string }) => {
        this.messages.push(message);
      });
    }
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => options.settingsOf?.[scopeUri ?? ''] ?? this.settings),
    );
    connection.listen();
  }

  /** Waits for an answer, which is asked for again whenever something was published. */
  #until<Answer>(what: string, ask: () => Answer | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`still waiting: ${what}; have ${JSON.stringify([...this.#published.values()])}`));
      }, this.options.patience ?? PATIENCE_MS);
      const look = () => {
        const answer = ask();
        if (answer === undefined) return;
        clearTimeout(timer);
        this.#listeners = this.#listeners.filter((one) => one !== look);
        resolve(answer);
      };
      this.#listeners.push(look);
      look();
    });
  }
}
