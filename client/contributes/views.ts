/** The views of the extension, and which commands stand where. */
import { HAS_PATH, IS_ACTIVE, type CommandId } from './commands.ts';

const CONTAINER = 'awaitwise';
export const PATH_VIEW = 'awaitwise.blockingPath';
export const WORKFLOWS_VIEW = 'awaitwise.workflows';
export const WALKTHROUGH = 'awaitwise.start';

export const viewsContainers = {
  activitybar: [{ id: CONTAINER, title: 'Awaitwise', icon: 'media/activity-bar.svg' }],
};

export const views = {
  [CONTAINER]: [
    { id: PATH_VIEW, name: 'Blocking Path', when: IS_ACTIVE },
    { id: WORKFLOWS_VIEW, name: 'Workflows', when: IS_ACTIVE },
  ],
};

export const viewsWelcome = [
  {
    view: PATH_VIEW,
    contents:
      'Put the cursor on a call that Awaitwise reports, and follow it down to the one that blocks.\n' +
      '[Show Blocking Path](command:awaitwise.showBlockingPath)',
  },
  {
    view: WORKFLOWS_VIEW,
    contents:
      'The ways into your program, and whether sync or async suits each of them, are listed here: endpoints, commands, ' +
      'scripts, jobs, notebooks, tools of agents. None has been found yet.\n' +
      '[Should this be async?](command:awaitwise.shouldBeAsync)',
  },
];

const command = (id: CommandId, more: object) => ({ command: id, ...more });
const inPathTitle = (place: number) => ({
  when: `view == ${PATH_VIEW}`,
  group: `navigation@${String(place)}`,
});

export const menus = {
  'view/title': [
    command('awaitwise.previousStep', inPathTitle(1)),
    command('awaitwise.nextStep', inPathTitle(2)),
    command('awaitwise.clearBlockingPath', inPathTitle(3)),
    command('awaitwise.refreshWorkflows', { when: `view == ${WORKFLOWS_VIEW}`, group: 'navigation@1' }),
  ],
  'view/item/context': [
    command('awaitwise.goToWorkflow', {
      when: `view == ${WORKFLOWS_VIEW} && viewItem == workflow`,
      group: 'inline',
    }),
  ],
  'editor/context': [
    command('awaitwise.showBlockingPath', {
      when: `editorLangId == python && ${IS_ACTIVE}`,
      group: 'navigation@9',
    }),
  ],
};

/** As in debugging: down the calls, and up again. */
export const keybindings = [
  command('awaitwise.nextStep', { key: 'alt+f9', when: HAS_PATH }),
  command('awaitwise.previousStep', { key: 'shift+alt+f9', when: HAS_PATH }),
];
