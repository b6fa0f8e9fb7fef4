/** How the extension comes to life, and what it costs those who only open an editor. */
import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';
import { openFile, until } from './workspace.ts';

const ID = 'awaitwise.awaitwise';
/** What loading and activating may take together, on a machine that does nothing else. */
const GOAL_MS = 50;
/** The tests run on machines that are busy: several times as much is a sign that something heavy is loaded. */
const LIMIT_MS = 4 * GOAL_MS;

describe('the extension', () => {
  const extension = extensions.getExtension(ID);

  it('sleeps until Python is opened', () => {
    assert.equal(extension?.isActive, false);
  });

  it('wakes up over a Python file, and its server answers', async () => {
    await openFile('app.py');
    await until('the extension is active', () => extension?.isActive);
  });

  it('takes little time of its own to wake up', async () => {
    // VS Code itself takes the time.
    const load = await until('its code is loaded', () =>
      between('willLoadExtensionCode', 'didLoadExtensionCode'),
    );
    const activate = await until('it is active', () =>
      between('willActivateExtension', 'didActivateExtension'),
    );
    console.log(`    loaded in ${load.toFixed(1)} ms, active after ${activate.toFixed(1)} ms`);
    assert.ok(activate < LIMIT_MS, `${String(activate)} ms`);
  });
});

/** Milliseconds between two marks; the second one is made when everything has been waited for, loading as well. */
function between(begin: string, end: string): number | undefined {
  const [from] = performance.getEntriesByName(`code/extHost/${begin}/${ID}`);
  const [to] = performance.getEntriesByName(`code/extHost/${end}/${ID}`);
  return from && to && to.startTime - from.startTime;
}
