/** The menu behind the status: what one may want when something looks odd. */
import { commands, l10n, window, type QuickPickItem } from 'vscode';
import type { CommandId } from './contributes/commands.ts';

interface Entry extends QuickPickItem {
  readonly command: CommandId;
}

export async function showMenu(): Promise<void> {
  const entries: Entry[] = [
    { label: l10n.t('$(output) Show Log'), command: 'awaitwise.showLog' },
    { label: l10n.t('$(debug-restart) Restart Server'), command: 'awaitwise.restart' },
    { label: l10n.t('$(gear) Open Settings'), command: 'awaitwise.openSettings' },
    { label: l10n.t('$(info) Show Debug Information'), command: 'awaitwise.showDebugInformation' },
    { label: l10n.t('$(mortar-board) Open Walkthrough'), command: 'awaitwise.openWalkthrough' },
  ];
  const chosen = await window.showQuickPick(entries, { placeHolder: 'Awaitwise' });
  if (chosen) await commands.executeCommand(chosen.command);
}
