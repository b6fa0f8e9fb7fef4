/** Turns the syntax tree of one module into its summary: the tree can then be forgotten. */
import { type Directive, Op, type SummaryData } from '../../model/summary.ts';
import { parseAnnotation, parseModule } from '../syntax/parser.ts';
import { Kind, type Module } from '../syntax/tree.ts';
import { type Bound, boundNames, NO_NAMES, nothingBound } from './bound-names.ts';
import { Environment } from './environment.ts';
import { lowerExpression } from './expressions.ts';
import { type Frame, Lowering, type Pending } from './frame.ts';
import { lowerBlock } from './statements.ts';

/** Summarises the text of a module. Never throws: what cannot be read leaves less in the summary. */
export function summarise(text: string): SummaryData {
  return summariseModule(parseModule(text));
}

export function summariseModule(module: Module): SummaryData {
  const state = new Lowering(module, parseAnnotation);
  const whole = { start: 0, end: module.text.length };
  const scope = state.addScope('module', '', whole, { start: 0, end: 0 }, undefined);
  const bound = boundNames(module, module.body);
  state.fill(newFrame(scope, undefined, bound), () => {
    lowerBlock(state, module.body);
  });
  // Bodies add bodies to this list while it is walked.
  for (const pending of state.pending) fillPending(state, pending);
  return {
    strings: state.rows.strings,
    ...state.rows.toArrays(),
    scopes: state.scopes,
    imports: state.rows.imports,
    foreignBinds: state.foreignBinds,
    directives: directives(module),
    problems: module.problems.map(({ start, end, message }) => ({ span: { start, end }, message })),
    lineStarts: lineStarts(module.text),
    cells: [],
  };
}

function newFrame(
  scope: Frame['scope'],
  parent: Frame | undefined,
  { names, globals, nonlocals }: Bound,
  typeParameters: ReadonlySet<string> = NO_NAMES,
): Frame {
  return {
    scope,
    parent,
    locals: names,
    globals,
    nonlocals,
    typeParameters,
    environment: new Environment(),
    paths: new Map(),
    aliasParameters: undefined,
    loop: undefined,
    late: false,
  };
}

function fillPending(state: Lowering, { scope, node, parent }: Pending): void {
  const { rows } = state;
  if (node.kind === Kind.Lambda) {
    const frame = newFrame(scope, parent, nothingBound());
    state.fill(frame, () => {
      bindParameters(state, frame);
      const value = lowerExpression(state, node.body);
      rows.emit(Op.Return, value, -1, -1, node.body.start, node.body.end);
    });
    return;
  }
  const bound = boundNames(state.module, node.body);
  const { typeParameters } = node;
  const own = typeParameters.length > 0 ? new Set(typeParameters.map(({ name }) => name)) : NO_NAMES;
  const frame = newFrame(scope, parent, bound, own);
  state.fill(frame, () => {
    if (node.kind === Kind.FunctionDef) bindParameters(state, frame);
    lowerBlock(state, node.body);
  });
}

function bindParameters(state: Lowering, frame: Frame): void {
  const { scope } = frame;
  const { start, end } = scope.nameSpan;
  scope.parameters.forEach(({ name }, index) => {
    (frame.locals as Set<string>).add(name);
    state.bind(name, state.rows.emit(Op.Parameter, index, -1, -1, start, end), start, end);
  });
}

/** One comment may hold several, one behind the other. */
const DIRECTIVE = /#\s*awaitwise:\s*((?:(?!#\s*awaitwise:).)*)/g;

function directives({ text, comments }: Module): Directive[] {
  const found: Directive[] = [];
  for (const { start, end } of comments) {
    // Comments are many and directives few: one look-up tells nearly all of them apart.
    if (!text.slice(start, end).includes('awaitwise:')) continue;
    const matches = [...text.slice(start, end).matchAll(DIRECTIVE)];
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const ownLine = text.slice(lineStart, start).trim() === '';
    matches.forEach((match, i) => {
      const next = matches[i + 1];
      const span = { start: i === 0 ? start : start + match.index, end: next ? start + next.index : end };
      // Copied letter by letter: a slice would keep the whole text in memory.
      found.push({ span, text: Array.from((match[1] ?? '').trim()).join(''), ownLine });
    });
  }
  return found;
}

function lineStarts(text: string): Int32Array {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return new Int32Array(starts);
}
