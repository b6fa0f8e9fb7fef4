/** The way of a user from the question to the recorded decision: with the mouse, and back after whatever happens. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { violations } from './axe.ts';
import { Workbench } from './workbench.ts';

/** Under this profile, advice hangs on the team. */
const settings = { 'awaitwise.profile': 'sync-default', 'awaitwise.codeLens': true };
const TEAM = 'Is the team at home in async Python?';

describe('the panel', () => {
  let workbench: Workbench;
  let page: FrameLocator;
  before(async () => {
    workbench = await Workbench.open({ folder: 'test/ui/shop', file: 'shop.py', settings });
    page = workbench.webview;
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const advice = (label: string) => page.locator('#advice').getByText(label, { exact: true });
  const records = () => join(workbench.folder, 'docs/decisions');

  it('opens from the line above an entry point', async () => {
    await workbench.editor.locator('.codelens-decoration a', { hasText: 'Blocks the event loop' }).click();
    await heading('get_order').waitFor();
    await page.getByRole('option', { name: /get_order/, selected: true }).waitFor();
    await workbench.screenshot('panel');
  });

  it('asks what the code does not tell, and advises', async () => {
    await page.getByRole('option', { name: /report/ }).click();
    await heading(TEAM).waitFor();
    await workbench.screenshot('panel-question');
    await button('Yes').click();
    await heading(TEAM).waitFor({ state: 'detached' });
    await page.getByText('Advice, by the profile sync-default').waitFor();
    await advice('async').waitFor();
  });

  it('lets people know better than the code', async () => {
    await page.getByRole('button', { name: 'Change: How often does it wait in one run?' }).click();
    await button('Several times, and each needs what came before').click();
    await advice('sync').waitFor();
    await button('Take what the code shows').click();
    await advice('async').waitFor();
  });

  it('draws what it would bring, by figures that can be changed', async () => {
    await page.getByText('What the figures rest on').click();
    await page.getByLabel('Users at once', { exact: true }).fill('100');
    await page.getByRole('columnheader', { name: 'Wait with 100 users' }).waitFor();
    await button('Users at once').click();
    await page.getByText('Time that each user waits, by users at once').first().waitFor();
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    await workbench.screenshot('panel-numbers');
  });

  it('keeps nobody out', async () => {
    await page.getByText('As a table').first().click();
    assert.deepEqual(await violations(await workbench.webviewFrame()), []);
  });

  it('records the decision, and says so', async () => {
    await button('Record Decision').click();
    await workbench.notification('The decision is recorded in docs/decisions/0001-').waitFor();
    const [name = ''] = readdirSync(records());
    const text = readFileSync(join(records(), name), 'utf8');
    assert.match(text, /^---\nawaitwise: 1\nworkflow: report\.py::__main__\ndecision: async\n/);
    assert.match(text, /100 users/);
  });

  it('takes back a decision by another, and leaves what people wrote in the first', async () => {
    const [name = ''] = readdirSync(records());
    const path = join(records(), name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\nWe talked about it on Monday.\n`);
    await page.getByLabel('Decide for').selectOption('sync-threads');
    await button('Record “sync, in threads”').click();
    await workbench.notification('The decision is recorded in docs/decisions/0002-').waitFor();
    const first = readFileSync(path, 'utf8');
    assert.match(first, /^status: superseded$/m);
    assert.match(first, /We talked about it on Monday\.\n$/);
    const second = readFileSync(join(records(), readdirSync(records()).sort()[1] ?? ''), 'utf8');
    assert.match(second, /^decision: sync-threads$/m);
    assert.match(second, new RegExp(`^supersedes: ${name}$`, 'm'));
  });

  it('is copied as Markdown', async () => {
    await button('Copy as Markdown').click();
    await page.getByRole('status').getByText('Copied as Markdown.').waitFor({ state: 'attached' });
    assert.match(
      await workbench.page.evaluate<string>('navigator.clipboard.readText()'),
      /^# Sync, in threads for `report\.py/,
    );
  });

  it('leads to the code, and to the guidelines', async () => {
    await page
      .getByRole('button', { name: /^report\.py:\d+$/ })
      .first()
      .click();
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'requests.get' }).waitFor();
    await workbench.screenshot('panel-beside');
    await page.getByRole('button', { name: '11', exact: true }).first().click();
    await workbench.page.locator('.tab', { hasText: 'guidelines.md' }).click({ button: 'middle' });
  });

  it('stays as it is while the server starts again', async () => {
    await workbench.run('Awaitwise: Restart Server');
    await heading('report.py').waitFor();
    await page.getByText('The server is starting again.').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Decide for').inputValue(), 'sync-threads');
  });

  it('loses nothing when the server is killed', async () => {
    workbench.killServer();
    await page.getByText('The server is starting again.').waitFor();
    assert.equal(await page.getByText('This workflow is no more.').isVisible(), false);
    await workbench.screenshot('panel-server-killed');
    await page.getByText('The server is starting again.').waitFor({ state: 'detached' });
    await heading('report.py').waitFor();
    assert.equal(await page.getByText('This workflow is no more.').isVisible(), false);
    assert.equal(await page.getByLabel('Decide for').inputValue(), 'sync-threads');
    assert.equal(await page.getByLabel('Users at once', { exact: true }).inputValue(), '100');
    await button('Record “sync, in threads”').click();
    await workbench.notification('That is what has been decided already.').waitFor();
  });

  it('writes what is decided into the guide of the repository', async () => {
    await workbench.run('Awaitwise: Write the Async/Sync Guide for this Repository');
    const tab = workbench.page.locator('.tab', { hasText: 'ASYNC_GUIDE.md' });
    await tab.waitFor();
    const guide = readFileSync(join(workbench.folder, 'ASYNC_GUIDE.md'), 'utf8');
    assert.match(guide, /\| `report\.py::__main__` \| sync, in threads \|/);
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
    // What is shown then takes the focus, and closes the palette.
    await page.locator('main').click();
  });

  it('comes back after a reload, with what was said', async () => {
    await workbench.reload();
    await heading('report.py').waitFor();
    await page.getByText('You said so.', { exact: false }).first().waitFor();
    assert.equal(await page.getByLabel('Users at once', { exact: true }).inputValue(), '100');
  });

  it('follows the code as it changes', async () => {
    writeFileSync(
      join(workbench.folder, 'late.py'),
      'import time\n\n\nif __name__ == "__main__":\n    time.sleep(1)\n',
    );
    // There may be no room for the list beside it.
    await page.locator('.row', { hasText: 'late.py' }).waitFor({ state: 'attached' });
  });
});
