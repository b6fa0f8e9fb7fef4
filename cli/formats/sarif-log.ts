/** The parts of SARIF 2.1.0 that are written here; the whole is docs.oasis-open.org/sarif/sarif/v2.1.0. */

export interface Log {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly Run[];
}

interface Run {
  readonly tool: { readonly driver: Driver };
  readonly columnKind: 'utf16CodeUnits';
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly invocations: readonly Invocation[];
  readonly results: readonly Result[];
}

interface Driver {
  readonly name: string;
  readonly semanticVersion: string;
  readonly rules: readonly ReportingDescriptor[];
}

export interface ReportingDescriptor {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Message;
  readonly fullDescription: Message;
  readonly help: Message & { readonly markdown: string };
  readonly properties: Properties;
}

interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly {
    readonly level: Level;
    readonly message: Message;
    readonly locations?: readonly Location[];
  }[];
}

export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly codeFlows?: readonly CodeFlow[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Properties;
}

export interface CodeFlow {
  readonly threadFlows: readonly {
    readonly locations: readonly { readonly location: Location; readonly nestingLevel: number }[];
  }[];
}

export interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation: ArtifactLocation;
    readonly region?: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: 'function' }[];
  readonly message?: Message;
}

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

export type Level = 'error' | 'warning' | 'note';

interface Message {
  readonly text: string;
}

type Properties = Readonly<Record<string, unknown>>;
