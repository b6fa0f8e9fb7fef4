/** The version of the package, which is that of all its programs. */
import { version } from '../package.json';

export const VERSION = version;
