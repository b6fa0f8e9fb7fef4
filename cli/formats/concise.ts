/** Findings one a line, as editors and `grep` like them. */
import type { Format } from './format.ts';
import { headline } from './headline.ts';

export const concise: Format = ({ findings }, look) =>
  findings.map((found) => `${headline(found, look)}\n`).join('');
