/**
 * What names, types and calls lead to. A fixture carries its expectation at the end of a line: behind `#>` what its
 * calls run, in their order, `?` for what is unknown on purpose; behind `#:` the type of what the line computes.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Op, type Value } from '../../core/model/summary.ts';
import type { CallSite } from '../../core/program/call-sites.ts';
import type { CallTarget } from '../../core/program/calls.ts';
import { describe as inWords } from '../../core/program/describe.ts';
import type { Frame } from '../../core/program/frame.ts';
import type { Module } from '../../core/program/modules.ts';
import { reachedFrom } from '../../core/program/reached.ts';
import { genericFrames, type Program, programOf, type Texts } from './program.ts';

const FIXTURES = join(__dirname, 'resolution');
const isUpdate = process.env.UPDATE !== undefined && process.env.CI === undefined;

/** A line with expectations: the code, then `#>` and `#:` in either order. */
const EXPECTATION = /^(.*?\S)( {2}#[>:].*)$/;

describe('resolution', () => {
  for (const name of readdirSync(FIXTURES).sort()) {
    it(`follows ${name.replace(/\.py$/, '').replaceAll('_', ' ')}`, () => {
      const texts = textsOf(name);
      const program = programOf(texts);
      const reached = reachedLines(program);
      for (const module of program.modules) {
        const path = module.path.slice('/project/'.length);
        const fresh = redrawn(program, module, texts.get(path) ?? '', reached);
        if (isUpdate) writeFileSync(join(folderOf(name), path), fresh);
        else assert.equal(texts.get(path), fresh, `${name}: UPDATE=1 redraws`);
      }
    });
  }
});

/** One file, or all Python in a folder. */
function textsOf(name: string): Texts {
  const paths = name.endsWith('.py')
    ? [name]
    : readdirSync(folderOf(name), { recursive: true, encoding: 'utf8' }).map((path) =>
        path.replaceAll('\\', '/'),
      );
  return new Map(
    paths
      .filter((path) => /\.pyi?$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folderOf(name), path), 'utf8')]),
  );
}

function folderOf(name: string): string {
  return name.endsWith('.py') ? FIXTURES : join(FIXTURES, name);
}

/** What each call site may run, in all frames in which it is reached; by module, then by the site's row. */
type ReachedSites = ReadonlyMap<Module, ReadonlyMap<Value, Map<Frame, CallSite>>>;

function reachedLines(program: Program): ReachedSites {
  const found = new Map<Module, Map<Value, Map<Frame, CallSite>>>();
  for (const { frame, sites } of reachedFrom(program.p, genericFrames(program), () => true)) {
    let rows = found.get(frame.module);
    if (!rows) found.set(frame.module, (rows = new Map<Value, Map<Frame, CallSite>>()));
    for (const site of sites) {
      const frames = rows.get(site.value) ?? new Map<Frame, CallSite>();
      rows.set(site.value, frames.set(frame, site));
    }
  }
  return found;
}

function redrawn(program: Program, module: Module, text: string, reached: ReachedSites): string {
  return text
    .split('\n')
    .map((line, i) => {
      const [, code, drawn] = EXPECTATION.exec(line) ?? [];
      if (code === undefined || drawn === undefined) return line;
      const calls = drawn.includes(' #>') ? `  #> ${callsOn(module, i + 1, reached)}` : '';
      const type = drawn.includes(' #:') ? `  #: ${typeOn(program, module, i + 1)}` : '';
      return `${code}${calls}${type}`;
    })
    .join('\n');
}

function callsOn(module: Module, line: number, reached: ReachedSites): string {
  const { summary } = module;
  const rows = [...(reached.get(module) ?? [])].filter(
    ([row]) => summary.position(summary.end(row) - 1).line === line,
  );
  const drawn = rows
    .sort(([a], [b]) => a - b)
    .flatMap(([, frames]) => {
      const targets = [...frames.values()].flatMap((site) =>
        site.targets.flatMap((target) => nameOf(module, target)),
      );
      if (targets.length > 0) return [...new Set(targets)].sort().join(' | ');
      return [...frames.values()].some(({ kind }) => kind === 'call') ? '?' : [];
    });
  return drawn.length > 0 ? drawn.join(', ') : 'nothing';
}

/** A function by its own name, whatever it is called through, and without that of the module that is read. */
function nameOf({ name: here }: Module, { frame, names }: CallTarget): string[] {
  const name = frame ? `${frame.module.name}.${frame.scope.qualname}` : names[0];
  return name === undefined ? [] : [name.startsWith(`${here}.`) ? name.slice(here.length + 1) : name];
}

/** The type of the last value that a statement on the line computes: what it assigns, returns or leaves alone. */
function typeOn({ p }: Program, module: Module, line: number): string {
  const { summary } = module;
  let found = 'nothing';
  for (const scope of summary.scopes) {
    const frame = p.genericFrame(module, scope.id);
    for (let row = scope.first; row < scope.end; row++) {
      if (summary.position(summary.start(row)).line !== line) continue;
      const value = computed(module, row);
      if (value !== undefined) found = inWords(p.typeOf(frame, value)).replaceAll(`${module.name}.`, '');
    }
  }
  return found;
}

function computed({ summary }: Module, row: Value): Value | undefined {
  switch (summary.op(row)) {
    case Op.Bind:
    case Op.Discard:
    case Op.Return:
      return summary.a(row);
    case Op.StoreAttribute:
      return summary.c(row);
    default:
      return undefined;
  }
}
