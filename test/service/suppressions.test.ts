/** Comments that silence findings: drawn as code, with a finding wherever `bad(…)` stands. `#%%` begins a cell. */
import assert from 'node:assert/strict';
import type { Finding } from '../../core/model/finding.ts';
import type { Directive } from '../../core/model/summary.ts';
import { readSuppressions, suppress } from '../../core/service/suppressions.ts';
import { RULES } from './rules.ts';

/** Each `bad101(…)` of the text becomes a finding of AW101, and each directive is read. */
function check(lines: readonly string[], ran?: (code: string) => boolean) {
  const text = lines.join('\n');
  const position = (offset: number) => {
    const cells = text.slice(0, offset).split('#%%\n');
    const before = (cells.at(-1) ?? '').split('\n');
    return {
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      cell: cells.length === 1 ? undefined : cells.length,
    };
  };
  const findings = [...text.matchAll(/bad(\d+)\([^)]*\)/g)].map(
    ({ 0: call, 1: code = '', index }) =>
      ({ code: `AW${code}`, span: { start: index, end: index + call.length } }) as Finding,
  );
  const directives = [...text.matchAll(/(?<before>^ *|(?<code>))# awaitwise:(?<text>.*)$/gm)].map(
    ({ 0: all, index, groups }): Directive => ({
      span: { start: index, end: index + all.length },
      text: (groups?.text ?? '').trim(),
      ownLine: groups?.code === undefined,
    }),
  );
  const suppressions = readSuppressions(directives, RULES);
  const { kept, silenced, unused } = suppress(findings, suppressions, { position }, ran);
  return {
    kept: kept.map(({ code }) => code),
    silenced: silenced.map(({ code }) => code),
    unused: unused.map(({ suppression, codes }) => [
      position(suppression.directive.span.start).line,
      ...codes,
    ]),
    unknown: suppressions.flatMap(({ unknown }) => unknown),
  };
}

const CLEAN = { kept: [], unused: [], unknown: [] };

describe('suppressions', () => {
  it('silence what they name on their line', () => {
    assert.deepEqual(check(['bad101()  # awaitwise: ignore[AW101]']), { ...CLEAN, silenced: ['AW101'] });
    assert.deepEqual(check(['bad101(); bad102()  # awaitwise: ignore[AW101]']).kept, ['AW102']);
  });

  it('without brackets silence every rule on their line, and on no other', () => {
    const { kept, silenced } = check(['bad101(); bad102()  # awaitwise: ignore', 'bad105()']);
    assert.deepEqual({ kept, silenced }, { kept: ['AW105'], silenced: ['AW101', 'AW102'] });
  });

  it('alone on a line speak of the next one', () => {
    assert.deepEqual(check(['  # awaitwise: ignore[AW101]', '  bad101()']), {
      ...CLEAN,
      silenced: ['AW101'],
    });
    assert.deepEqual(check(['# awaitwise: ignore[AW101]', '', 'bad101()']).kept, ['AW101']);
    assert.deepEqual(check(['x = 1  # awaitwise: ignore[AW101]', 'bad101()']).kept, ['AW101']);
  });

  it('stacked on lines of their own all speak of the line below', () => {
    assert.deepEqual(
      check(['# awaitwise: ignore[AW101]', '# awaitwise: ignore[AW102]', 'bad101(); bad102()']),
      {
        ...CLEAN,
        silenced: ['AW101', 'AW102'],
      },
    );
  });

  it('stand at the first or the last line of a call over several lines', () => {
    assert.deepEqual(check(['bad101(  # awaitwise: ignore[AW101]', '  1,', ')']).silenced, ['AW101']);
    assert.deepEqual(check(['bad101(', '  1,', ')  # awaitwise: ignore[AW101]']).silenced, ['AW101']);
    assert.deepEqual(check(['bad101(', '  1,  # awaitwise: ignore[AW101]', ')']).kept, ['AW101']);
  });

  it('take codes in any case, names, and text after the bracket', () => {
    const line = 'bad101(); bad105()  # awaitwise: ignore[aw101, Blocking-File-IO] start-up only';
    assert.deepEqual(check([line]), { ...CLEAN, silenced: ['AW101', 'AW105'] });
  });

  it('for a whole file may stand anywhere', () => {
    assert.deepEqual(check(['bad101()', 'bad102()', '# awaitwise: file-ignore[AW101]']).kept, ['AW102']);
    assert.deepEqual(check(['# awaitwise: file-ignore', 'x', 'bad101()']).silenced, ['AW101']);
  });

  it('in a notebook speak of lines of their cell, or of all cells', () => {
    assert.deepEqual(check(['#%%', '# awaitwise: ignore', 'bad101()', '#%%', 'x', 'bad102()']), {
      ...CLEAN,
      kept: ['AW102'],
      silenced: ['AW101'],
    });
    assert.deepEqual(check(['#%%', '# awaitwise: ignore', '#%%', 'bad101()']).kept, ['AW101']);
    assert.deepEqual(check(['#%%', '# awaitwise: file-ignore', '#%%', 'bad101()']).kept, []);
  });

  it('are not found in other directives', () => {
    assert.deepEqual(check(['bad101()  # awaitwise: nonblocking']).kept, ['AW101']);
    assert.deepEqual(check(['bad101()  # awaitwise: ignored']).kept, ['AW101']);
    assert.deepEqual(check(['bad101()  # awaitwise: ignore-all']).kept, ['AW101']);
  });

  it('that silence nothing are unused, code by code', () => {
    assert.deepEqual(check(['x = 1  # awaitwise: ignore']).unused, [[1]]);
    assert.deepEqual(check(['x = 1  # awaitwise: ignore[]']).unused, [[1]]);
    assert.deepEqual(check(['bad101()  # awaitwise: ignore[AW101, AW102]']).unused, [[1, 'AW102']]);
    assert.deepEqual(check(['bad101()', '# awaitwise: file-ignore[AW102]']).unused, [[2, 'AW102']]);
  });

  it('of rules that did not run are not unused', () => {
    assert.deepEqual(check(['x = 1  # awaitwise: ignore[AW101]'], (code) => code !== 'AW101').unused, []);
  });

  it('both count as used when two silence one finding', () => {
    assert.deepEqual(check(['# awaitwise: file-ignore[AW101]', 'bad101()  # awaitwise: ignore[AW101]']), {
      ...CLEAN,
      silenced: ['AW101'],
    });
  });

  it('tell what no rule is called, and do not call that unused', () => {
    const { unknown, unused, kept } = check(['bad101()  # awaitwise: ignore[AW112]']);
    assert.deepEqual({ unknown, unused, kept }, { unknown: ['AW112'], unused: [], kept: ['AW101'] });
  });
});
