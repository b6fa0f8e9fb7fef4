// What our tree says of a file, in the words of tools/differential.py.
import { Kind } from '../../core/python/syntax/tree.ts';
import type {
  Argument,
  ClassDef,
  Comprehension,
  ExceptHandler,
  Expression,
  FunctionDef,
  ImportName,
  MatchCase,
  Module,
  Node,
  Parameter,
  Statement,
  StringLiteral,
  TypeParameter,
} from '../../core/python/syntax/tree.ts';

type AnyNode = Expression | Statement;
type NodeOf<K extends Kind, N = AnyNode> = N extends { readonly kind: infer U }
  ? K extends U
    ? N
    : never
  : never;
/** CPython's name of the node, and what is said of it besides its place. */
type Description = readonly [name: string, detail?: string | number];

const DESCRIPTIONS: { readonly [K in Kind]: (node: NodeOf<K>) => Description } = {
  [Kind.Name]: (node) => ['Name', node.id],
  [Kind.Attribute]: (node) => ['Attribute', node.name],
  [Kind.Call]: (node) => ['Call', node.args.length],
  [Kind.Subscript]: () => ['Subscript'],
  [Kind.Slice]: () => ['Slice'],
  [Kind.Await]: () => ['Await'],
  [Kind.Constant]: (node) => ['Constant', node.type],
  [Kind.String]: (node) => ['Constant', stringDetail(node)],
  [Kind.FString]: (node) => [node.template ? 'TemplateStr' : 'JoinedStr'],
  [Kind.Binary]: (node) => ['BinOp', node.operator],
  [Kind.Bool]: (node) => ['BoolOp', `${node.operator} ${node.values.length}`],
  [Kind.Compare]: (node) => ['Compare', node.operators.join(',')],
  [Kind.Unary]: (node) => ['UnaryOp', node.operator],
  [Kind.Conditional]: () => ['IfExp'],
  [Kind.Lambda]: (node) => ['Lambda', parameterNames(node.parameters)],
  [Kind.List]: (node) => ['List', node.items.length],
  [Kind.Tuple]: (node) => ['Tuple', node.items.length],
  [Kind.Set]: (node) => ['Set', node.items.length],
  [Kind.Dict]: (node) => ['Dict', node.values.length],
  [Kind.Comprehension]: (node) => [COMPREHENSIONS[node.form], clauses(node)],
  [Kind.NamedExpression]: () => ['NamedExpr'],
  [Kind.Yield]: () => ['Yield'],
  [Kind.YieldFrom]: () => ['YieldFrom'],
  [Kind.Starred]: () => ['Starred'],
  [Kind.Missing]: () => ['Missing'],
  [Kind.FunctionDef]: (node) => [
    node.isAsync ? 'AsyncFunctionDef' : 'FunctionDef',
    `${head(node)}(${parameterNames(node.parameters)})`,
  ],
  [Kind.ClassDef]: (node) => ['ClassDef', `${head(node)} ${node.args.length}`],
  [Kind.Return]: () => ['Return'],
  [Kind.Delete]: (node) => ['Delete', node.targets.length],
  [Kind.Assign]: (node) => ['Assign', node.targets.length],
  [Kind.AugAssign]: (node) => ['AugAssign', node.operator],
  [Kind.AnnAssign]: () => ['AnnAssign'],
  [Kind.TypeAlias]: (node) => ['TypeAlias', typeParameterNames(node.typeParameters)],
  [Kind.For]: (node) => [node.isAsync ? 'AsyncFor' : 'For'],
  [Kind.While]: () => ['While'],
  [Kind.If]: () => ['If'],
  [Kind.With]: (node) => [node.isAsync ? 'AsyncWith' : 'With', node.items.length],
  [Kind.Match]: (node) => ['Match', node.cases.length],
  [Kind.Raise]: () => ['Raise'],
  [Kind.Try]: (node) => [
    node.handlers.some(({ isGroup }) => isGroup) ? 'TryStar' : 'Try',
    node.handlers.length,
  ],
  [Kind.Assert]: () => ['Assert'],
  [Kind.Import]: (node) => ['Import', importNames(node.names)],
  [Kind.ImportFrom]: (node) => [
    'ImportFrom',
    `${'.'.repeat(node.level)}${node.module} ${importNames(node.names)}`,
  ],
  [Kind.Global]: (node) => ['Global', node.names.join(',')],
  [Kind.Nonlocal]: (node) => ['Nonlocal', node.names.join(',')],
  [Kind.ExpressionStatement]: () => ['Expr'],
  [Kind.Pass]: () => ['Pass'],
  [Kind.Break]: () => ['Break'],
  [Kind.Continue]: () => ['Continue'],
  [Kind.Invalid]: () => ['Invalid'],
};

/**
 * @param exactFields whether what stands in an f-string has a place of its own; otherwise that of the f-string
 */
export function moduleFacts(module: Module, exactFields: boolean): string[] {
  const walk = new Walk(module.text, exactFields);
  walk.everyNode(module.body);
  return walk.facts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

class Walk {
  readonly facts: string[] = [];
  /** The f-string whose place is said for all that it holds. */
  private fields: Node | undefined;

  constructor(
    private readonly text: string,
    private readonly exactFields: boolean,
  ) {}

  everyNode(part: unknown): void {
    if (Array.isArray(part))
      part.forEach((item) => {
        this.everyNode(item);
      });
    else if (isNode(part)) this.node(part);
    else if (typeof part === 'object' && part !== null) this.namelessPart(part);
  }

  private node(node: AnyNode): void {
    const [name, detail = ''] = DESCRIPTIONS[node.kind](node as never);
    const start = 'keywordStart' in node ? node.keywordStart : node.start;
    this.fact(
      name,
      start,
      node.end,
      node.kind === Kind.String ? this.withoutCharacterNames(node, detail) : detail,
    );
    if ('decorators' in node) for (const { start } of node.decorators) this.facts.push(`decorator ${start}`);

    const { fields } = this;
    if (node.kind === Kind.FString && !this.exactFields) this.fields ??= node;
    this.everyNode(Object.values(node));
    this.fields = fields;
  }

  /** An argument, a parameter, a clause and the like: in `ast` a node in some cases. */
  private namelessPart(part: object): void {
    if ('stars' in part && 'value' in part) this.argument(part as Argument);
    else if ('isGroup' in part) {
      const { start, end, name } = part as ExceptHandler;
      this.fact('ExceptHandler', start, end, name ?? '');
    } else if ('captures' in part) {
      const { captures, ...rest } = part as MatchCase;
      this.facts.push(
        `captures ${captures
          .map(({ id }) => id)
          .sort()
          .join(',')}`,
      );
      // The class of the pattern is among its values.
      this.everyNode([rest.values, rest.guard, rest.body]);
      return;
    }
    this.everyNode(Object.values(part));
  }

  private argument({ start, end, name, stars }: Argument): void {
    if (stars === 1) this.fact('Starred', start, end, '');
    else if (stars === 2 || name !== undefined) this.fact('keyword', start, end, name ?? '**');
  }

  private fact(kind: string, start: number, end: number, detail: string | number): void {
    const place = this.fields ?? { start, end };
    this.facts.push(`${kind} ${place.start} ${place.end} ${detail}`);
  }

  /** Which character `\N{…}` means is not in our tree. */
  private withoutCharacterNames(node: StringLiteral, detail: string | number): string | number {
    const { start, end } = this.fields ?? node;
    const isNamed = !node.bytes && node.value !== undefined && this.text.slice(start, end).includes('\\N{');
    return isNamed ? 'str ?' : detail;
  }
}

function isNode(part: unknown): part is AnyNode {
  return typeof part === 'object' && part !== null && 'kind' in part;
}

const COMPREHENSIONS: Readonly<Record<Comprehension['form'], string>> = {
  list: 'ListComp',
  set: 'SetComp',
  dict: 'DictComp',
  generator: 'GeneratorExp',
};

function clauses(node: Comprehension): string {
  return node.clauses.map(({ isAsync, conditions }) => `${isAsync ? 1 : 0}:${conditions.length}`).join(' ');
}

function stringDetail({ bytes, value }: StringLiteral): string {
  const name = bytes ? 'bytes' : 'str';
  return value === undefined ? name : `${name} ${pythonJson(value)}`;
}

/** JSON as Python's `json.dumps` writes it. */
function pythonJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function head({ name, decorators, typeParameters }: FunctionDef | ClassDef): string {
  return `${name} ${decorators.length} ${typeParameterNames(typeParameters)}`;
}

const STARS = ['', '*', '**'] as const;

function typeParameterNames(parameters: readonly TypeParameter[]): string {
  return `[${parameters.map(({ stars, name }) => STARS[stars] + name).join(',')}]`;
}

const FORMS: Readonly<Record<Parameter['form'], string>> = {
  'positional-only': '/',
  plain: '',
  args: '*',
  'keyword-only': '-',
  kwargs: '**',
};

function parameterNames(parameters: readonly Parameter[]): string {
  return parameters.map(({ form, name }) => FORMS[form] + name).join(',');
}

function importNames(names: readonly ImportName[]): string {
  return names.map(({ name, asName }) => (asName === undefined ? name : `${name}=${asName}`)).join(',');
}
