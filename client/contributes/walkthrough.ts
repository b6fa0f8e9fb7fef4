/** The walkthrough: five steps that somebody can do in a minute. It never opens by itself. */
import type { CommandId } from './commands.ts';
import { WALKTHROUGH } from './views.ts';

const button = (title: string, command: CommandId | 'editor.action.quickFix') =>
  `[${title}](command:${command})`;
const picture = (name: string, altText: string) => ({ svg: `media/walkthrough/${name}.svg`, altText });

export const walkthroughs = [
  {
    id: WALKTHROUGH,
    title: 'Get Started with Awaitwise',
    description: 'Find the calls that block your event loop.',
    steps: [
      {
        id: 'sample',
        title: 'See what blocks',
        description:
          'The sample is a small async program that stands still where it should not. Open it: what blocks is underlined, ' +
          `at the place where async code calls it.\n${button('Open Sample', 'awaitwise.openSample')}`,
        media: picture('find', 'A call in a coroutine is underlined'),
        completionEvents: ['onCommand:awaitwise.openSample'],
      },
      {
        id: 'path',
        title: 'Follow the path',
        description:
          'The call that blocks often lies some functions down. Put the cursor on an underlined call and walk the path, ' +
          `step by step.\n${button('Show Blocking Path', 'awaitwise.showBlockingPath')}`,
        media: picture('path', 'Three numbered calls lead from a coroutine down to a sleep'),
        completionEvents: ['onCommand:awaitwise.showBlockingPath'],
      },
      {
        id: 'fix',
        title: 'Fix it, or say why not',
        description:
          'The light bulb on an underlined call offers what there is to do: an edit where one is known, or a comment that ' +
          `silences the rule on this line.\n${button('Show Fixes', 'editor.action.quickFix')}`,
        media: picture('fix', 'A light bulb offers an edit'),
        completionEvents: ['onCommand:editor.action.quickFix'],
      },
      {
        id: 'settings',
        title: 'Choose your guidance',
        description:
          'Projects differ on when async pays. The profile decides which rules are on; each rule can be set by itself, also ' +
          `in pyproject.toml.\n${button('Open Settings', 'awaitwise.openSettings')}`,
        media: picture('settings', 'A profile is chosen in the settings'),
        completionEvents: ['onCommand:awaitwise.openSettings', 'onSettingChanged:awaitwise.profile'],
      },
      {
        id: 'menu',
        title: 'Know where to look',
        description:
          'The braces in the status bar tell what Awaitwise is doing, and which Python environment it reads. Its menu has ' +
          `the log, a restart, and more.\n${button('Show Menu', 'awaitwise.showMenu')}`,
        media: picture('status', 'The status of Awaitwise in the status bar'),
        completionEvents: ['onCommand:awaitwise.showMenu'],
      },
    ],
  },
];
