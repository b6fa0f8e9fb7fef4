/** The formats by the names they have on the command line. */
import { concise } from './concise.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const FORMATS = { text, concise, json, sarif, github } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
