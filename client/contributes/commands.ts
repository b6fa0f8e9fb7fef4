/** The commands of the extension: the manifest lists them, and `activate` gives each of them something to do. */

export interface Command {
  readonly title: string;
  /** Of VS Code's product icons; for commands that stand in the title of a view. */
  readonly icon?: string;
  /** When it can be used; always, where nothing is said. */
  readonly enablement?: string;
  /** Of no use to somebody who types its name. */
  readonly isHidden?: boolean;
}

/** Set while a path is shown. */
export const HAS_PATH = 'awaitwise.hasPath';
/** Set while the extension is active: views and menus stay away before. */
export const IS_ACTIVE = 'awaitwise.isActive';

const IN_PYTHON = 'editorLangId == python';

export const COMMANDS = {
  'awaitwise.showBlockingPath': { title: 'Show Blocking Path', enablement: IN_PYTHON },
  'awaitwise.nextStep': { title: 'Next Step of Blocking Path', icon: 'arrow-down', enablement: HAS_PATH },
  'awaitwise.previousStep': {
    title: 'Previous Step of Blocking Path',
    icon: 'arrow-up',
    enablement: HAS_PATH,
  },
  'awaitwise.goToStep': { title: 'Go to Step', isHidden: true },
  'awaitwise.clearBlockingPath': { title: 'Clear Blocking Path', icon: 'clear-all', enablement: HAS_PATH },
  'awaitwise.shouldBeAsync': { title: 'Should this be async?' },
  'awaitwise.writeGuide': { title: 'Write the Async/Sync Guide for this Repository' },
  'awaitwise.refreshWorkflows': { title: 'Refresh Workflows', icon: 'refresh', enablement: IS_ACTIVE },
  'awaitwise.goToWorkflow': { title: 'Go to Code', icon: 'go-to-file', isHidden: true },
  'awaitwise.turnOffRule': { title: 'Turn Off Rule', isHidden: true },
  'awaitwise.restart': { title: 'Restart Server' },
  'awaitwise.showLog': { title: 'Show Log' },
  'awaitwise.showDebugInformation': { title: 'Show Debug Information' },
  'awaitwise.showMenu': { title: 'Show Menu' },
  'awaitwise.openSettings': { title: 'Open Settings' },
  'awaitwise.openSample': { title: 'Open Sample Project' },
  'awaitwise.openWalkthrough': { title: 'Open Walkthrough' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
