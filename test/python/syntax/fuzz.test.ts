// Damaged files: the parser never throws, and what the damage did not touch stays as it was.
import assert from 'node:assert/strict';
import { parseModule } from '../../../core/python/syntax/parser.ts';
import { Kind } from '../../../core/python/syntax/tree.ts';
import type { Module, Node } from '../../../core/python/syntax/tree.ts';
import { apply, seeded, survival, walk } from './damage.ts';
import type { Damage, Random } from './damage.ts';
import { someModules } from './stdlib.ts';

const ALPHABET = 'abcx019_ \t\n\r\f\'"()[]{}:;,.=+-*#\\@%!\0\u00e9\ud800\udc00';

/** Kinds of damage, and the shares of definitions and statements outside the damaged lines that must stay. */
const damages: readonly {
  title: string;
  make: (text: string, random: Random) => Damage;
  definitions: number;
  statements: number;
}[] = [
  {
    title: 'cut off',
    make: (text, random) => ({ start: random(text.length), end: text.length, inserted: '' }),
    definitions: 0.999,
    statements: 0.999,
  },
  {
    title: 'a stretch removed',
    make: (text, random) => {
      const start = random(text.length);
      return { start, end: Math.min(text.length, start + 1 + random(30)), inserted: '' };
    },
    definitions: 0.99,
    statements: 0.99,
  },
  {
    title: 'a stretch doubled',
    make: (text, random) => {
      const start = random(text.length);
      return { start, end: start, inserted: text.slice(Math.max(0, start - 1 - random(30)), start) };
    },
    definitions: 0.99,
    statements: 0.99,
  },
  {
    title: 'a character replaced',
    make: (text, random) => {
      const start = random(text.length);
      return { start, end: start + 1, inserted: ALPHABET.charAt(random(ALPHABET.length)) };
    },
    definitions: 0.995,
    statements: 0.995,
  },
];

const GARBAGE = [
  'a b c',
  'x = = y',
  'if',
  'for x in',
  'return return',
  '$ ?',
  'import .',
  'a.',
  'a +',
  '1 2',
  '',
];

describe('fuzz', function () {
  this.timeout(120_000);
  const modules = someModules(30).map(parseModule);

  for (const { title, make, definitions, statements } of damages) {
    it(title, () => {
      const random = seeded(20_261_121);
      const total = { statements: 0, lostStatements: 0, definitions: 0, lostDefinitions: 0 };
      for (const module of modules) {
        for (let round = 0; round < 12; round++) {
          const damage = make(module.text, random);
          const damaged = parseModule(apply(module.text, damage));
          checkShape(damaged);
          const kept = survival(module, damaged, damage);
          total.statements += kept.statements;
          total.lostStatements += kept.lostStatements;
          total.definitions += kept.definitions;
          total.lostDefinitions += kept.lostDefinitions.length;
        }
      }
      const keptDefinitions = 1 - total.lostDefinitions / total.definitions;
      const keptStatements = 1 - total.lostStatements / total.statements;
      assert.ok(keptDefinitions >= definitions, `kept ${keptDefinitions} of the definitions`);
      assert.ok(keptStatements >= statements, `kept ${keptStatements} of the statements`);
    });
  }

  it('costs one line when one line is damaged, save where a bracket or a string is', () => {
    const random = seeded(7);
    for (const module of modules) {
      const lines = statementsOfOneLine(module);
      for (let round = 0; round < 12; round++) {
        const line = lines[random(lines.length)];
        if (!line) continue;
        const damage = { ...line, inserted: GARBAGE[random(GARBAGE.length)] ?? '' };
        const damaged = parseModule(apply(module.text, damage));
        const { lostStatements, lostDefinitions } = survival(module, damaged, damage);
        const where = `${module.text.slice(line.start, line.end)} became ${damage.inserted}`;
        assert.deepEqual([lostStatements, lostDefinitions], [0, []], where);
      }
    }
  });

  it('reads any sequence of tokens', () => {
    const random = seeded(3);
    const words = modules[0]?.text.match(/\w+|[^\w\s]|[ \t]+|\n/g) ?? [];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 200 }, () => words[random(words.length)] ?? '').join('');
      checkShape(parseModule(text));
    }
  });
});

/** Whatever the text, spans are spans and lists are in order. */
function checkShape(module: Module): void {
  const { length } = module.text;
  walk(module, ({ start, end }) => {
    assert.ok(start >= 0 && start <= end && end <= length, `${start}-${end} of ${length}`);
  });
  for (const list of [module.body, module.comments, module.namedExpressions, module.problems]) {
    let last = 0;
    for (const { start } of list) {
      assert.ok(start >= last, `${start} behind ${last}`);
      last = start;
    }
  }
}

/** Simple statements that have their lines to themselves. */
function statementsOfOneLine(module: Module): Node[] {
  const { text } = module;
  const result: Node[] = [];
  walk(module, (node) => {
    if (node.kind < Kind.FunctionDef || 'body' in node || node.kind === Kind.Match) return;
    const lineStart = text.lastIndexOf('\n', node.start - 1) + 1;
    const lineEnd = text.indexOf('\n', node.end);
    const isAlone =
      text.slice(lineStart, node.start).trim() === '' && text.slice(node.end, lineEnd).trim() === '';
    if (lineEnd >= 0 && isAlone && !text.slice(node.start, node.end).includes('\n')) result.push(node);
  });
  return result;
}
