/** The program `awaitwise`. */
import { run } from './run.ts';

// Who reads from a pipe may stop reading: that is no failure of ours, and nobody is left to be told.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// The code is set rather than exited with, so that all that was written gets where it should.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
}).then((code) => {
  process.exitCode = code;
});
