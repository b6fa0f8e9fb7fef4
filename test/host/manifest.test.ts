/** What the manifest promises is there. */
import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { openFile, until } from './workspace.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly markdownDescription: string }> };
  };
}

describe('the manifest', () => {
  const extension = extensions.getExtension('awaitwise.awaitwise');
  before(async () => {
    await openFile('app.py');
    await until('the extension is active', () => extension?.isActive);
  });

  it('lists the commands that there are', async () => {
    const { contributes } = extension?.packageJSON as Manifest;
    const all = await commands.getCommands(true);
    for (const { command, title } of contributes.commands) {
      assert.ok(all.includes(command), command);
      assert.doesNotMatch(title, /%/);
    }
  });

  it('has words for every setting', () => {
    const { properties } = (extension?.packageJSON as Manifest).contributes.configuration;
    for (const [key, { markdownDescription }] of Object.entries(properties)) {
      assert.match(markdownDescription, /^[A-Z].*[.:`]/s, key);
    }
  });
});
