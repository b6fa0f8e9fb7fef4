/** The way of a user through one finding: the squiggle, the hover, the light bulb, the path. */
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench.ts';

describe('a finding', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ folder: 'media/sample', file: 'app.py' });
  });
  after(() => workbench.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot(`failed: ${this.currentTest.title}`);
  });

  /** The call that is reported, as it stands in the editor. */
  const call = (): Locator =>
    workbench.editor
      .locator('.view-line', { hasText: 'prices = load_prices()' })
      .locator('span span', { hasText: 'load_prices' })
      .last();

  async function openLightBulb(): Promise<void> {
    await call().click();
    // A hover would lie over the menu.
    await workbench.page.mouse.move(0, 0);
    await workbench.page.locator('.monaco-hover:visible').waitFor({ state: 'detached' });
    await workbench.editor.locator('[class*="codicon"][class*="light"][class*="bulb"]').first().click();
  }

  const action = (title: string): Locator =>
    workbench.page.locator('.action-widget .monaco-list-row', { hasText: title });

  it('is underlined', async () => {
    await workbench.editor.locator('.squiggly-error').first().waitFor();
  });

  it('is explained in a hover', async () => {
    await call().hover();
    const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'blocking-sleep' });
    await hover.waitFor();
    await workbench.screenshot('hover');
  });

  it('has a light bulb that offers the path', async () => {
    await openLightBulb();
    await action('Ignore AW101 on this line').waitFor();
    await workbench.screenshot('light-bulb');
    await action('Show the blocking path').click();
    const steps = workbench.page.locator('.pane-body .monaco-list-row', { hasText: 'time.sleep' });
    await steps.waitFor();
    await workbench.screenshot('blocking-path');
  });

  it('can be followed to what blocks', async () => {
    await workbench.run('Awaitwise: Next Step of Blocking Path');
    await workbench.run('Awaitwise: Next Step of Blocking Path');
    await workbench.editor.locator('.view-line', { hasText: 'time.sleep' }).waitFor();
    await workbench.screenshot('blocking-path-end');
  });

  it('is mended from a preview, where that may change what the code does', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.openFile('app.py');
    await openLightBulb();
    await action('asyncio.to_thread').first().click();
    const preview = workbench.page.locator('.bulk-edit-panel');
    const change = preview.locator('.monaco-list-row', { hasText: 'asyncio.to_thread(load_prices)' });
    await change.waitFor();
    await workbench.screenshot('preview');
    const mended = workbench.editor.locator('.view-line', { hasText: 'prices = await asyncio.to_thread' });
    await mended.waitFor({ state: 'detached' });
    // VS Code wants each change ticked that asks for a confirmation.
    await change.getByRole('checkbox').click();
    await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
    await mended.waitFor();
    await workbench.editor.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await workbench.run('File: Revert File');
    await mended.waitFor({ state: 'detached' });
  });

  it('can be silenced from the light bulb', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.openFile('app.py');
    await openLightBulb();
    await action('Ignore AW101 on this line').click();
    await workbench.editor.locator('.view-line', { hasText: '# awaitwise: ignore[AW101]' }).waitFor();
    await workbench.editor.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });
});
