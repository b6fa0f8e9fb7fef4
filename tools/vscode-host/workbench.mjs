// Shows the VS Code workbench in a headless Chromium.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--disable-sync'],
  ...['--no-first-run', '--no-default-browser-check', '--disable-breakpad', '--disable-component-update'],
  '--disable-background-networking',
  // Only this machine has a name: no request can leave it, and none hangs.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** A browser with one empty page. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ARGS });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { browser, page: await context.newPage() };
}

/**
 * The address of the workbench over a folder, or over a `.code-workspace` file.
 * @param {string} authority the server's
 * @param {string} workspace
 * @param {readonly (readonly [name: string, value: string])[]} [payload] what a desktop VS Code takes as arguments
 */
export function workbenchUrl(authority, workspace, payload = []) {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * How the workbench calls a file of the server's.
 * @param {string} authority
 * @param {string} path
 */
export function remoteUri(authority, path) {
  return `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
}
