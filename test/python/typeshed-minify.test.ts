// Minified stubs: shorter, and they say the same.
import assert from 'node:assert/strict';
import { minify, minifyChecked } from '../../tools/typeshed/minify.ts';

describe('minified stubs', () => {
  it('have no comments, blank lines or wide indents', () => {
    const stub = '# One.\n\nclass A:\n    # Two.\n    x: int  # Three.\n\n    def f(self) -> None: ...\n';
    assert.equal(minify(stub), 'class A:\n x:int\n def f(self)->None:...\n');
  });

  it('have spaces only where words would run together', () => {
    const stub = 'async def f(a: int, /, *b: str, c: X[Y] | None = None) -> "Z": ...\nx: Final = not -1\n';
    assert.equal(minify(stub), 'async def f(a:int,/,*b:str,c:X[Y]|None=None)->"Z":...\nx:Final=not-1\n');
    assert.equal(minify('from .a import b as c, d as d\n'), 'from.a import b as c,d as d\n');
  });

  it('join what stands between brackets, and break what becomes too long', () => {
    assert.equal(
      minify('def f(\n    a: int,\n    b: int,\n) -> None: ...\n'),
      'def f(a:int,b:int,)->None:...\n',
    );
    const names = Array.from({ length: 40 }, (_, index) => `"name_${index}"`);
    const lines = minify(`if True:\n    __all__ = [${names.join(', ')}]\n`)
      .trimEnd()
      .split('\n');
    assert.ok(lines.length > 3);
    assert.ok(lines.every((line) => line.length < 120));
  });

  it('lack the decorators that say nothing of types', () => {
    const stub =
      '@final\n@deprecated(\n    "Use g()."\n)\ndef f() -> None: ...\n@type_check_only\nclass A: ...\n' +
      'class B:\n    @overload\n    @typing_extensions.deprecated("No.")\n    def g(self) -> None: ...\n';
    assert.equal(
      minifyChecked('a.pyi', stub),
      '@final\ndef f()->None:...\nclass A:...\nclass B:\n @overload\n def g(self)->None:...\n',
    );
  });

  it('are refused when they cannot be read or said in ASCII', () => {
    assert.throws(() => minifyChecked('a.pyi', 'def f(:\n'), /a\.pyi, line 1/);
    assert.throws(() => minifyChecked('a.pyi', 'x: Literal["é"]\n'), /a\.pyi is not ASCII/);
  });
});
