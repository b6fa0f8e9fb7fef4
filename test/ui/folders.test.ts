/** A workspace of several folders, each with settings of its own. */
import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

describe('a workspace of several folders', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      folder: 'test/ui/folders',
      workspaceFile: 'all.code-workspace',
      file: 'loud/loud.py',
    });
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  const squiggles = () => workbench.editor.locator('.squiggly-error, .squiggly-warning');

  it('shows what is found in one', async () => {
    await squiggles().first().waitFor();
  });

  it('is silent about what the settings of the other turn off', async () => {
    await workbench.openFile('quiet.py');
    await workbench.editor.locator('.view-line', { hasText: 'subprocess.run' }).waitFor();
    await squiggles().first().waitFor();
    assert.equal(await squiggles().count(), 1);
  });
});
