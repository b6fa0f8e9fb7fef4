/** Lets the engine look at one project, and looks up every place that it speaks of. */
import { AnalysisHost } from '../core/index.ts';
import type { FileSystem } from '../core/model/workspace.ts';
import { nodeFileSystem } from '../disk/file-system.ts';
import type { Project } from '../disk/project.ts';
import { readStub } from '../disk/stubs.ts';
import type { Progress } from './progress.ts';
import { Places, type ReportedFinding } from './report.ts';

export interface Inspection {
  readonly findings: readonly ReportedFinding[];
  /** Files that could not be read, or not wholly. */
  readonly unread: readonly { readonly path: string; readonly message: string }[];
  /** What went wrong in the engine itself. */
  readonly failures: readonly string[];
}

/** `given`: bytes that stand in for what is on disk, by path. */
export function inspect(
  project: Project,
  given: ReadonlyMap<string, Uint8Array>,
  progress: Progress,
): Inspection {
  const { root, environment, settings } = project;
  const unmet = new Set(project.files);
  const files: FileSystem = {
    ...nodeFileSystem,
    read(path) {
      if (unmet.delete(path)) progress.advance();
      return given.get(path) ?? nodeFileSystem.read(path);
    },
  };
  const failures: string[] = [];
  const log = (message: string) => failures.push(message);
  const host = new AnalysisHost({ root, files, environment, settings, stubs: readStub, log });
  host.setFiles(project.files);

  const analysis = host.analysis();
  const places = new Places(analysis);
  const findings = project.files.flatMap((path) => {
    const found = analysis.findings(path);
    progress.advance();
    return found.flatMap((finding) => places.report(finding, []) ?? []);
  });
  return { findings, unread: analysis.problems(), failures };
}
