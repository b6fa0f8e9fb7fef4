/** A workspace that nobody trusts: it is read all the same, and nothing of it is run. */
import { Workbench } from './workbench.ts';

describe('in Restricted Mode', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ folder: 'media/sample', file: 'app.py', isUntrusted: true });
  });
  after(() => workbench.close());

  it('findings are shown', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.screenshot('restricted-mode');
  });
});
