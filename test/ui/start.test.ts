/** What a newcomer sees: the extension is there, quickly, with a walkthrough, a sample and a menu. */
import { Workbench } from './workbench.ts';

describe('a newcomer', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ folder: 'test/host/workspace', file: 'app.py' });
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  it('sees the icon once a Python file is open', async () => {
    await workbench.page.locator('.activitybar a[aria-label="Awaitwise"]').waitFor();
    await workbench.screenshot('installed');
  });

  it('finds a menu behind the status', async () => {
    await workbench.run('Awaitwise: Show Menu');
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Restart Server' })
      .waitFor();
    await workbench.screenshot('menu');
    await workbench.page.keyboard.press('Escape');
  });

  it('is led through five steps, the first of which opens the sample', async () => {
    await workbench.run('Awaitwise: Open Walkthrough');
    const page = workbench.page.locator('.gettingStartedContainer');
    const button = page.getByRole('button', { name: 'Open Sample' });
    await button.waitFor();
    await workbench.screenshot('walkthrough');
    await button.click();
    await workbench.editor.locator('.view-line', { hasText: 'async def price_of' }).waitFor();
    await workbench.editor.locator('.squiggly-error').first().waitFor();
  });

  it('waited for it no longer than VS Code says', async () => {
    // The list draws only what there is room for.
    await workbench.page.setViewportSize({ width: 1280, height: 1600 });
    await workbench.run('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: 'Awaitwise',
    });
    console.log(`      ${await row.locator('.activation-time', { hasText: 'ms' }).innerText()}`);
  });
});
