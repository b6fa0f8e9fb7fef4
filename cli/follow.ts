/** A call that somebody names and the catalogue does not know: found in the project or what is installed, and followed. */
import { posix } from 'node:path';
import { type CallTrace, probeFor } from '../core/index.ts';
import { absolute } from '../disk/file-system.ts';
import type { Project } from '../disk/project.ts';
import { Inspector } from './inspector.ts';
import { openTarget } from './open.ts';
import type { PlaceOptions } from './options.ts';
import { shownFrom } from './paths.ts';
import { Places } from './report.ts';
import { rootOfFile } from './targets.ts';
import type { Terminal } from './terminal.ts';

export interface FollowedCall {
  readonly verdict: 'followed';
  readonly name: string;
  readonly found: CallTrace['verdict'];
  /** What its own package has to await instead. */
  readonly twin: string | undefined;
  /** Where it is defined. */
  readonly source: string;
  /** Where each call of the chain stands, the first one left out: it is the question itself. */
  readonly through: readonly string[];
}

/** No file has this name; the code that calls what is asked for stands in it. */
const PROBE = 'awaitwise_probe_.py';

/** The project that is around the current folder. */
export function projectHere(options: PlaceOptions, terminal: Terminal): Project {
  const path = probePath(terminal);
  return openTarget({ root: rootOfFile(path), files: [path] }, options, terminal);
}

export function follow(name: string, project: Project, terminal: Terminal): FollowedCall | undefined {
  const probe = probeFor(name);
  if (!probe) return undefined;
  const path = posix.join(project.root, PROBE);
  const inspector = new Inspector(new Map([[path, new TextEncoder().encode(probe.text)]]));
  const analysis = inspector.open({ ...project, files: [path] });
  const texts = new Places(analysis);
  const shown = shownFrom(absolute(terminal.cwd, '.'));
  const at = (file: string, span: { readonly start: number; readonly end: number }): string => {
    const place = texts.find(file, span);
    return `${shown(file)}${place ? `:${String(place.from.line)}` : ''}`;
  };
  for (const line of probe.lines) {
    const plain = analysis.trace(path, line).find(isCall);
    const isCoroutine = plain?.targets.some(({ how }) => how === 'runs later');
    const call = isCoroutine ? analysis.trace(path, line + 1).find(isCall) : plain;
    const defined = call?.targets.find((target) => target.path !== undefined);
    if (!call || defined?.path === undefined || !defined.span) continue;
    const chain = call.verdict.kind === 'blocks' ? call.verdict.chain : [];
    return {
      verdict: 'followed',
      name,
      found: call.verdict,
      twin: call.twin?.name,
      source: at(defined.path, defined.span),
      through: chain
        .slice(1)
        .map((hop) => `${hop.callee}${hop.path === undefined ? '' : ` at ${at(hop.path, hop.span)}`}`),
    };
  }
  return undefined;
}

function isCall({ kind }: CallTrace): boolean {
  return kind === 'call';
}

function probePath({ cwd }: Terminal): string {
  return absolute(cwd, PROBE);
}
