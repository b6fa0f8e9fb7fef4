/** The view of a blocking path: its calls as a list and as numbers in the editors, to be walked step by step. */
import { commands, l10n, Range, Uri, window, type Disposable } from 'vscode';
import { BlockingPathRequest, type BlockingPath, type Place } from '../../server/protocol.ts';
import { HAS_PATH } from '../contributes/commands.ts';
import { PATH_VIEW } from '../contributes/views.ts';
import { placeOfCursor } from '../cursor.ts';
import type { Session } from '../session.ts';
import { Marks } from './marks.ts';
import { PathTree, type Step } from './tree.ts';

export class BlockingPathView implements Disposable {
  readonly #session: Session;
  readonly #tree = new PathTree();
  readonly #view = window.createTreeView(PATH_VIEW, { treeDataProvider: this.#tree });
  readonly #marks = new Marks();
  #steps: readonly Step[] = [];
  #current = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  dispose(): void {
    this.#view.dispose();
    this.#marks.dispose();
  }

  /** Shows the path from a place, or from the cursor. */
  async show(place: unknown = placeOfCursor()): Promise<void> {
    const path =
      place === undefined ? undefined : await this.#session.ask(BlockingPathRequest, place as Place);
    if (!path) {
      void window.showInformationMessage(l10n.t('No blocking call is reported here.'));
      return;
    }
    this.#set(path);
    await this.goTo(0);
  }

  async move(by: number): Promise<void> {
    await this.goTo(this.#current + by);
  }

  async goTo(index: number): Promise<void> {
    const step = this.#steps[index];
    if (!step) return;
    this.#current = index;
    await this.#view.reveal(step, { select: true });
    if (!step.location) return;
    const { uri, range } = step.location;
    await window.showTextDocument(uri, {
      selection: new Range(range.start, range.start),
      preserveFocus: true,
    });
  }

  clear(): void {
    this.#set(undefined);
  }

  #set(path: BlockingPath | undefined): void {
    this.#steps = path ? stepsOf(path) : [];
    this.#current = 0;
    this.#tree.set(this.#steps);
    this.#marks.set(this.#steps);
    // An empty message hides the line.
    this.#view.message = path ? `${path.code}: ${path.message}` : '';
    void commands.executeCommand('setContext', HAS_PATH, this.#steps.length > 0);
  }
}

function stepsOf({ steps }: BlockingPath): Step[] {
  return steps.map(({ location, function: name, callee }, index) => ({
    number: index + 1,
    isLast: index === steps.length - 1,
    function: name,
    callee,
    location: location && {
      uri: Uri.parse(location.uri),
      range: new Range(
        location.range.start.line,
        location.range.start.character,
        location.range.end.line,
        location.range.end.character,
      ),
    },
  }));
}
