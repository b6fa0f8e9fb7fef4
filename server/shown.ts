/** What the editor was shown last, file by file: what people see, and what hovers and code actions speak of. */
import type { Connection, Diagnostic, Position } from 'vscode-languageserver';
import type { OpenFile, OpenFiles, Part } from './open-files.ts';
import { uriOf } from './paths.ts';
import type { Report } from './reports.ts';

interface Shown {
  /** The documents as they were; of a closed file, its URI alone. */
  readonly parts: readonly Pick<Part, 'uri' | 'version'>[];
  readonly reports: readonly Report[];
}

export class ShownReports {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #open: OpenFiles;
  readonly #shown = new Map<string, Shown>();

  constructor(connection: Pick<Connection, 'sendDiagnostics'>, open: OpenFiles) {
    this.#connection = connection;
    this.#open = open;
  }

  paths(): readonly string[] {
    return [...this.#shown.keys()];
  }

  /** Shows a file's reports; unless `isSilent`, as problems too. */
  show(path: string, reports: readonly Report[], isSilent: boolean): void {
    const file = this.#open.get(path);
    const before = this.#shown.get(path);
    // What is closed and has nothing to report needs no word.
    if (!file && !before && reports.length === 0) return;
    const parts = file?.parts ?? [{ uri: uriOf(path), version: 0 }];
    for (const { uri } of before?.parts ?? [])
      if (!parts.some((part) => part.uri === uri)) this.#send(uri, []);
    for (const { uri, version } of parts) {
      const here = reports.filter(({ location }) => location.uri === uri && !isSilent);
      this.#send(
        uri,
        here.map(({ diagnostic }) => diagnostic),
        file && version,
      );
    }
    this.#shown.set(path, { parts, reports });
  }

  clear(path: string): void {
    for (const { uri } of this.#shown.get(path)?.parts ?? []) this.#send(uri, []);
    this.#shown.delete(path);
  }

  /** The reports in an open document; none while it is newer than they are. */
  in(uri: string): readonly Report[] {
    const file = this.#open.holding(uri);
    if (!file || !this.isCurrent(file)) return [];
    const reports = this.#shown.get(file.path)?.reports ?? [];
    return reports.filter(({ location }) => location.uri === uri);
  }

  /** Whether an open file is still as it was when it was checked. */
  isCurrent({ path, parts }: OpenFile): boolean {
    const then = this.#shown.get(path)?.parts;
    return (
      then?.length === parts.length &&
      parts.every(({ uri, version }, index) => then[index]?.uri === uri && then[index].version === version)
    );
  }

  /** The report at a place, the narrowest where there are several. */
  at(uri: string, position: Position): Report | undefined {
    return this.in(uri)
      .filter(({ location: { range } }) => !isBefore(position, range.start) && !isBefore(range.end, position))
      .sort((a, b) => length(a) - length(b))
      .at(0);
  }

  #send(uri: string, diagnostics: Diagnostic[], version?: number): void {
    void this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function length({ finding: { span } }: Report): number {
  return span.end - span.start;
}
