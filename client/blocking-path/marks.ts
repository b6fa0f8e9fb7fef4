/** A blocking path as numbers in front of its calls, in every editor that shows one of them. */
import {
  OverviewRulerLane,
  ThemeColor,
  window,
  type DecorationOptions,
  type Disposable,
  type TextEditor,
} from 'vscode';
import type { Step } from './tree.ts';

export class Marks implements Disposable {
  readonly #decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.wordHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.warningForeground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  #steps: readonly Step[] = [];
  readonly #subscription = window.onDidChangeVisibleTextEditors(() => {
    this.#draw();
  });

  set(steps: readonly Step[]): void {
    this.#steps = steps;
    this.#draw();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#decoration.dispose();
  }

  #draw(): void {
    for (const editor of window.visibleTextEditors)
      editor.setDecorations(this.#decoration, this.#marksIn(editor));
  }

  #marksIn({ document }: TextEditor): DecorationOptions[] {
    const uri = document.uri.toString();
    return this.#steps.flatMap(({ number, location }) =>
      location?.uri.toString() === uri ? [{ range: location.range, renderOptions: badge(number) }] : [],
    );
  }
}

function badge(number: number): NonNullable<DecorationOptions['renderOptions']> {
  return {
    before: {
      contentText: ` ${String(number)} `,
      color: new ThemeColor('badge.foreground'),
      backgroundColor: new ThemeColor('badge.background'),
      margin: '0 0.4em 0 0',
    },
  };
}
