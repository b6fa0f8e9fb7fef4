// What our tree says of a file, in the words of tools/differential.py.
import { Kind } from '../../core/python/syntax/tree.ts';
import type {
  Argument,
  Comprehension,
  Constant,
  Expression,
  FunctionDef,
  Module,
  Node,
  Parameter,
  Statement,
  TypeParameter,
} from '../../core/python/syntax/tree.ts';

const CONSTANTS: Readonly<Record<Constant['type'], string>> = {
  int: 'int',
  float: 'float',
  complex: 'complex',
  None: 'None',
  True: 'True',
  False: 'False',
  Ellipsis: 'Ellipsis',
};

/** By `Kind`, where CPython's name is always the same. */
const COMPREHENSIONS: Readonly<Record<Comprehension['form'], string>> = {
  list: 'ListComp',
  set: 'SetComp',
  dict: 'DictComp',
  generator: 'GeneratorExp',
};

const STARS = ['', '*', '**'];

/**
 * @param exactFields whether what stands in an f-string has positions of its own; otherwise those of the f-string
 */
export function moduleFacts(module: Module, exactFields: boolean): string[] {
  const walk = new Walk(module.text, exactFields);
  walk.block(module.body);
  return walk.facts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

class Walk {
  readonly facts: string[] = [];
  /** The f-string outside which positions are not exact. */
  private fields: Node | undefined;

  constructor(
    private readonly text: string,
    private readonly exactFields: boolean,
  ) {}

  block(statements: readonly Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private fact(kind: string, start: number, end: number, detail: string | number = ''): void {
    const { start: from, end: to } = this.fields ?? { start, end };
    this.facts.push(`${kind} ${from} ${to} ${detail}`);
  }

  private node(kind: string, node: Node, detail: string | number = ''): void {
    this.fact(kind, node.start, node.end, detail);
  }

  private all(expressions: readonly (Expression | undefined)[]): void {
    for (const expression of expressions) if (expression) this.expression(expression);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case Kind.FunctionDef:
        this.functionDef(node);
        break;
      case Kind.ClassDef: {
        const { name, decorators, typeParameters, args } = node;
        const detail = `${name} ${decorators.length} [${typeParameterNames(typeParameters)}] ${args.length}`;
        this.fact('ClassDef', node.keywordStart, node.end, detail);
        this.decorators(decorators);
        this.typeParameters(typeParameters);
        this.arguments(args);
        this.block(node.body);
        break;
      }
      case Kind.Return:
        this.node('Return', node);
        this.all([node.value]);
        break;
      case Kind.Delete:
        this.node('Delete', node, node.targets.length);
        this.all(node.targets);
        break;
      case Kind.Assign:
        this.node('Assign', node, node.targets.length);
        this.all(node.targets);
        this.expression(node.value);
        break;
      case Kind.AugAssign:
        this.node('AugAssign', node, node.operator);
        this.all([node.target, node.value]);
        break;
      case Kind.AnnAssign:
        this.node('AnnAssign', node);
        this.all([node.target, node.annotation, node.value]);
        break;
      case Kind.TypeAlias:
        this.node('TypeAlias', node, `[${typeParameterNames(node.typeParameters)}]`);
        this.typeParameters(node.typeParameters);
        this.all([node.name, node.value]);
        break;
      case Kind.ExpressionStatement:
        this.node('Expr', node);
        this.expression(node.value);
        break;
      case Kind.Raise:
        this.node('Raise', node);
        this.all([node.exception, node.cause]);
        break;
      case Kind.Assert:
        this.node('Assert', node);
        this.all([node.test, node.message]);
        break;
      case Kind.Import:
        this.node('Import', node, importNames(node.names));
        break;
      case Kind.ImportFrom:
        this.node('ImportFrom', node, `${'.'.repeat(node.level)}${node.module} ${importNames(node.names)}`);
        break;
      case Kind.Global:
      case Kind.Nonlocal:
        this.node(node.kind === Kind.Global ? 'Global' : 'Nonlocal', node, node.names.join(','));
        break;
      case Kind.Pass:
        this.node('Pass', node);
        break;
      case Kind.Break:
        this.node('Break', node);
        break;
      case Kind.Continue:
        this.node('Continue', node);
        break;
      case Kind.Invalid:
        this.node('Invalid', node);
        this.all(node.parts);
        break;
      default:
        this.compound(node);
    }
  }

  private compound(node: Statement): void {
    switch (node.kind) {
      case Kind.For:
        this.node(node.isAsync ? 'AsyncFor' : 'For', node);
        this.all([node.target, node.iterable]);
        this.block(node.body);
        this.block(node.otherwise);
        break;
      case Kind.While:
      case Kind.If:
        this.node(node.kind === Kind.If ? 'If' : 'While', node);
        this.expression(node.test);
        this.block(node.body);
        this.block(node.otherwise);
        break;
      case Kind.With:
        this.node(node.isAsync ? 'AsyncWith' : 'With', node, node.items.length);
        for (const item of node.items) this.all([item.context, item.target]);
        this.block(node.body);
        break;
      case Kind.Match:
        this.node('Match', node, node.cases.length);
        this.expression(node.subject);
        for (const { captures, values, guard, body } of node.cases) {
          const names = captures.map(({ id }) => id);
          this.facts.push(`captures ${names.sort().join(',')}`);
          this.all([...values, guard]);
          this.block(body);
        }
        break;
      case Kind.Try: {
        const isGroup = node.handlers.some((handler) => handler.isGroup);
        this.node(isGroup ? 'TryStar' : 'Try', node, node.handlers.length);
        this.block(node.body);
        for (const handler of node.handlers) {
          this.fact('ExceptHandler', handler.start, handler.end, handler.name);
          this.all([handler.type]);
          this.block(handler.body);
        }
        this.block(node.otherwise);
        this.block(node.final);
        break;
      }
    }
  }

  private functionDef(node: FunctionDef): void {
    const { name, decorators, typeParameters, parameters } = node;
    const types = typeParameterNames(typeParameters);
    const detail = `${name} ${decorators.length} [${types}](${parameterNames(parameters)})`;
    this.fact(node.isAsync ? 'AsyncFunctionDef' : 'FunctionDef', node.keywordStart, node.end, detail);
    this.decorators(decorators);
    this.typeParameters(typeParameters);
    this.parameters(parameters);
    this.all([node.returns]);
    this.block(node.body);
  }

  private decorators(decorators: readonly Expression[]): void {
    for (const decorator of decorators) this.facts.push(`decorator ${decorator.start}`);
    this.all(decorators);
  }

  private typeParameters(parameters: readonly TypeParameter[]): void {
    for (const parameter of parameters) this.all([parameter.bound, parameter.default]);
  }

  private parameters(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) this.all([parameter.annotation, parameter.default]);
  }

  private arguments(args: readonly Argument[]): void {
    for (const { start, end, name, stars, value } of args) {
      if (stars === 1) this.fact('Starred', start, end);
      else if (stars === 2 || name !== undefined) this.fact('keyword', start, end, name ?? '**');
      this.expression(value);
    }
  }

  private expression(node: Expression): void {
    switch (node.kind) {
      case Kind.Name:
        this.node('Name', node, node.id);
        break;
      case Kind.Attribute:
        this.node('Attribute', node, node.name);
        this.expression(node.value);
        break;
      case Kind.Call:
        this.node('Call', node, node.args.length);
        this.expression(node.callee);
        this.arguments(node.args);
        break;
      case Kind.Subscript:
        this.node('Subscript', node);
        this.all([node.value, node.index]);
        break;
      case Kind.Slice:
        this.node('Slice', node);
        this.all(node.parts);
        break;
      case Kind.Await:
      case Kind.YieldFrom:
      case Kind.Starred:
        this.node(node.kind === Kind.Await ? 'Await' : node.kind === Kind.Starred ? 'Starred' : 'YieldFrom', node);
        this.expression(node.value);
        break;
      case Kind.Yield:
        this.node('Yield', node);
        this.all([node.value]);
        break;
      case Kind.Constant:
        this.node('Constant', node, CONSTANTS[node.type]);
        break;
      case Kind.String:
        this.node('Constant', node, this.stringDetail(node));
        break;
      case Kind.FString:
        this.node(node.template ? 'TemplateStr' : 'JoinedStr', node);
        this.insideFString(node, node.values);
        break;
      case Kind.NamedExpression:
        this.node('NamedExpr', node);
        this.all([node.target, node.value]);
        break;
      case Kind.Missing:
        this.node('Missing', node);
        break;
      case Kind.Lambda:
        this.node('Lambda', node, parameterNames(node.parameters));
        this.parameters(node.parameters);
        this.expression(node.body);
        break;
      default:
        this.operation(node);
    }
  }

  private operation(node: Expression): void {
    switch (node.kind) {
      case Kind.Binary:
        this.node('BinOp', node, node.operator);
        this.all([node.left, node.right]);
        break;
      case Kind.Bool:
        this.node('BoolOp', node, `${node.operator} ${node.values.length}`);
        this.all(node.values);
        break;
      case Kind.Compare:
        this.node('Compare', node, node.operators.join(','));
        this.all(node.operands);
        break;
      case Kind.Unary:
        this.node('UnaryOp', node, node.operator);
        this.expression(node.operand);
        break;
      case Kind.Conditional:
        this.node('IfExp', node);
        this.all([node.test, node.body, node.otherwise]);
        break;
      case Kind.List:
      case Kind.Tuple:
      case Kind.Set:
        this.node(node.kind === Kind.List ? 'List' : node.kind === Kind.Tuple ? 'Tuple' : 'Set', node, node.items.length);
        this.all(node.items);
        break;
      case Kind.Dict:
        this.node('Dict', node, node.values.length);
        this.all(node.keys);
        this.all(node.values);
        break;
      case Kind.Comprehension: {
        const clauses = node.clauses.map(({ isAsync, conditions }) => `${isAsync ? 1 : 0}:${conditions.length}`);
        this.node(COMPREHENSIONS[node.form], node, clauses.join(' '));
        this.all([node.element, node.value]);
        for (const { target, iterable, conditions } of node.clauses) this.all([target, iterable, ...conditions]);
        break;
      }
    }
  }

  private insideFString(node: Node, values: readonly Expression[]): void {
    const outer = this.fields;
    if (!this.exactFields) this.fields ??= node;
    this.all(values);
    this.fields = outer;
  }

  private stringDetail(node: Node & { bytes: boolean; value: string | undefined }): string {
    const name = node.bytes ? 'bytes' : 'str';
    if (node.value === undefined) return name;
    const { start, end } = this.fields ?? node;
    // Which character a name means is not in our tree.
    if (!node.bytes && this.text.slice(start, end).includes('\\N{')) return `${name} ?`;
    return `${name} ${pythonJson(node.value)}`;
  }
}

/** JSON as Python's `json.dumps` writes it. */
function pythonJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function typeParameterNames(parameters: readonly TypeParameter[]): string {
  return parameters.map(({ stars, name }) => (STARS[stars] ?? '') + name).join(',');
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

function importNames(names: readonly { name: string; asName: string | undefined }[]): string {
  return names.map(({ name, asName }) => (asName === undefined ? name : `${name}=${asName}`)).join(',');
}
