/** The extension: what there is to see and to run is there at once, and the server starts behind it. */
import { commands, Uri, window, type Disposable, type ExtensionContext } from 'vscode';
import { BlockingPathView } from './blocking-path/view.ts';
import { COMMANDS, IS_ACTIVE, type CommandId } from './contributes/commands.ts';
import { WALKTHROUGH } from './contributes/views.ts';
import { showDebugInformation } from './debug-information.ts';
import { Interpreters } from './interpreters.ts';
import { showMenu } from './menu.ts';
import { writeGuide } from './panel/guide.ts';
import { WIZARD, WizardPanel } from './panel/panel.ts';
import { openSample } from './sample.ts';
import { Session } from './session.ts';
import { StatusItem } from './status.ts';
import { registerTools } from './tools.ts';
import { turnOffRule } from './turn-off-rule.ts';
import { WorkflowLenses } from './workflows/lenses.ts';
import { goToWorkflow, WorkflowsTree, type WorkflowNode } from './workflows/tree.ts';
import { Workflows } from './workflows/workflows.ts';

let session: Session | undefined;

export function activate(context: ExtensionContext): Session {
  const log = window.createOutputChannel('Awaitwise', { log: true });
  const current = new Session(log, async (events) => {
    // The language client is large: it is loaded when VS Code need not wait for it any more.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { launch } = await import('./launch.ts');
    return launch(context, log, events);
  });
  session = current;
  const path = new BlockingPathView(current);
  const workflows = new Workflows(current, context.workspaceState);
  const wizard = new WizardPanel(context, current, workflows);
  const { id } = context.extension;

  context.subscriptions.push(
    log,
    current,
    new StatusItem(current),
    path,
    new Interpreters(current, log),
    workflows,
    new WorkflowsTree(workflows),
    new WorkflowLenses(workflows),
    wizard,
    window.registerWebviewPanelSerializer(WIZARD, wizard),
    ...registerTools(current),
    ...register({
      'awaitwise.showBlockingPath': (place) => path.show(place),
      'awaitwise.nextStep': () => path.move(1),
      'awaitwise.previousStep': () => path.move(-1),
      'awaitwise.goToStep': (step) => path.goTo(Number(step)),
      'awaitwise.clearBlockingPath': () => {
        path.clear();
      },
      'awaitwise.shouldBeAsync': (wish) => wizard.show(wish),
      'awaitwise.writeGuide': () => writeGuide(current),
      'awaitwise.refreshWorkflows': () => workflows.refresh(),
      'awaitwise.goToWorkflow': (node) => goToWorkflow(node as WorkflowNode),
      'awaitwise.turnOffRule': (code, uri) => turnOffRule(String(code), Uri.parse(String(uri))),
      'awaitwise.restart': () => current.restart(),
      'awaitwise.showLog': () => {
        log.show();
      },
      'awaitwise.showDebugInformation': () => showDebugInformation(context, current),
      'awaitwise.showMenu': showMenu,
      'awaitwise.openSettings': () => commands.executeCommand('workbench.action.openSettings', `@ext:${id}`),
      'awaitwise.openSample': () => openSample(context),
      'awaitwise.openWalkthrough': () =>
        commands.executeCommand('workbench.action.openWalkthrough', `${id}#${WALKTHROUGH}`),
    }),
  );
  void commands.executeCommand('setContext', IS_ACTIVE, true);
  void current.start();
  return current;
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

function register(actions: Record<CommandId, (...args: unknown[]) => unknown>): Disposable[] {
  return (Object.keys(COMMANDS) as CommandId[]).map((id) => commands.registerCommand(id, actions[id]));
}
