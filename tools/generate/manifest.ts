// Generates what package.json contributes to VS Code from the client's tables, and package.nls.json with the words in it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, type Command } from '../../client/contributes/commands.ts';
import { TOOLS, type Tool } from '../../client/contributes/tools.ts';
import { keybindings, menus, views, viewsContainers, viewsWelcome } from '../../client/contributes/views.ts';
import { walkthroughs } from '../../client/contributes/walkthrough.ts';
import { configuration } from './configuration.ts';
import type { Generator } from './generator.ts';
import { rulesIn } from './rules.ts';
import { extractWords } from './words.ts';

export const manifest: Generator = {
  name: 'manifest',
  async files(root) {
    const text = await readFile(join(root, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return new Map();
    const { value, words } = extractWords({
      commands: commands(),
      configuration: configuration((await rulesIn(root)).map(({ rule }) => rule)),
      keybindings,
      menus: { ...menus, commandPalette: hidden() },
      viewsContainers,
      views,
      viewsWelcome,
      jsonValidation: [{ fileMatch: ['awaitwise.json', '*.awaitwise.json'], url: './dist/pack.schema.json' }],
      snippets: [{ language: 'python', path: './snippets/python.json' }],
      walkthroughs,
    });
    return new Map([
      [
        'package.json',
        JSON.stringify({
          ...(JSON.parse(text) as object),
          contributes: { ...(value as object), languageModelTools: tools() },
        }),
      ],
      ['package.nls.json', JSON.stringify(words)],
    ]);
  },
};

const table = Object.entries<Command>(COMMANDS);

function commands() {
  return table.map(([command, { title, icon, enablement }]) => ({
    command,
    title,
    category: 'Awaitwise',
    ...(icon !== undefined && { icon: `$(${icon})` }),
    ...(enablement !== undefined && { enablement }),
  }));
}

/** Mostly words for models, and names that are no words: nothing to translate. */
function tools() {
  return Object.entries<Tool>(TOOLS).map(
    ([name, { displayName, modelDescription, userDescription, input, required }]) => ({
      ...{ name, displayName, modelDescription, userDescription },
      canBeReferencedInPrompt: true,
      toolReferenceName: name.replace('awaitwise_', 'awaitwise-'),
      tags: ['python', 'async'],
      inputSchema: { type: 'object', properties: input, required },
    }),
  );
}

function hidden() {
  return table.filter(([, { isHidden }]) => isHidden).map(([command]) => ({ command, when: 'false' }));
}
