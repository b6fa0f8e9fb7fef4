/** The extension where there is no node: in the extension host of a browser, with its server as a worker. */
import { Workbench } from './workbench.ts';

describe('in a browser alone', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      folder: 'test/host/workspace',
      file: 'app.py',
      settings: { 'remote.extensionKind': { 'awaitwise.awaitwise': ['web'] } },
    });
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  it('findings are shown, also behind calls into other files', async () => {
    await workbench.editor.locator('.squiggly-error').first().waitFor();
  });

  it('the server is a worker', async () => {
    await workbench.run('Awaitwise: Show Debug Information');
    const text = workbench.page.locator('.editor-instance .view-line', { hasText: /AppleWebKit/ });
    await text.first().waitFor();
  });
});
