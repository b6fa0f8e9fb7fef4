/** Findings for programs. Fields are added, never changed: others read them. */
import { SEVERITIES } from '../../core/model/finding.ts';
import type { Place, Report, ReportedFinding } from '../report.ts';
import type { Format, Look } from './format.ts';
import { countBy } from './summary.ts';

export const json: Format = (report, look) => {
  // A finding a line: small, and still to be read, compared and searched line by line.
  const findings = report.findings.map((found) => `\n  ${JSON.stringify(findingOf(found, look))}`).join(',');
  const summary = JSON.stringify(summaryOf(report, look));
  return `{"version":1,"findings":[${findings}${findings === '' ? '' : '\n'}],"summary":${summary}}\n`;
};

function findingOf({ finding, place, chain, fixes }: ReportedFinding, look: Look) {
  const { code, name, severity, message, kind = null, via = null, confidence, reason, guideline } = finding;
  return {
    code,
    name,
    severity,
    message,
    ...start(place, look),
    endLine: place.to.line,
    endColumn: place.to.column,
    function: finding.function,
    kind,
    via,
    confidence,
    reason,
    chain: chain.map(({ hop, place: at }) => ({
      ...(at ? start(at, look) : { path: null, line: null, column: null }),
      function: hop.function,
      text: hop.callee,
    })),
    fixes: fixes().map(({ title, safe, kind: fixKind }) => ({ title, safe, kind: fixKind })),
    guideline,
  };
}

/** Lines are those of the cell, where there is one. */
function start({ path, from: { cell, line, column } }: Place, { relative }: Look) {
  return { path: relative(path), ...(cell !== undefined && { cell }), line, column };
}

function summaryOf({ findings, files, problems, known }: Report, { relative }: Look) {
  const severities = countBy(findings, ({ finding }) => finding.severity);
  return {
    files: files.length,
    findings: findings.length,
    ...(known !== undefined && { known }),
    severities: Object.fromEntries(SEVERITIES.map((severity) => [severity, severities.get(severity) ?? 0])),
    codes: Object.fromEntries([...countBy(findings, ({ finding }) => finding.code)].sort()),
    problems: problems.map(({ path, message }) => ({
      path: path === undefined ? null : relative(path),
      message,
    })),
  };
}
