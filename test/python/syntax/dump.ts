// A syntax tree as text that people can read and compare: one node a line, its parts indented under it.
import { Kind } from '../../../core/python/syntax/tree.ts';
import type { Module, Node } from '../../../core/python/syntax/tree.ts';

const NAMES: Readonly<Record<Kind, string>> = {
  [Kind.Name]: 'Name',
  [Kind.Attribute]: 'Attribute',
  [Kind.Call]: 'Call',
  [Kind.Subscript]: 'Subscript',
  [Kind.Slice]: 'Slice',
  [Kind.Await]: 'Await',
  [Kind.Constant]: 'Constant',
  [Kind.String]: 'String',
  [Kind.FString]: 'FString',
  [Kind.Binary]: 'Binary',
  [Kind.Bool]: 'Bool',
  [Kind.Compare]: 'Compare',
  [Kind.Unary]: 'Unary',
  [Kind.Conditional]: 'Conditional',
  [Kind.Lambda]: 'Lambda',
  [Kind.List]: 'List',
  [Kind.Tuple]: 'Tuple',
  [Kind.Set]: 'Set',
  [Kind.Dict]: 'Dict',
  [Kind.Comprehension]: 'Comprehension',
  [Kind.NamedExpression]: 'NamedExpression',
  [Kind.Yield]: 'Yield',
  [Kind.YieldFrom]: 'YieldFrom',
  [Kind.Starred]: 'Starred',
  [Kind.Missing]: 'Missing',
  [Kind.FunctionDef]: 'FunctionDef',
  [Kind.ClassDef]: 'ClassDef',
  [Kind.Return]: 'Return',
  [Kind.Delete]: 'Delete',
  [Kind.Assign]: 'Assign',
  [Kind.AugAssign]: 'AugAssign',
  [Kind.AnnAssign]: 'AnnAssign',
  [Kind.TypeAlias]: 'TypeAlias',
  [Kind.For]: 'For',
  [Kind.While]: 'While',
  [Kind.If]: 'If',
  [Kind.With]: 'With',
  [Kind.Match]: 'Match',
  [Kind.Raise]: 'Raise',
  [Kind.Try]: 'Try',
  [Kind.Assert]: 'Assert',
  [Kind.Import]: 'Import',
  [Kind.ImportFrom]: 'ImportFrom',
  [Kind.Global]: 'Global',
  [Kind.Nonlocal]: 'Nonlocal',
  [Kind.ExpressionStatement]: 'ExpressionStatement',
  [Kind.Pass]: 'Pass',
  [Kind.Break]: 'Break',
  [Kind.Continue]: 'Continue',
  [Kind.Invalid]: 'Invalid',
};

export function dump(module: Module): string {
  const { text, body, comments, namedExpressions, problems } = module;
  const writer = new Writer(text);
  writer.field('body', body, 0);
  writer.field('comments', comments, 0);
  // They stand in the body too.
  writer.field(
    'namedExpressions',
    namedExpressions.map(({ start, end }) => ({ start, end })),
    0,
  );
  writer.field('problems', problems, 0);
  return writer.lines.join('\n') + '\n';
}

class Writer {
  readonly lines: string[] = [];
  private readonly lineStarts = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) this.lineStarts.push(index + end.length);
  }

  field(name: string, value: unknown, depth: number): void {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) {
      if (isPlace(item)) this.part(name, item, depth);
      else if (typeof item === 'object' && item !== null) this.fields(name, item, depth);
      else if (item === undefined && Array.isArray(value))
        this.lines.push(`${'  '.repeat(depth)}${name}: none`);
    }
  }

  private part(name: string, part: Place, depth: number): void {
    const kind = part.kind === undefined ? '' : ` ${NAMES[part.kind]}`;
    this.fields(`${name}: ${this.at(part.start)}-${this.at(part.end)}${kind}`, part, depth);
  }

  private fields(title: string, part: object, depth: number): void {
    const fields = Object.entries(part).filter(([name]) => !['kind', 'start', 'end'].includes(name));
    const said = fields.flatMap(([name, value]) => this.inline(name, value));
    this.lines.push([`${'  '.repeat(depth)}${title}`, ...said].join(' '));
    for (const [name, value] of fields) {
      if (typeof value === 'object' && !isText(value)) this.field(name, value, depth + 1);
    }
  }

  private inline(name: string, value: unknown): string[] {
    if (isText(value)) return value.length > 0 ? [`${name}=${value.join(',')}`] : [];
    if (typeof value === 'number') {
      // All other numbers are offsets, -1 where there is none.
      const isCount = name === 'stars' || name === 'level' || value < 0;
      return [`${name}=${isCount ? value : this.at(value)}`];
    }
    if (typeof value === 'boolean') return value ? [name] : [];
    return typeof value === 'string' ? [`${name}=${JSON.stringify(value)}`] : [];
  }

  private at(offset: number): string {
    let line = this.lineStarts.length;
    while (line > 1 && (this.lineStarts[line - 1] ?? 0) > offset) line--;
    return `${line}:${offset - (this.lineStarts[line - 1] ?? 0)}`;
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly kind?: Node['kind'];
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function isText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
