/** Lines of source with a part marked. */
import assert from 'node:assert/strict';
import { excerpt } from '../../cli/excerpt.ts';

/** Draws a line with what stands between « and » marked. */
function draw(line: string, width = 60): string[] {
  const from = line.indexOf('«') + 1;
  const to = line.indexOf('»');
  const { code, underline } = excerpt(line.replace(/[«»]/g, ''), from, to, '^', width);
  return [code, underline];
}

describe('excerpts', () => {
  it('mark a part of a line', () => {
    assert.deepEqual(draw('    x = «f(1)» + 2'), ['    x = f(1) + 2', '        ^^^^']);
  });

  it('show tabs as blanks, and letters that take two cells', () => {
    assert.deepEqual(draw('\t«f()»'), ['    f()', '    ^^^']);
    assert.deepEqual(draw('x = "時間", «f("é")»'), ['x = "時間", f("é")', '            ^^^^^^']);
  });

  it('mark one letter at least', () => {
    assert.deepEqual(draw('ab«»'), ['ab', '  ^']);
  });

  it('cut what does not fit, on both sides', () => {
    const [code = '', underline = ''] = draw(`${'a'.repeat(100)}«bbbb»${'c'.repeat(100)}`, 40);
    assert.equal(code.length, 40);
    assert.match(code, /^…a+bbbbc+…$/);
    assert.equal(code.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1), 'bbbb');
  });

  it('cut what is marked, when that alone does not fit', () => {
    const [code = '', underline = ''] = draw(`x(«${'b'.repeat(200)}»)`, 40);
    assert.deepEqual([code, underline], [`x(${'b'.repeat(37)}…`, `  ${'^'.repeat(38)}`]);
  });

  it('are quick on lines of megabytes', () => {
    const line = `${'x'.repeat(5_000_000)}«f()»${'y'.repeat(5_000_000)}`;
    const start = performance.now();
    draw(line, 80);
    assert.ok(performance.now() - start < 500);
  });
});
