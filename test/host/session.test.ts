/** The server's life: started with the first file, restarted on request, back after a death, gone when it is stopped. */
import assert from 'node:assert/strict';
import { commands, extensions, languages } from 'vscode';
import type { Session } from '../../client/session.ts';
import { DebugInformationRequest } from '../../server/protocol.ts';
import { openFile, until } from './workspace.ts';

/** As in client/launch.ts. */
const MAX_CRASHES = 5;

describe('the server', () => {
  let session: Session;
  before(async () => {
    await openFile('app.py');
    const extension = extensions.getExtension<Session>('awaitwise.awaitwise');
    session = await until('the extension is active', () =>
      extension?.isActive ? extension.exports : undefined,
    );
    await running();
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  const running = () => until('the server runs', () => session.state === 'running');

  async function processId(): Promise<number> {
    const text = await session.ask(DebugInformationRequest, null);
    return Number(/Process: (\d+)/.exec(text ?? '')?.[1]);
  }

  it('says what it works on', async () => {
    const status = await until('it has looked', () =>
      session.server?.isBusy === false ? session.server : undefined,
    );
    assert.ok(status.files >= 2);
    assert.deepEqual(status.problems, []);
    assert.equal(status.environments.length, 1);
  });

  it('restarts on request', async () => {
    const before = await processId();
    await commands.executeCommand('awaitwise.restart');
    assert.equal(session.state, 'running');
    assert.notEqual(await processId(), before);
    await until('the old one is gone', () => !isAlive(before));
  });

  it('comes back after a death, with all that was there', async () => {
    const editor = await openFile('app.py');
    const found = () => languages.getDiagnostics(editor.document.uri).length === 1;
    await until('a problem', found);
    const before = await processId();
    process.kill(before, 'SIGKILL');
    await until('the death is noticed', () => session.state === 'starting' || undefined);
    await running();
    assert.notEqual(await processId(), before);
    await until('the problem again', found);
  });

  it('gives up when it dies all the time, and starts again on request', async () => {
    for (let deaths = 0; deaths < MAX_CRASHES && session.state !== 'crashed'; deaths++) {
      const before = await processId();
      process.kill(before, 'SIGKILL');
      await until('the death is noticed', () => session.state !== 'running');
      await until('what follows', () => session.state !== 'starting');
    }
    assert.equal(session.state, 'crashed');
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('awaitwise.restart');
    await running();
  });

  it('stops', async () => {
    const before = await processId();
    await session.stop();
    await until('it is gone', () => !isAlive(before));
    assert.equal(session.state, 'stopped');
    assert.equal(await session.ask(DebugInformationRequest, null), undefined);
    await session.start();
    await running();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
