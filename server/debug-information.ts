/** What the server knows of itself, as text for a report. */
import type { Folder } from './folder.ts';
import type { ServerStatus } from './protocol.ts';

export function debugInformation(status: ServerStatus, folders: readonly Folder[]): string {
  const { heapUsed, rss } = process.memoryUsage();
  return [
    `Process: ${String(process.pid)}, Node ${process.version}, up ${process.uptime().toFixed(0)} s`,
    `Memory: ${megabytes(heapUsed)} used, ${megabytes(rss)} resident`,
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

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
