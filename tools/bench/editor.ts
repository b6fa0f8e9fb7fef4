/**
 * `npm run bench -- --editor DIR`: what an editor waits for. A session over the protocol alone: a file of 3,000 lines is
 * opened in a workspace, and somebody types into the middle of it.
 */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { discover } from '../../disk/discover.ts';
import { DebugInformationRequest, StatusChanged, type ServerStatus } from '../../server/protocol.ts';
import { Editor } from '../../test/server/editor.ts';

const LINES = 3_000;
/** What is typed, letter by letter, behind the middle of the file. */
const TYPED = '    if value is None:\n        return compute(value, 1)\n';
const ROUNDS = 3;
/** Between two letters: somebody who types fast. */
const PERIOD_MS = 150;
const FILE = 'awaitwise_bench.py';

export async function benchEditor(folder: string): Promise<void> {
  const files = discover(folder, { excluded: () => false, respectGitignore: true }).files;
  const text = largeFile(files);
  const start = performance.now();
  const editor = await Editor.start({ folders: [folder], features: { status: true }, patience: 120_000 });
  const idle = untilIdle(editor);
  await editor.open(FILE, text);
  await editor.diagnostics(FILE);
  report('open to first diagnostics', performance.now() - start);
  await idle;
  report(`open until all of ${String(files.length)} files are looked at`, performance.now() - start);

  const waits: number[] = [];
  let now = text;
  let at = text.indexOf('\n', text.length / 2) + 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (const letter of TYPED) {
      now = now.slice(0, at) + letter + now.slice(at);
      at++;
      const typed = performance.now();
      await editor.type(FILE, now);
      await editor.diagnostics(FILE);
      waits.push(performance.now() - typed);
      await setTimeout(Math.max(0, PERIOD_MS - (performance.now() - typed)));
    }
  }
  waits.sort((a, b) => a - b);
  report('letter to diagnostics, p50', waits[Math.floor(waits.length * 0.5)] ?? 0);
  report('letter to diagnostics, p95', waits[Math.floor(waits.length * 0.95)] ?? 0);
  const paused = performance.now();
  await untilIdle(editor);
  report('last letter until all is looked at again', performance.now() - paused);
  const about = await editor.connection.sendRequest<string>(DebugInformationRequest.method, null);
  console.log(/^Memory: .*/m.exec(about)?.[0]);
  await editor.quit();
}

/** The longest files of a workspace as one. */
function largeFile(files: readonly string[]): string {
  const texts = files
    .filter((path) => path.endsWith('.py'))
    .map((path) => readFileSync(path, 'utf8'))
    .sort((a, b) => b.length - a.length);
  const lines: string[] = [];
  for (const text of texts) {
    if (lines.length >= LINES) break;
    lines.push(...text.split('\n'));
  }
  return lines.join('\n');
}

/** The server has come to the end of what it has to do. */
function untilIdle(editor: Editor): Promise<void> {
  return new Promise((resolve) => {
    const listening = editor.connection.onNotification(StatusChanged.method, ({ isBusy }: ServerStatus) => {
      if (isBusy) return;
      listening.dispose();
      resolve();
    });
  });
}

function report(what: string, milliseconds: number): void {
  console.log(`${what}: ${milliseconds.toFixed(0)} ms`);
}
