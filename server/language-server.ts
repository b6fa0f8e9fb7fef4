/** The language server: what the editor says becomes changes of folders, and what it asks is answered from what it was shown. */
import {
  DidChangeConfigurationNotification,
  FileChangeType,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { Checker } from './checker.ts';
import { ACTION_KINDS } from './code-actions.ts';
import { Configuration } from './configuration.ts';
import { debugInformation } from './debug-information.ts';
import { DEFAULT_EDITOR_SETTINGS } from './editor-settings.ts';
import type { Folder } from './folder.ts';
import { Folders } from './folders.ts';
import { Notices } from './notices.ts';
import { OpenFiles } from './open-files.ts';
import { uriOf } from './paths.ts';
import { editorProgress } from './progress.ts';
import {
  BlockingPathRequest,
  DebugInformationRequest,
  DecisionRequest,
  DecisionsFolderRequest,
  FixWorkflowRequest,
  GuideRequest,
  InterpreterChosen,
  StatusChanged,
  ToolRequest,
  WorkflowAtRequest,
  WorkflowRequest,
  WorkflowsChanged,
  WorkflowsRequest,
  type ChosenInterpreter,
  type ClientFeatures,
  type DecisionToRecord,
  type GivenAnswers,
  type GuideToWrite,
  type Place,
  type ServerStatus,
  type ToolQuestion,
  type WorkflowKey,
} from './protocol.ts';
import { Questions } from './questions.ts';
import { Tools } from './tools.ts';
import { ShownReports } from './shown.ts';
import { Watcher } from './watcher.ts';
import { Workflows } from './workflows.ts';

export class LanguageServer {
  readonly #connection: Connection;
  readonly #folders: Folders;
  readonly #open: OpenFiles;
  readonly #shown: ShownReports;
  readonly #questions: Questions;
  readonly #workflows: Workflows;
  readonly #checker: Checker;
  readonly #notices: Notices;
  readonly #about: () => readonly string[];
  readonly #watcher: Watcher;
  #configuration: Configuration;
  #editor = DEFAULT_EDITOR_SETTINGS;
  #features: ClientFeatures = {};
  #isBusy = false;
  #canRefreshHints = false;
  /** What changes folders, one after the other: some of it has to ask the editor first. */
  #changes = Promise.resolve();

  /** `about` tells what the server runs as. */
  constructor(connection: Connection, about: () => readonly string[]) {
    this.#about = about;
    const log = (message: string) => {
      connection.console.error(message);
    };
    this.#connection = connection;
    this.#folders = new Folders(log);
    this.#open = new OpenFiles(connection, (path) => {
      this.#then(() => this.#takeOpen(path));
    });
    this.#shown = new ShownReports(connection, this.#open);
    this.#questions = new Questions(this.#folders, this.#open, this.#shown);
    this.#workflows = new Workflows(this.#folders, this.#open);
    this.#configuration = new Configuration(connection, false, {});
    this.#notices = new Notices(connection, () => this.#features);
    this.#watcher = new Watcher(this.#folders, (folder) => {
      this.#touch(folder);
    });
    this.#checker = new Checker({
      open: this.#open,
      shown: this.#shown,
      mode: () => this.#editor.diagnosticMode,
      progress: (title) => editorProgress(connection, title),
      busy: (isBusy) => {
        this.#isBusy = isBusy;
        this.#tellStatus();
      },
      showed: () => {
        this.#refreshHints();
      },
      read: (folder, analysis) => {
        this.#workflows.take(folder, analysis);
        if (this.#features.workflows) void connection.sendNotification(WorkflowsChanged.method);
      },
      log,
    });
    connection.onInitialize((params) => this.#initialize(params));
    this.#answerRequests();
  }

  /** Files were read for us, or are gone. */
  takeFiles(files: readonly { readonly uri: string; readonly isGone: boolean }[]): void {
    const changes = files.map(({ uri, isGone }): FileEvent => ({
      uri,
      type: isGone ? FileChangeType.Deleted : FileChangeType.Created,
    }));
    this.#then(() => {
      this.#watcher.take(changes);
      return Promise.resolve();
    });
  }

  #initialize({ capabilities, initializationOptions, workspaceFolders }: InitializeParams): InitializeResult {
    const { workspace } = capabilities;
    this.#canRefreshHints = workspace?.inlayHint?.refreshSupport === true;
    const options = (initializationOptions ?? {}) as ClientFeatures & { settings?: unknown };
    const annotatesEdits = workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    this.#features = { ...options, annotatesEdits };
    this.#configuration = new Configuration(
      this.#connection,
      workspace?.configuration === true,
      options.settings,
    );
    const folders = workspaceFolders ?? [];
    this.#connection.onInitialized(() => {
      this.#start(capabilities, folders);
    });
    return {
      serverInfo: { name: 'awaitwise' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        notebookDocumentSync: {
          notebookSelector: [{ notebook: 'jupyter-notebook', cells: [{ language: 'python' }] }],
        },
        hoverProvider: true,
        callHierarchyProvider: true,
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: ACTION_KINDS },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  /** After the handshake, when the editor may be asked. */
  #start({ workspace }: InitializeParams['capabilities'], folders: readonly WorkspaceFolder[]): void {
    const connection = this.#connection;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'awaitwise' });
    }
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#configuration.take(settings);
      this.#then(() => this.#configure());
    });
    if (workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#then(() => this.#changeFolders(added, removed));
      });
    }
    this.#watcher.listen(connection, workspace?.didChangeWatchedFiles?.dynamicRegistration === true);
    this.#then(async () => {
      this.#editor = await this.#configuration.editor();
      await this.#changeFolders(folders, []);
    });
  }

  #then(change: () => Promise<void>): void {
    this.#changes = this.#changes.then(change).catch((error: unknown) => {
      this.#connection.console.error(String(error instanceof Error ? error.stack : error));
    });
  }

  async #configure(): Promise<void> {
    const before = this.#editor;
    this.#editor = await this.#configuration.editor();
    if (before.inlayHints && !this.#editor.inlayHints) this.#refreshHints(true);
    for (const folder of this.#folders.all()) {
      folder.configure(await this.#configuration.written(folder.uri));
      this.#touch(folder);
    }
    this.#tellStatus();
  }

  async #changeFolders(
    added: readonly WorkspaceFolder[],
    removed: readonly WorkspaceFolder[],
  ): Promise<void> {
    for (const { uri } of removed) {
      const folder = this.#folders.at(uri);
      if (folder) this.#remove(folder);
    }
    for (const one of added) {
      const folder = this.#folders.add(one, await this.#configuration.written(one.uri));
      if (folder) this.#touch(folder);
    }
    // What is open may belong to another folder now.
    for (const { path } of this.#open.all()) await this.#takeOpen(path);
    this.#tellStatus();
  }

  #remove(folder: Folder): void {
    this.#folders.remove(folder);
    this.#checker.forget(folder);
  }

  /** A file was opened, edited or closed. */
  async #takeOpen(path: string): Promise<void> {
    const file = this.#open.get(path);
    let folder = this.#folders.of(path);
    if (!folder) {
      if (!file) return;
      folder = this.#folders.addLoose(path, await this.#configuration.written(uriOf(path)));
    }
    folder.change(path, file?.content);
    if (!file) this.#shown.clear(path);
    if (folder.isLoose && folder.files.size === 0) this.#remove(folder);
    else this.#touch(folder);
  }

  #touch(folder: Folder): void {
    this.#notices.tell(folder);
    this.#checker.touch(folder);
  }

  #answerRequests(): void {
    const connection = this.#connection;
    connection.onHover(({ textDocument, position }) => this.#questions.hover(textDocument.uri, position));
    connection.onCodeAction((params) =>
      this.#questions.codeActions(params, this.#features, this.#editor.confirmFixes),
    );
    const { callHierarchy, inlayHint } = connection.languages;
    inlayHint.on(({ textDocument: { uri }, range }) =>
      this.#editor.inlayHints ? this.#questions.inlayHints(uri, range) : [],
    );
    callHierarchy.onPrepare(({ textDocument: { uri }, position }) =>
      this.#questions.callItems(uri, position),
    );
    callHierarchy.onIncomingCalls(({ item }) => this.#questions.incomingCalls(item));
    callHierarchy.onOutgoingCalls(({ item }) => this.#questions.outgoingCalls(item));
    connection.onRequest(
      BlockingPathRequest.method,
      (place: Place) => this.#questions.blockingPath(place) ?? null,
    );
    this.#answerAboutWorkflows();
    connection.onRequest(DebugInformationRequest.method, () =>
      debugInformation(this.#about(), this.#status(), this.#folders.all()),
    );
    connection.onNotification(InterpreterChosen.method, ({ folder: uri, path }: ChosenInterpreter) => {
      const folder = this.#folders.at(uri);
      if (!folder?.choose(path ?? undefined)) return;
      this.#touch(folder);
      this.#tellStatus();
    });
  }

  /** The editor asks for hints before there is anything new to say, and not again by itself. */
  #refreshHints(areShown = this.#editor.inlayHints): void {
    if (areShown && this.#canRefreshHints) void this.#connection.languages.inlayHint.refresh();
  }

  #answerAboutWorkflows(): void {
    const connection = this.#connection;
    const workflows = this.#workflows;
    const tools = new Tools(this.#folders, workflows);
    connection.onRequest(ToolRequest.method, (question: ToolQuestion, token: CancellationToken) =>
      tools.answer(question, token),
    );
    connection.onRequest(WorkflowsRequest.method, (given: GivenAnswers) => workflows.list(given));
    connection.onRequest(
      WorkflowRequest.method,
      (key: WorkflowKey): unknown => workflows.detail(key) ?? null,
    );
    connection.onRequest(WorkflowAtRequest.method, (place: Place) => workflows.at(place) ?? null);
    connection.onRequest(
      DecisionRequest.method,
      (decision: DecisionToRecord) => workflows.decision(decision) ?? null,
    );
    connection.onRequest(
      DecisionsFolderRequest.method,
      (uri: string) => workflows.decisionsFolder(uri) ?? null,
    );
    connection.onRequest(
      GuideRequest.method,
      (wanted: GuideToWrite): object | null => workflows.guide(wanted) ?? null,
    );
    connection.onRequest(FixWorkflowRequest.method, async (key: WorkflowKey) => {
      const edit = workflows.fix(key);
      if (!edit) return false;
      await connection.workspace.applyEdit(edit);
      return true;
    });
  }

  #status(): ServerStatus {
    const folders = this.#folders.all();
    return {
      isBusy: this.#isBusy,
      files: folders.reduce((sum, { files }) => sum + files.size, 0),
      environments: folders.map(({ environment }) => environment),
      problems: folders.flatMap(({ problems }) => problems),
    };
  }

  #tellStatus(): void {
    if (this.#features.status) void this.#connection.sendNotification(StatusChanged.method, this.#status());
  }
}
