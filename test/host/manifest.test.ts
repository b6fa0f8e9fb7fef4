/** What the manifest promises is there. */
import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, extensions, LanguageModelTextPart, lm } from 'vscode';
import { openFile, until } from './workspace.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
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

  it('has tools for language models that answer', async () => {
    const { languageModelTools } = (extension?.packageJSON as Manifest).contributes;
    assert.equal(languageModelTools.length, 3);
    for (const { name } of languageModelTools)
      assert.ok(
        lm.tools.some((tool) => tool.name === name),
        name,
      );
    const token = new CancellationTokenSource().token;
    const asked = { input: { name: 'AW101' }, toolInvocationToken: undefined };
    const { content } = await lm.invokeTool('awaitwise_explain', asked, token);
    const [part] = content;
    assert.ok(part instanceof LanguageModelTextPart);
    assert.match(part.value, /"name":"blocking-sleep"/);
  });
});
