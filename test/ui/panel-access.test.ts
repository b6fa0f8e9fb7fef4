/** The panel for people who use no mouse, need strong contrast, or have little room; and the tree beside it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { violations } from './axe.ts';
import { Workbench } from './workbench.ts';

const settings = {
  'awaitwise.profile': 'sync-default',
  'awaitwise.decisions': 'adr',
  'workbench.colorTheme': 'Default High Contrast',
};

describe('the panel, by keyboard alone', () => {
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

  const press = (key: string) => workbench.page.keyboard.press(key);

  it('leads from the command to a workflow', async () => {
    await press('F1');
    await workbench.page.keyboard.type('Awaitwise: Should this be async?');
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Should this be async?' })
      .waitFor();
    await press('Enter');
    const search = page.getByRole('searchbox');
    await search.waitFor();
    for (let tabs = 0; tabs < 10 && !(await page.locator('input[type=search]:focus').isVisible()); tabs++) {
      await press('Tab');
    }
    await workbench.page.keyboard.type('report');
    await page.locator('.row').nth(1).waitFor({ state: 'detached' });
    for (let tabs = 0; tabs < 10 && !(await page.locator('[role=option]:focus').isVisible()); tabs++)
      await press('Tab');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'report.py' }).waitFor();
    await workbench.screenshot('panel-high-contrast');
  });

  it('to an answer, with the focus on what comes next', async () => {
    await page.getByRole('heading', { name: 'Is the team at home in async Python?' }).waitFor();
    await tabTo('Yes');
    await press('Enter');
    await page.locator('#advice:focus').waitFor();
    await page.getByRole('status').getByText('async is advised').waitFor({ state: 'attached' });
  });

  it('to a recorded decision, in the folder that was chosen', async () => {
    await tabTo('Record Decision');
    await press('Enter');
    await workbench.notification('The decision is recorded in adr/0001-').waitFor();
    assert.ok(existsSync(join(workbench.folder, 'adr')));
  });

  it('in strong contrast, with nobody kept out', async () => {
    await page.locator('#numbers').scrollIntoViewIfNeeded();
    await workbench.screenshot('panel-high-contrast-numbers');
    assert.deepEqual(await violations(await workbench.webviewFrame()), []);
  });

  it('where there is room for one side only', async () => {
    await workbench.page.setViewportSize({ width: 620, height: 800 });
    await page.getByRole('button', { name: '← All workflows' }).waitFor();
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
    await workbench.screenshot('panel-narrow');
    const main = await workbench.webviewFrame();
    assert.ok(await main.evaluate(`document.body.scrollWidth <= document.body.clientWidth`));
    await page.getByRole('button', { name: '← All workflows' }).click();
    await page.getByRole('searchbox').waitFor();
    await workbench.screenshot('panel-narrow-list');
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('and the tree in the side bar leads there too', async () => {
    await workbench.page.locator('.activitybar a[aria-label="Awaitwise"]').click();
    const row = workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'get_basket' });
    await row.waitFor();
    await workbench.screenshot('workflows-tree');
    await row.click();
    await page.getByRole('heading', { level: 1, name: 'get_basket' }).waitFor();
  });

  /** Presses Tab until a button has the focus. */
  async function tabTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await page.locator('button:focus', { hasText: name }).isVisible()) return;
      await press('Tab');
    }
    throw new Error(`${name} is not reached`);
  }
});
