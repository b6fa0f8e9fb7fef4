/** The editor's settings: asked for, or taken as they are sent where an editor cannot be asked. */
import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../core/model/settings.ts';
import { DEFAULT_EDITOR_SETTINGS, editorSettings, type EditorSettings } from './editor-settings.ts';

const SECTION = 'awaitwise';
/** What stands among the settings and is for the extension alone. */
const NOT_OURS = ['codeLens', 'server', 'trace'];

type Table = Readonly<Record<string, unknown>>;

export class Configuration {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  #sent: Table;

  constructor(connection: Connection, canAsk: boolean, initial: unknown) {
    this.#connection = connection;
    this.#canAsk = canAsk;
    this.#sent = asTable(initial);
  }

  /** Settings that come with the news that they have changed. */
  take(settings: unknown): void {
    const table = asTable(settings);
    this.#sent = asTable(table[SECTION] ?? table);
  }

  /** What is written for a folder, in the form of the settings in a file: without what is left at its default. */
  async written(scopeUri: string): Promise<Table> {
    const all = await this.#ask(scopeUri);
    return Object.fromEntries(
      Object.entries(all).filter(([key, value]) => {
        if (key in DEFAULT_EDITOR_SETTINGS || NOT_OURS.includes(key) || value === null) return false;
        const usual: unknown = (DEFAULT_SETTINGS as unknown as Table)[key];
        return JSON.stringify(usual) !== JSON.stringify(value);
      }),
    );
  }

  async editor(): Promise<EditorSettings> {
    return editorSettings(await this.#ask(undefined));
  }

  async #ask(scopeUri: string | undefined): Promise<Table> {
    if (!this.#canAsk) return this.#sent;
    const item = { section: SECTION, ...(scopeUri !== undefined && { scopeUri }) };
    return asTable(await this.#connection.workspace.getConfiguration(item));
  }
}

function asTable(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}
