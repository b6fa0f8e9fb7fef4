/** The same fixes as others write them: an editor by lines and columns, `patch` by what `--diff` shows. */
import { applyPatch, createTwoFilesPatch } from 'diff';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/index.ts';
import type { TextEdit } from '../../core/model/finding.ts';

export function asEditorWrites(
  analysis: Analysis,
  path: string,
  before: string,
  edits: readonly TextEdit[],
): string {
  const document = TextDocument.create(path, 'python', 1, before);
  const summary = analysis.summary(path);
  const at = (offset: number) => {
    const { line = 1, column = 1 } = summary?.position(offset) ?? {};
    return { line: line - 1, character: column - 1 };
  };
  return TextDocument.applyEdits(
    document,
    edits.map(({ span, text }) => ({ range: { start: at(span.start), end: at(span.end) }, newText: text })),
  );
}

export function asPatchWrites(before: string, after: string): string | false {
  return applyPatch(before, createTwoFilesPatch('before', 'after', before, after));
}
