/** Small words for what tests do in a workspace. */
import { setTimeout } from 'node:timers/promises';
import { Uri, window, workspace, type TextEditor } from 'vscode';

const PATIENCE_MS = 15_000;
const PERIOD_MS = 20;

export function uriOf(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function openFile(path: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uriOf(path)));
}

/** Asks again and again, until there is an answer that counts as true. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
): Promise<Answer> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const answer = await ask();
    if (answer) return answer;
    await setTimeout(PERIOD_MS);
  }
  throw new Error(`still waiting: ${what}`);
}
