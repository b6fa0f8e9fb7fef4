/** The Workflows tree of the side bar: by kind, each with its verdict, and a click away from its code. */
import {
  EventEmitter,
  l10n,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  Uri,
  type Disposable,
  type TreeDataProvider,
} from 'vscode';
import type { WorkflowSummary } from '../../server/protocol.ts';
import type { CommandId } from '../contributes/commands.ts';
import { WORKFLOWS_VIEW } from '../contributes/views.ts';
import { adviceLabel, KINDS, TODAY, VERDICTS } from '../webview/words.ts';
import type { Workflows } from './workflows.ts';

/** Workflows of one kind. */
interface Group {
  readonly kind: WorkflowSummary['kind'];
  readonly workflows: readonly WorkflowSummary[];
}

type Verdict = WorkflowSummary['glance']['verdict'];
export type WorkflowNode = Group | WorkflowSummary;

export class WorkflowsTree implements TreeDataProvider<WorkflowNode>, Disposable {
  readonly #workflows: Workflows;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: Disposable[];
  #watching: Disposable | undefined;

  constructor(workflows: Workflows) {
    this.#workflows = workflows;
    const view = window.createTreeView<WorkflowNode>(WORKFLOWS_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      view,
      view.onDidChangeVisibility(({ visible }) => {
        this.#watch(visible);
      }),
      workflows.onDidChange(() => {
        this.#changed.fire();
      }),
    ];
    this.#watch(view.visible);
  }

  getChildren(node?: WorkflowNode): WorkflowNode[] {
    if (!node) return groups(this.#workflows.list.workflows);
    return 'workflows' in node ? [...node.workflows] : [];
  }

  getTreeItem(node: WorkflowNode): TreeItem {
    return 'workflows' in node ? groupItem(node) : workflowItem(node);
  }

  dispose(): void {
    this.#watch(false);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #watch(isVisible: boolean): void {
    this.#watching?.dispose();
    this.#watching = isVisible ? this.#workflows.watch() : undefined;
  }
}

function groups(workflows: readonly WorkflowSummary[]): Group[] {
  const kinds = new Set(workflows.map(({ kind }) => kind));
  return [...kinds].map((kind) => ({ kind, workflows: workflows.filter((one) => one.kind === kind) }));
}

function groupItem({ kind, workflows }: Group): TreeItem {
  const item = new TreeItem(KINDS[kind], TreeItemCollapsibleState.Expanded);
  item.id = kind;
  item.description = String(workflows.length);
  return item;
}

const ICONS: Readonly<Record<Verdict, readonly [icon: string, color: string]>> = {
  blocked: ['error', 'problemsErrorIcon.foreground'],
  change: ['arrow-swap', 'problemsWarningIcon.foreground'],
  open: ['question', 'problemsInfoIcon.foreground'],
  fits: ['pass', 'testing.iconPassed'],
};

function workflowItem({ folder, id, name, location, today, glance }: WorkflowSummary): TreeItem {
  const item = new TreeItem(name);
  const [icon, color] = ICONS[glance.verdict];
  const advice = adviceLabel(glance.advice);
  const uri = Uri.parse(location.uri);
  const place = `${workspace.asRelativePath(uri)}:${String(location.range.start.line + 1)}`;
  const says = `${VERDICTS[glance.verdict]}. ${l10n.t('Today {0}, advised {1}.', TODAY[today], advice)}`;
  item.id = `${folder}#${id}`;
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.description = `${TODAY[today]} → ${advice}${glance.isOpen ? '?' : ''}`;
  item.tooltip = `${says}\n${place}`;
  item.accessibilityInformation = { label: `${name}. ${says}` };
  item.contextValue = 'workflow';
  item.command = {
    title: l10n.t('Should this be async?'),
    command: 'awaitwise.shouldBeAsync' satisfies CommandId,
    arguments: [{ folder, id }],
  };
  return item;
}

/** Shows where a workflow begins. */
export async function goToWorkflow(node: WorkflowNode): Promise<void> {
  if (!('location' in node)) return;
  const { line, character } = node.location.range.start;
  const start = new Position(line, character);
  await window.showTextDocument(Uri.parse(node.location.uri), { selection: new Range(start, start) });
}
