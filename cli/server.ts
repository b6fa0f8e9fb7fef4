/** `awaitwise server`: the language server, for editors that start it themselves. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The bundle beside this one. It reads its way of talking from the arguments of the process. */
const BUNDLE = join(__dirname, 'server.js');
const OVER_STDIO = '--stdio';

/** Starts it in this process, which lives until the editor says that it is enough. */
export async function serve(): Promise<void> {
  if (!process.argv.includes(OVER_STDIO)) process.argv.push(OVER_STDIO);
  await import(pathToFileURL(BUNDLE).href);
}
