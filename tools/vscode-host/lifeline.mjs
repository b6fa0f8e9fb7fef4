// `node lifeline.mjs PROGRAM ARGS…`: runs a program, and ends it with all its children when standard input closes.
// A pipe closes however its holder ends, also by SIGKILL; so start this detached, and hold its input open.
import { spawn } from 'node:child_process';

const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.on('error', ({ message }) => {
  console.error(message);
  endGroup();
});
child.on('exit', endGroup);
process.stdin.on('close', endGroup).on('error', endGroup).resume();

/** Started detached, we lead a process group: the program, what it started, and ourselves. */
function endGroup() {
  process.kill(-process.pid, 'SIGKILL');
}
