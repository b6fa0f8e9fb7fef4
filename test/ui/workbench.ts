/** A VS Code with the packed extension installed, as its user sees it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { Profile } from '../../tools/vscode-host/profile.mjs';
import { installExtension, startServer } from '../../tools/vscode-host/server.mjs';
import { openBrowser, remoteUri, workbenchUrl } from '../../tools/vscode-host/workbench.mjs';

const root = join(__dirname, '../..');
/** Build output, to look at after a run. */
const screenshots = join(root, 'dist/screenshots');

export interface WorkbenchOptions {
  /** From the project's folder; a copy of it is opened. */
  readonly folder: string;
  /** The file in it to open first. */
  readonly file: string;
  /** A `.code-workspace` in the folder, to be opened in its place. */
  readonly workspaceFile?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Open it in Restricted Mode. */
  readonly isUntrusted?: boolean;
}

export class Workbench {
  private constructor(
    readonly page: Page,
    /** Where the opened copy lies. */
    readonly folder: string,
    /** Where the extension is installed: nobody else's processes run from there. */
    readonly extensions: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open({
    folder,
    file,
    workspaceFile = '',
    settings = {},
    isUntrusted,
  }: WorkbenchOptions): Promise<Workbench> {
    const profile = new Profile(join(root, folder), settings);
    await installExtension(profile, join(root, 'dist/awaitwise.vsix'));
    const server = await startServer(profile, isUntrusted ? [] : ['--disable-workspace-trust']);
    const { browser, page } = await openBrowser();
    const uri = remoteUri(server.authority, join(profile.workspace, file));
    await page.goto(
      workbenchUrl(server.authority, join(profile.workspace, workspaceFile), [['openFile', uri]]),
    );
    const workbench = new Workbench(page, profile.workspace, profile.extensions, async () => {
      await browser.close();
      await server.stop();
      profile.remove();
    });
    await workbench.editor.locator('.view-line').first().waitFor();
    return workbench;
  }

  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** The page of the webview that is shown. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The same, for what needs more than a locator. */
  async webviewFrame(): Promise<Frame> {
    const body = await this.webview.locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (!frame) throw new Error('no webview is shown');
    return frame;
  }

  notification(text: string): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** Runs a command by the title that the palette shows. */
  async run(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Reloads the window, as it was left. */
  async reload(): Promise<void> {
    // With a file to open, what was open is not brought back.
    const url = new URL(this.page.url());
    url.searchParams.delete('payload');
    await this.page.evaluate(`history.replaceState(null, '', ${JSON.stringify(url.href)})`);
    const isLoaded = this.page.waitForEvent('load');
    await this.run('Developer: Reload Window');
    await isLoaded;
  }

  /** Opens a file by its name. */
  async openFile(name: string): Promise<void> {
    await this.#pick('Control+P', name, name);
    await this.editor.locator('.view-line').first().waitFor();
  }

  async #pick(key: string, typed: string, label: string): Promise<void> {
    await this.page.keyboard.press(key);
    const picker = this.page.locator('.quick-input-widget');
    await picker.locator('input[type=text]').fill(typed);
    // What the Enter key takes may still be of the list before.
    await picker.locator('.monaco-list-row', { hasText: label }).first().click();
  }

  /** Kills the language server, as a lack of memory would. */
  killServer(): void {
    const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    const mine = processes.filter(
      (line) => line.includes(this.extensions) && line.includes('dist/server.js'),
    );
    if (mine.length !== 1) throw new Error(`${String(mine.length)} servers run`);
    process.kill(Number.parseInt(mine[0] ?? '', 10), 'SIGKILL');
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}
