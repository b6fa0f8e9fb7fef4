// A line that is being typed, at every place of real files: all definitions around it are kept.
import assert from 'node:assert/strict';
import { parseModule } from '../../../core/python/syntax/parser.ts';
import { Kind } from '../../../core/python/syntax/tree.ts';
import type { Module, Node } from '../../../core/python/syntax/tree.ts';
import { seeded, walk } from './damage.ts';
import { someModules } from './stdlib.ts';

const UNFINISHED = `
foo. ¦ foo( ¦ foo(a, ¦ foo(a, b= ¦ foo(*  ¦ foo(] ¦ foo) ¦ foo] ¦ } ¦ x[ ¦ x["
x = ¦ x = foo( ¦ x = [ ¦ x = { ¦ x = {"a": ¦ x = ( ¦ x = (a for b in ¦ x = [a for b in ¦ x: ¦ x: List[ ¦ x := ¦ x = lambda
await ¦ await foo( ¦ await foo. ¦ async ¦ async with foo( ¦ async for x in ¦ async def foo(
def ¦ def foo ¦ def foo( ¦ def foo(a, b ¦ def foo(): ¦ class ¦ class Foo ¦ class Foo( ¦ class Foo: ¦ @ ¦ @foo ¦ @foo(
if ¦ if x ¦ if foo( ¦ if x: ¦ elif ¦ else ¦ else: ¦ for ¦ for x in ¦ for x in foo( ¦ for x in y: ¦ while
with ¦ with open( ¦ with open(x) as ¦ with open(x) as f: ¦ try ¦ try: ¦ except ¦ except: ¦ finally: ¦ match x ¦ match x: ¦ case
return ¦ return [ ¦ return foo( ¦ raise ¦ raise X from ¦ yield ¦ yield ( ¦ assert ¦ del ¦ global ¦ type X =
import ¦ import a. ¦ from ¦ from a ¦ from a import ¦ from a import ( ¦ from a import (b,
not ¦ a and ¦ a + ¦ a if b ¦ a == ¦ lambda x: ¦ -> ¦ : ¦ \\ ¦ $ ¦ {** ¦ ... ¦ #
"abc ¦ 'abc ¦ print("abc ¦ f"{x ¦ f"{x. ¦ print(f"{x
`
  .trim()
  .split(/\n|¦/)
  .map((line) => line.trim());

/** In these the rest of the file turns inside out, and where it turned is guessed. */
const QUOTES = ['"""', "'''", '"""Doc.', 'x = """', 'return f"""{x'];

describe('unfinished lines', function () {
  this.timeout(120_000);
  const modules = someModules(25).map(parseModule);

  for (const line of UNFINISHED) {
    it(line, () => {
      const random = seeded(1);
      for (const module of modules) {
        const { text, lost } = typed(module, line, random);
        assert.deepEqual(lost, [], text);
      }
    });
  }

  for (const line of QUOTES) {
    it(line, () => {
      const random = seeded(2);
      let all = 0;
      let kept = 0;
      for (const module of modules) {
        for (let round = 0; round < 5; round++) {
          const { lost } = typed(module, line, random);
          const count = names(module).length;
          all += count;
          kept += count - lost.length;
        }
      }
      assert.ok(kept / all > 0.98, `kept ${kept} of ${all}`);
    });
  }
});

/** The module with the line typed in front of a random statement, and the names of the definitions lost by it. */
function typed(module: Module, line: string, random: (below: number) => number) {
  const starts = statementStarts(module);
  const at = starts[random(starts.length)] ?? 0;
  const { text } = module;
  const indentation = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const changed = `${text.slice(0, at)}${line}\n${indentation}${text.slice(at)}`;
  const left = names(parseModule(changed));
  const lost = names(module).filter((name) => {
    const index = left.indexOf(name);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { text: `${text.slice(Math.max(0, at - 200), at)}${line}`, lost };
}

/** Of statements that begin a line. */
function statementStarts({ text, ...module }: Module): number[] {
  const starts: number[] = [];
  walk({ text, ...module }, ({ kind, start }: Node) => {
    const isFirst = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
    if (kind >= Kind.FunctionDef && isFirst) starts.push(start);
  });
  return starts;
}

function names(module: Module): string[] {
  const result: string[] = [];
  walk(module, (node) => {
    if (node.kind === Kind.FunctionDef || node.kind === Kind.ClassDef) {
      result.push('name' in node ? String(node.name) : '');
    }
  });
  return result;
}
