/** What is open in the editor, as the engine reads it: a text document, or the code cells of a notebook as one module. */
import {
  NotebookDocuments,
  TextDocuments,
  type Connection,
  type NotebookDocument,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isPython } from '../disk/discover.ts';
import { pathOf } from './paths.ts';

/** A document of which a file consists: the only one, or a cell. */
export interface Part {
  readonly uri: string;
  readonly version: number;
  /** Where it begins in the whole. */
  readonly firstLine: number;
}

export interface OpenFile {
  readonly path: string;
  readonly parts: readonly Part[];
  /** All of its code. */
  readonly text: TextDocument;
  /** What the engine is given, in the form in which it would lie on disk. */
  readonly content: string;
}

export class OpenFiles {
  readonly #files = new Map<string, OpenFile>();
  readonly #documents = new TextDocuments(TextDocument);
  readonly #notebooks = new NotebookDocuments(TextDocument);
  readonly #changed: (path: string) => void;

  /** `changed` is told of every file that is opened, edited or closed. */
  constructor(connection: Connection, changed: (path: string) => void) {
    this.#changed = changed;
    this.#documents.onDidChangeContent(({ document }) => {
      this.#set(document.uri, documentFile(document));
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#set(uri, undefined);
    });
    const takeNotebook = (notebook: NotebookDocument) => {
      this.#set(notebook.uri, this.#notebookFile(notebook));
    };
    this.#notebooks.onDidOpen(takeNotebook);
    this.#notebooks.onDidChange(({ notebookDocument }) => {
      takeNotebook(notebookDocument);
    });
    this.#notebooks.onDidClose(({ uri }) => {
      this.#set(uri, undefined);
    });
    this.#documents.listen(connection);
    this.#notebooks.listen(connection);
  }

  get(path: string): OpenFile | undefined {
    return this.#files.get(path);
  }

  all(): readonly OpenFile[] {
    return [...this.#files.values()];
  }

  /** The file to which a document belongs: its own, or that of its notebook. */
  holding(uri: string): OpenFile | undefined {
    return this.all().find(({ parts }) => parts.some((part) => part.uri === uri));
  }

  /** A document by itself: of any language that the editor tells us about, or a cell. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri) ?? this.#notebooks.cellTextDocuments.get(uri);
  }

  #set(uri: string, file: OpenFile | undefined): void {
    const path = pathOf(uri);
    if (path === undefined || !isPython(path)) return;
    if (file) this.#files.set(path, file);
    else this.#files.delete(path);
    this.#changed(path);
  }

  #notebookFile({ uri, version, cells }: NotebookDocument): OpenFile {
    const parts: Part[] = [];
    const sources: string[] = [];
    let firstLine = 0;
    for (const cell of cells) {
      const document = this.#notebooks.getCellTextDocument(cell);
      if (document?.languageId !== 'python') continue;
      parts.push({ uri: document.uri, version: document.version, firstLine });
      sources.push(document.getText());
      firstLine += document.lineCount;
    }
    const text = TextDocument.create(uri, 'python', version, sources.map((source) => `${source}\n`).join(''));
    return { path: pathOf(uri) ?? '', parts, text, content: asNotebook(sources) };
  }
}

function documentFile(text: TextDocument): OpenFile {
  const { uri, version } = text;
  return { path: pathOf(uri) ?? '', parts: [{ uri, version, firstLine: 0 }], text, content: text.getText() };
}

/** Code cells as a notebook's file has them. */
function asNotebook(sources: readonly string[]): string {
  return JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source })) });
}
