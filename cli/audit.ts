/** `awaitwise audit`: for each coroutine every call that is not awaited, what it leads to, and what to wrap. */
import { absolute } from '../disk/file-system.ts';
import { auditPage, type AuditForm, type AuditRow } from './audit-page.ts';
import { ExitCode } from './exit-code.ts';
import { Inspector } from './inspector.ts';
import { lookFrom } from './look.ts';
import { openTarget } from './open.ts';
import type { PlaceOptions } from './options.ts';
import { Places } from './report.ts';
import { findTargets } from './targets.ts';
import { complain, type Terminal } from './terminal.ts';

export interface AuditOptions extends PlaceOptions {
  readonly format: AuditForm;
}

export function audit(paths: readonly string[], options: AuditOptions, terminal: Terminal): ExitCode {
  const { targets, problems } = findTargets(paths, absolute(terminal.cwd, '.'));
  const look = lookFrom(absolute(terminal.cwd, '.'), terminal);
  const bad = problems.map(({ path, message }) => `${look.shown(path)}: ${message}`);
  const inspector = new Inspector(new Map());
  const rows = targets.flatMap((target) => {
    const project = openTarget(target, options, terminal);
    bad.push(...project.badSettings);
    const analysis = inspector.open(project);
    const places = new Places(analysis);
    return project.files.flatMap((path) =>
      analysis.audit(path).flatMap((call): AuditRow[] => {
        const place = places.find(path, call.span);
        return place ? [{ ...call, place, code: places.code(path, call.span) }] : [];
      }),
    );
  });
  for (const message of bad) complain('error', message, terminal);
  terminal.stdout.write(auditPage(rows, options.format, look));
  return bad.length > 0 ? ExitCode.BadUse : ExitCode.Clean;
}
