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

  it('is there, and active', async () => {
    await workbench.run('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: 'Awaitwise',
    });
    await row.locator('.activation-time', { hasText: 'Activation' }).waitFor();
    await workbench.screenshot('installed');
  });
});
