/** What a user sees who has just installed the extension. */
import { Workbench } from './workbench.ts';

describe('a fresh installation', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ folder: 'test/host/workspace', file: 'app.py' });
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  it('wakes up over a Python file, and shows its icon', async () => {
    await workbench.page.locator('.activitybar a[aria-label="Awaitwise"]').waitFor();
    await workbench.screenshot('installed');
  });

  it('says how long that took', async () => {
    // The list draws only what there is room for.
    await workbench.page.setViewportSize({ width: 1280, height: 1600 });
    await workbench.run('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: 'Awaitwise',
    });
    console.log(`      ${await row.locator('.activation-time', { hasText: 'ms' }).innerText()}`);
  });
});
