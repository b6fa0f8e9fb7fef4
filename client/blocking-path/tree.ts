/** A blocking path as a list: one line a call. */
import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  workspace,
  type Location,
  type TreeDataProvider,
} from 'vscode';
import type { CommandId } from '../contributes/commands.ts';

export interface Step {
  /** From 1. */
  readonly number: number;
  /** The call that blocks. */
  readonly isLast: boolean;
  readonly function: string;
  readonly callee: string;
  /** Null where the source is not at hand. */
  readonly location: Pick<Location, 'uri' | 'range'> | null;
}

export class PathTree implements TreeDataProvider<Step> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #steps: readonly Step[] = [];

  set(steps: readonly Step[]): void {
    this.#steps = steps;
    this.#changed.fire();
  }

  getChildren(step?: Step): Step[] {
    return step ? [] : [...this.#steps];
  }

  /** Needed to select a step from outside. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(step: Step): TreeItem {
    const { number, isLast, callee, location } = step;
    const item = new TreeItem(`${String(number)}  ${callee}`);
    const caller = step.function === '' ? l10n.t('at module level') : l10n.t('in {0}', step.function);
    const place =
      location && `${workspace.asRelativePath(location.uri)}:${String(location.range.start.line + 1)}`;
    item.description = place === null ? caller : `${caller}, ${place}`;
    item.tooltip = isLast ? l10n.t('{0} blocks', callee) : l10n.t('{0} is called', callee);
    item.iconPath = isLast
      ? new ThemeIcon('error', new ThemeColor('list.errorForeground'))
      : new ThemeIcon('arrow-down');
    item.command = {
      title: l10n.t('Go to Step'),
      command: 'awaitwise.goToStep' satisfies CommandId,
      arguments: [number - 1],
    };
    return item;
  }
}
