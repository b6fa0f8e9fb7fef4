#!/usr/bin/env node
// Stands in for the `code` of a desktop VS Code where there is none: takes the arguments of runTests(), runs the suite
// in the extension host of a served VS Code, and ends with what the workbench reports.
import { fstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { runMain, Stop } from '../run.mjs';
import { startServer } from './server.mjs';
import { openBrowser, remoteUri, workbenchUrl } from './workbench.mjs';

const LIMIT_SECONDS = 180;
/** How long the page may take to say how its extension host ended. */
const LAST_WORD_MS = 3_000;
const HOST_ENDED = /Extension Host Process exited with code: .*/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // runTests() adds switches that only a desktop knows.
  strict: false,
  options: {
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});

await runMain(async () => {
  const [workspace] = positionals;
  if (workspace === undefined) throw new Stop('name the folder to open');
  const userData = String(values['user-data-dir']);
  const places = {
    userData,
    extensions: String(values['extensions-dir']),
    server: join(dirname(userData), 'server'),
    home: join(dirname(userData), 'home'),
  };
  // Without its driver, the workbench takes no extension and no suite from its address.
  const args = ['--enable-smoke-test-driver'];
  if (values['disable-workspace-trust']) args.push('--disable-workspace-trust');
  const server = await startServer(places, args);
  try {
    const { browser, page } = await openBrowser();
    const uri = (/** @type {unknown} */ path) => remoteUri(server.authority, String(path));
    const ended = endOf(page, server);
    await page.goto(
      workbenchUrl(server.authority, workspace, [
        ['extensionDevelopmentPath', uri(values.extensionDevelopmentPath)],
        ['extensionTestsPath', uri(values.extensionTestsPath)],
      ]),
    );
    const code = await ended;
    await browser.close();
    return code;
  } finally {
    await server.stop();
  }
});
// What still runs ends with us: the browser and the server hang on pipes that we hold.
process.exit();

/**
 * The exit code that the workbench reports, or why there will be none. A dead host may be reported as success: the
 * suite's own counts have to agree.
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @returns {Promise<number>}
 */
function endOf(page, server) {
  /** @type {string[]} */
  const log = [];
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      reject(new Stop([why, ...log.slice(-15)].join('\n')));
    };
    void page.exposeFunction('codeAutomationExit', resolve);
    void page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
        log.push(`[${level}] ${format(...args)}`);
      },
    );
    page.on('crash', () => {
      fail('the page of the workbench crashed');
    });
    setTimeout(fail, LIMIT_SECONDS * 1000, `the tests did not end within ${LIMIT_SECONDS} seconds`);
    const watch = setInterval(() => {
      const [why] = HOST_ENDED.exec(server.output()) ?? [];
      if (why === undefined) return;
      clearInterval(watch);
      setTimeout(fail, LAST_WORD_MS, why);
    }, 200);

    // runTests() holds our input, and lets go of it however it ends.
    const input = fstatSync(0);
    if (input.isSocket() || input.isFIFO()) {
      process.stdin.on('close', () => {
        fail('nobody waits for the tests any more');
      });
      process.stdin.resume();
    }
  });
}
