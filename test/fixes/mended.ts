// What one fix makes of a small project.
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/index.ts';
import { projectOf } from '../analyse.ts';

type Files = Readonly<Record<string, string>>;

/** What a fix of the project's first finding of a rule makes of its files; or why there is none. */
export function mended(
  files: Files,
  code: string,
  id: string,
  pythonVersion?: readonly [number, number],
): Files | string {
  const { host, paths } = projectOf(
    new Map(Object.entries(files)),
    { rules: { [code]: 'warning' } },
    { pythonVersion },
  );
  const analysis = host.analysis();
  const finding = paths.flatMap((path) => analysis.findings(path)).find((one) => one.code === code);
  assert.ok(finding, `${code} is not found`);
  const { fixes, refusals } = analysis.remedies(finding);
  const fix = fixes.find((one) => one.id === id);
  if (!fix) return refusals.map(({ reason }) => reason).join();
  const changed = [...new Set(fix.edits.map(({ path }) => path))];
  return Object.fromEntries(
    changed.map((path) => [
      path.replace('/project/', ''),
      applyEdits(
        analysis.text(path),
        fix.edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
}
