/** The panel's life in the window: one of it, with its server gone and back. */
import assert from 'node:assert/strict';
import { commands, extensions, TabInputWebview, window } from 'vscode';
import type { Session } from '../../client/session.ts';
import { DebugInformationRequest, WorkflowsRequest } from '../../server/protocol.ts';
import { openFile, until } from './workspace.ts';

describe('the panel', () => {
  let session: Session;
  before(async () => {
    await openFile('app.py');
    const extension = extensions.getExtension<Session>('awaitwise.awaitwise');
    session = await until('the extension is active', () =>
      extension?.isActive ? extension.exports : undefined,
    );
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  const panels = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('awaitwise.wizard'));

  it('is there once, however often it is asked for', async () => {
    await commands.executeCommand('awaitwise.shouldBeAsync');
    await until('the panel', () => panels().length === 1);
    await commands.executeCommand('awaitwise.shouldBeAsync', {
      folder: 'file:///nowhere',
      id: 'gone.py::gone',
    });
    assert.equal(panels().length, 1);
  });

  it('outlives a server that dies', async () => {
    const text = await session.ask(DebugInformationRequest, null);
    process.kill(Number(/Process: (\d+)/.exec(text ?? '')?.[1]), 'SIGKILL');
    await until('the death is noticed', () => session.state === 'starting' || undefined);
    await until('the server runs', () => session.state === 'running');
    await until('it lists workflows', () =>
      session.ask(WorkflowsRequest, { everywhere: {}, byWorkflow: [] }),
    );
    assert.equal(panels().length, 1);
  });

  it('goes when it is closed, and comes back when it is asked for', async () => {
    await window.tabGroups.close(panels());
    assert.equal(panels().length, 0);
    await commands.executeCommand('awaitwise.shouldBeAsync');
    await until('the panel', () => panels().length === 1);
  });
});
