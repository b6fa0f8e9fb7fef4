// Text made to exhaust a parser: it must end soon, use little stack, and say little.
import assert from 'node:assert/strict';
import { parseModule } from '../../../core/python/syntax/parser.ts';

/** Work that grows with the square of this takes minutes, all other less than a second. */
const MANY = 100_000;

const many = (text: string, count = MANY): string => text.repeat(count);
const stairs = (line: string): string =>
  Array.from({ length: 1000 }, (_, index) => ' '.repeat(index) + line).join('\n');

const texts: Readonly<Record<string, string>> = {
  // Brackets.
  'open parentheses': many('('),
  'open brackets': many('['),
  'open braces': many('{'),
  'closed parentheses': `${many('(')}x${many(')')}`,
  'brackets of the wrong kind': many('(') + many(']'),
  'brackets closed across': many('([') + many(')'),
  'closing brackets': many(')'),
  'nested calls': many('f(') + many(')'),
  'nested subscripts': many('a['),
  'nested dicts': many('{a:'),
  'nested keyword arguments': many('f(a='),
  'nested comprehensions': `${many('[')}x${many(' for x in y]')}`,
  'nested generators': many('f(x for x in '),
  'nested named expressions': many('(a:='),
  'nested items of with': `with ${many('(')}`,
  'nested patterns': `match x:\n case ${many('[')}`,
  'nested classes in patterns': `match x:\n case ${many('A(')}`,
  'nested mappings in patterns': `match x:\n case ${many('{1:')}`,
  'nested annotations': `def f(${many('a:(')}`,
  'nested type parameters': `type X[${many('T:[')}`,
  // Chains.
  'a sum': `x = a${many(' + a')}`,
  powers: `a${many('**a')}`,
  alternatives: `a${many(' or a')}`,
  comparisons: `a${many(' < a')}`,
  attributes: `a${many('.b')}`,
  calls: `f${many('()')}`,
  subscripts: `a${many('[0]')}`,
  'a chain of methods': `a${many('.b().c()')}`,
  conditionals: `a${many(' if a else a')}`,
  'unfinished conditionals': `a${many(' if a')}`,
  assignments: `a${many(' = a')}`,
  strings: many('"a" '),
  elifs: `if a: pass\n${many('elif a: pass\n')}`,
  excepts: `try: pass\n${many('except A: pass\n')}`,
  decorators: many('@a\n'),
  'a module name': `import a${many('.a')}`,
  'relative dots': `from ${many('.')} import a`,
  imports: `import ${many('a, ')}`,
  parameters: `def f(${many('a, /, ')}): pass`,
  'patterns in turn': `match x:\n case ${many('a|')}a: pass`,
  'clauses of a comprehension': `[x${many(' for x in y')}]`,
  // Prefixes.
  nots: many('not ') + 'a',
  signs: many('-') + 'a',
  awaits: many('await ') + 'a',
  stars: many('*') + 'a',
  lambdas: many('lambda: ') + 'a',
  'lambdas in defaults': many('lambda x='),
  yields: many('yield '),
  // Blocks.
  'blocks in blocks': stairs('if a:'),
  'functions in functions': stairs('def f():'),
  'unindenting lines': stairs('a').split('\n').reverse().join('\n'),
  'ifs in a line': many('if a: '),
  'tries without bodies': many('try:\n'),
  'elses in a line': `if a: pass\n${many('else: if a: pass\n')}`,
  matches: many('match (\n'),
  // Strings.
  quotes: many('"'),
  'triple quotes': many('"""'),
  'lost triple quote': `"""${many('a\n')}`,
  'lost triple quotes in a line': many('"""a"""b"""'),
  'f-strings in f-strings': `${many('f"{')}x${many('}"')}`,
  'specifications in specifications': `f"{x:${many('{x:')}`,
  'unclosed fields': many("f'{a'"),
  'character names': `f"${many('\\N{')}`,
  // Statements in unclosed brackets.
  'unclosed lines': `${many('x = foo(\n')}def f():\n  pass`,
  'unclosed lines and functions': many('x = foo(\ndef f(): pass\n'),
  'imports in brackets': `(${many('from a.a import ')}`,
  'unclosed f-strings': many('x = f"{(\n  def "\n'),
  'unclosed brackets and comments': many('(\n#\n'),
  // Names.
  'names of one hash': Array.from({ length: 1 << 16 }, (_, index) =>
    index.toString(2).padStart(16, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
  ).join(' '),
  'different names': Array.from({ length: MANY }, (_, index) => `name_${index}`).join(' '),
  // Characters.
  NULs: many('\0'),
  'lone surrogates': many('\ud800'),
  'byte order marks': many('\ufeff'),
  'unknown characters': many('$ ? '),
  'carriage returns': many('\r'),
  'form feeds': many('\f'),
  tabs: many('\t'),
  'continued lines': many(' \\\n') + 'x',
  'a name': `x = ${many('a')}`,
  ideographs: many('漢 '),
  semicolons: many('a;'),
  commas: many(','),
  numbers: many('1.'),
};

describe('pathological texts', () => {
  for (const [title, text] of Object.entries(texts)) {
    it(title, () => {
      const module = parseModule(text);
      assert.equal(module.text, text);
      assert.ok(module.problems.length <= 2000, `${module.problems.length} problems`);
    });
  }

  it('a line of ten million characters', () => {
    const { body } = parseModule(`x = [${many('call(1, "a"), ', 700_000)}]`);
    assert.equal(body.length, 1);
  });

  it('no text at all', () => {
    assert.deepEqual(parseModule(''), {
      text: '',
      body: [],
      comments: [],
      namedExpressions: [],
      problems: [],
    });
  });
});
