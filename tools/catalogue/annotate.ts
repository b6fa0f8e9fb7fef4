// Writes the types of a stub into the module that it describes: CPython's code says little of what it is given and gives.
import { parseModule } from '../../core/python/syntax/parser.ts';
import {
  type ClassDef,
  type FunctionDef,
  Kind,
  type Module,
  type Statement,
} from '../../core/python/syntax/tree.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What a stub says of a module: its functions by qualified name, and what else it declares for them. */
interface Described {
  readonly functions: ReadonlyMap<string, FunctionDef>;
  /** Annotated attributes by class. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly text: string;
  readonly module: Module;
}

/** The code with the annotations of its stub, where it has none itself. */
export function annotated(code: string, stub: string): string {
  const described = describe(stub);
  const module = parseModule(code);
  const defined = new Set<string>();
  const insertions: Insertion[] = [];
  walk(module.body, '', (node, qualname) => {
    if (!qualname.includes('.')) defined.add(node.name);
    if (node.kind === Kind.FunctionDef) {
      const known = described.functions.get(qualname);
      if (known) insertions.push(...signature(code, node, known, stub));
    } else insertions.push(...attributes(code, node, described.attributes.get(qualname)));
  });
  let result = code;
  for (const { at, text } of insertions.sort((a, b) => b.at - a.at)) {
    result = result.slice(0, at) + text + result.slice(at);
  }
  return `${prelude(described, defined)}\n${result}`;
}

function describe(text: string): Described {
  const module = parseModule(text);
  const functions = new Map<string, FunctionDef>();
  const attributesOf = new Map<string, ReadonlyMap<string, string>>();
  walk(module.body, '', (node, qualname) => {
    if (node.kind === Kind.FunctionDef) {
      // Of overloads the last is the most general.
      functions.set(qualname, node);
      return;
    }
    const declared = new Map<string, string>();
    for (const statement of node.body) {
      if (statement.kind !== Kind.AnnAssign || statement.target.kind !== Kind.Name) continue;
      declared.set(statement.target.id, text.slice(statement.annotation.start, statement.annotation.end));
    }
    attributesOf.set(qualname, declared);
  });
  return { functions, attributes: attributesOf, text, module };
}

type Definition = FunctionDef | ClassDef;

/** All definitions that are not inside of functions, also those under conditions. */
function walk(
  body: readonly Statement[],
  around: string,
  visit: (node: Definition, qualname: string) => void,
): void {
  for (const statement of body) {
    switch (statement.kind) {
      case Kind.FunctionDef:
        visit(statement, around + statement.name);
        break;
      case Kind.ClassDef:
        visit(statement, around + statement.name);
        walk(statement.body, `${around}${statement.name}.`, visit);
        break;
      case Kind.If:
        walk(statement.body, around, visit);
        walk(statement.otherwise, around, visit);
        break;
      case Kind.Try:
        walk(statement.body, around, visit);
        for (const handler of statement.handlers) walk(handler.body, around, visit);
        break;
      default:
    }
  }
}

function signature(code: string, node: FunctionDef, known: FunctionDef, stub: string): Insertion[] {
  const insertions: Insertion[] = [];
  const types = new Map(
    known.parameters.flatMap(({ name, annotation }) =>
      annotation ? [[name.replace(/^__/, ''), stub.slice(annotation.start, annotation.end)] as const] : [],
    ),
  );
  for (const { name, annotation, form, start } of node.parameters) {
    const type = types.get(name);
    if (annotation || type === undefined || form === 'args' || form === 'kwargs') continue;
    insertions.push({ at: start + name.length, text: `: ${type}` });
  }
  const head = code.slice(node.nameStart, node.headEnd);
  if (known.returns && !node.returns && head.endsWith(':')) {
    const type = stub.slice(known.returns.start, known.returns.end);
    insertions.push({ at: node.headEnd - 1, text: ` -> ${type}` });
  }
  return insertions;
}

function attributes(
  code: string,
  { body }: ClassDef,
  declared: ReadonlyMap<string, string> | undefined,
): Insertion[] {
  const [first] = body;
  if (!first || !declared) return [];
  const own = new Set(
    body.flatMap((statement) =>
      statement.kind === Kind.FunctionDef || statement.kind === Kind.ClassDef
        ? statement.name
        : statement.kind === Kind.Assign
          ? statement.targets.flatMap((target) => (target.kind === Kind.Name ? target.id : []))
          : [],
    ),
  );
  const start = startOf(first);
  const indent = code.slice(code.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^[ \t]*$/.test(indent)) return [];
  const lines = [...declared]
    .filter(([name]) => !own.has(name))
    .map(([name, type]) => `${name}: ${type}\n${indent}`);
  return lines.length > 0 ? [{ at: start, text: lines.join('') }] : [];
}

/** Decorators stand before what they belong to. */
function startOf(statement: Statement): number {
  if (statement.kind !== Kind.FunctionDef && statement.kind !== Kind.ClassDef) return statement.start;
  const [decorator] = statement.decorators;
  return decorator ? Math.min(statement.start, decorator.start - 1) : statement.start;
}

/** What the annotations name: imports, aliases and protocols of the stub that the code does not have. */
function prelude({ module, text }: Described, defined: ReadonlySet<string>): string {
  const parts: string[] = [];
  const take = (body: readonly Statement[]): void => {
    for (const statement of body) {
      switch (statement.kind) {
        case Kind.If:
          take(statement.body);
          take(statement.otherwise);
          break;
        case Kind.ClassDef:
          if (!defined.has(statement.name)) parts.push(text.slice(statement.start, statement.end));
          break;
        case Kind.Import:
        case Kind.ImportFrom:
        case Kind.Assign:
        case Kind.TypeAlias:
          parts.push(text.slice(statement.start, statement.end).replace(/\n\s*/g, ' '));
          break;
        case Kind.AnnAssign:
          if (statement.value) parts.push(text.slice(statement.start, statement.end).replace(/\n\s*/g, ' '));
          break;
        default:
      }
    }
  };
  take(module.body);
  return parts.filter((part) => !/^from\s+\S+\s+import\s+\*/.test(part)).join('\n');
}
