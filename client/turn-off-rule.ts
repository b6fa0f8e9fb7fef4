/** Turns a rule off in the settings of the workspace, or of the folder around a file where there are several. */
import { ConfigurationTarget, workspace, type Uri } from 'vscode';

const RULES = 'awaitwise.rules';

export async function turnOffRule(code: string, uri: Uri): Promise<void> {
  const isOneOfSeveral =
    workspace.workspaceFile !== undefined && workspace.getWorkspaceFolder(uri) !== undefined;
  const configuration = workspace.getConfiguration(undefined, uri);
  const written = configuration.inspect<Record<string, string>>(RULES);
  const here = isOneOfSeveral ? written?.workspaceFolderValue : written?.workspaceValue;
  const target = isOneOfSeveral ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  // Without a workspace there is only the user.
  const place = workspace.workspaceFolders ? target : ConfigurationTarget.Global;
  const rules = workspace.workspaceFolders ? here : written?.globalValue;
  await configuration.update(RULES, { ...rules, [code]: 'off' }, place);
}
