/** Findings as SARIF 2.1.0, with the way to what blocks as a code flow. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  CodeFlow,
  Location,
  Log,
  LogicalLocation,
  ReportingDescriptor,
  Result,
} from 'sarif';
import type { Severity } from '../../core/model/finding.ts';
import type { Rule } from '../../core/index.ts';
import type { Place, Report, ReportedFinding } from '../report.ts';
import type { Format, Look } from './format.ts';
import { positionText } from './headline.ts';
const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
const BASE = 'SRCROOT';

export const sarif: Format = (report, look) => `${JSON.stringify(logOf(report, look), undefined, 2)}\n`;

function logOf(report: Report, look: Look): Log {
  const ids = look.rules.map(({ code }) => code);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Awaitwise', semanticVersion: look.version, rules: look.rules.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL(look.cwd).href}/` } },
        invocations: [
          {
            executionSuccessful: !report.problems.some(({ isError }) => isError),
            toolExecutionNotifications: report.problems.map(({ path, message, isError }) => ({
              level: isError ? 'error' : 'warning',
              message: { text: message },
              ...(path !== undefined && {
                locations: [{ physicalLocation: { artifactLocation: artifact(path, look) } }],
              }),
            })),
          },
        ],
        results: resultsOf(report.findings, ids, look),
      },
    ],
  };
}

function descriptorOf({ code, name, guideline, docs }: Rule): ReportingDescriptor {
  return {
    id: code,
    name,
    shortDescription: { text: docs.what },
    fullDescription: { text: `${docs.what} ${docs.why}` },
    help: { text: docs.instead, markdown: docs.instead },
    properties: { tags: ['asyncio'], guideline: [...guideline] },
  };
}

function resultsOf(findings: readonly ReportedFinding[], ids: readonly string[], look: Look): Result[] {
  const seen = new Map<string, number>();
  return findings.map((found) => {
    const { finding, place, chain, related } = found;
    const identity = identityOf(found, look);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return {
      ruleId: finding.code,
      ruleIndex: ids.indexOf(finding.code),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [locationOf(place, look, finding.function)],
      ...(chain.length > 0 && { codeFlows: [codeFlowOf(found, look)] }),
      ...(related.length > 0 && {
        relatedLocations: related.flatMap(({ message, place: at }) =>
          at ? [{ ...locationOf(at, look), message: { text: message } }] : [],
        ),
      }),
      partialFingerprints: { 'awaitwise/v1': hash(`${identity}\n${ordinal}`) },
      properties: {
        confidence: finding.confidence,
        kind: finding.kind,
        via: finding.via,
        guideline: finding.guideline,
      },
    };
  });
}

function codeFlowOf({ chain }: ReportedFinding, look: Look): CodeFlow {
  const locations = chain.map(({ hop, place }, index) => ({
    location: {
      ...(place && locationOf(place, look, hop.function)),
      message: { text: `calls \`${hop.callee}\`` },
    },
    nestingLevel: index,
  }));
  return { threadFlows: [{ locations }] };
}

function locationOf(place: Place, look: Look, around = ''): Location {
  const { path, from, to } = place;
  const region =
    from.cell === undefined
      ? { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
      : // Lines of a notebook are lines of its JSON, which say nothing; but some readers insist on one.
        { startLine: 1 };
  const logicalLocations: LogicalLocation[] = [
    ...(from.cell === undefined ? [] : [{ name: positionText(from), kind: 'cell' }]),
    ...(around === '' ? [] : [{ fullyQualifiedName: around, kind: 'function' }]),
  ];
  return {
    physicalLocation: { artifactLocation: artifact(path, look), region },
    ...(logicalLocations.length > 0 && { logicalLocations }),
  };
}

function artifact(path: string, { shown }: Look): ArtifactLocation {
  const name = shown(path);
  if (name === path) return { uri: pathToFileURL(path).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

/** What stays the same when lines move: rule, file, function and the calls on the way. */
function identityOf({ finding, chain, place }: ReportedFinding, { shown }: Look): string {
  return [finding.code, shown(place.path), finding.function, ...chain.map(({ hop }) => hop.callee)].join(
    '\n',
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
