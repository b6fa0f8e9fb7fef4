/** The program `awaitwise`. */
import { ExitCode } from './exit-code.ts';
import { run } from './run.ts';

// Who reads from a pipe may stop reading: that is no failure of ours, and nobody is left to be told.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function main(): Promise<number> {
  const { env, stdin, stdout, stderr } = process;
  try {
    return await run(process.argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
  } catch (error) {
    // A failure of ours must not be taken for findings.
    console.error(
      `error: in awaitwise itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return ExitCode.BadUse;
  }
}

// The code is set rather than exited with, so that all that was written gets where it should.
void main().then((code) => {
  process.exitCode = code;
});
