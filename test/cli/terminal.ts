/** The command line in a terminal of our own, on small projects in folders of their own. */
import { Readable } from 'node:stream';
import { run } from '../../cli/run.ts';
import { folderWith, type Files } from '../disk/folder.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Session {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export async function awaitwise(
  args: readonly string[],
  { cwd, stdin = '', env = {}, isTTY, columns }: Session,
): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd,
    env,
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: { write: (text) => (out += text), isTTY, columns },
    stderr: { write: (text) => (err += text), isTTY, columns },
  });
  return { code, out: out.replaceAll(cwd, '<cwd>'), err: err.replaceAll(cwd, '<cwd>') };
}

/** Runs `awaitwise` in a new folder with these files. */
export function inFolder(files: Files, args: readonly string[], more: Partial<Session> = {}): Promise<Ended> {
  return awaitwise(args, { cwd: folderWith(files), ...more });
}

/** A module that sleeps on the loop: one finding of AW101, at its third line. */
export const SLEEPY = 'import time\nasync def nap():\n    time.sleep(1)\n';

/** A module with nothing to report. */
export const CLEAN = 'import asyncio\nasync def nap():\n    await asyncio.sleep(1)\n';
