/** How the extension comes to life, and what it costs those who only open an editor. */
import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { extensions } from 'vscode';
import { openFile, until } from './workspace.ts';

const ID = 'awaitwise.awaitwise';
/** What loading and activating may take together, on a machine that does nothing else. */
const GOAL_MS = 50;
/** Tests run on machines that are busy: several times as much is a sign that something heavy is loaded. */
const LIMIT_MS = 6 * GOAL_MS;

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
    const load = await until('its code is loaded', () => between('LoadExtensionCode'));
    const activate = await until('it is activated', () => between('ActivateExtension'));
    Mocha.reporters.Base.consoleLog(`    loaded in ${String(load)} ms, activated in ${String(activate)} ms`);
    assert.ok(load + activate < LIMIT_MS, `${String(load + activate)} ms`);
  });
});

/** VS Code's own clock, in whole milliseconds. */
interface Marks {
  readonly MonacoPerformanceMarks?: {
    readonly getMarks: () => readonly { readonly name: string; readonly startTime: number }[];
  };
}

/** Milliseconds between the beginning and the end of a step, with one on top: none is not unknown. */
function between(step: string): number | undefined {
  const marks = (globalThis as Marks).MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (word: string) =>
    marks.find(({ name }) => name.toLowerCase() === `code/extHost/${word}${step}/${ID}`.toLowerCase())
      ?.startTime;
  const [from, to] = [at('will'), at('did')];
  return from === undefined || to === undefined ? undefined : to - from + 1;
}
