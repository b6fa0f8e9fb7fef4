/** The editor's call hierarchy over our server. */
import assert from 'node:assert/strict';
import {
  commands,
  languages,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
} from 'vscode';
import { openFile, until } from './workspace.ts';

describe('the call hierarchy', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('leads from a function to its callers and to what it calls', async () => {
    const { document } = await openFile('app.py');
    const [found] = await until('a problem', () => {
      const reported = languages.getDiagnostics(document.uri);
      return reported.length > 0 ? reported : undefined;
    });
    assert.ok(found);
    const [load] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      found.range.start,
    );
    assert.ok(load);
    assert.equal(load.name, 'load');
    assert.match(load.detail ?? '', /blocks \(sleep\): time\.sleep/);
    const incoming = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      load,
    );
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['main'],
    );
    const outgoing = await commands.executeCommand<CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      load,
    );
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['time.sleep'],
    );
  });
});
