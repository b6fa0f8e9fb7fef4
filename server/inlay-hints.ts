/** Hints behind calls that block, also in functions in which nothing is wrong with that. */
import type { InlayHint, Range } from 'vscode-languageserver';
import type { Analysis } from '../core/index.ts';
import { stepList } from './hover.ts';
import { offsetIn, type Locations } from './locations.ts';
import type { OpenFile } from './open-files.ts';

export function inlayHints(
  { analysis, file, locations }: { analysis: Analysis; file: OpenFile; locations: Locations },
  uri: string,
  range: Range,
): InlayHint[] {
  const within = { start: offsetIn(file, uri, range.start), end: offsetIn(file, uri, range.end) };
  return analysis.blockingIn(file.path, within).flatMap(({ kind, span, chain }) => {
    const location = locations.of(file.path, span);
    if (location?.uri !== uri) return [];
    return [
      {
        position: location.range.end,
        label: `blocks (${kind})`,
        tooltip: { kind: 'markdown', value: stepList(chain, locations) },
        paddingLeft: true,
      },
    ];
  });
}
