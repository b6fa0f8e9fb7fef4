/** What the server knows of itself, as text for a report. */
import type { Folder } from './folder.ts';
import type { ServerStatus } from './protocol.ts';

export function debugInformation(
  about: readonly string[],
  status: ServerStatus,
  folders: readonly Folder[],
): string {
  return [
    ...about,
    `Busy: ${String(status.isBusy)}, files: ${String(status.files)}`,
    ...folders.map(describe),
    ...status.problems.map((problem) => `Problem: ${problem}`),
  ].join('\n');
}

function describe({ root, isLoose, files, environment, project }: Folder): string {
  const { origin, pythonVersion } = environment;
  const { packageFolders } = project.environment;
  return [
    `Folder: ${root}${isLoose ? ' (not of the workspace)' : ''}, files: ${String(files.size)}`,
    `  Environment: ${origin ?? 'none'}, Python ${pythonVersion ?? 'unknown'}`,
    ...packageFolders.map((folder) => `  Packages: ${folder}`),
  ].join('\n');
}
