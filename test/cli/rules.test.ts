/** `explain`, `rules`, help and version. */
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
import { version } from '../../package.json';
import { awaitwise } from './terminal.ts';

const here = { cwd: '/nowhere' };

describe('explain', () => {
  it('tells what a rule is about, by its code in any case or by its name', async () => {
    const byCode = await awaitwise(['explain', 'aw101'], here);
    assert.equal(byCode.code, 0);
    for (const heading of [
      'AW101 blocking-sleep',
      'Why is this bad?',
      'What to do instead',
      'Reported',
      'Fine',
    ]) {
      assert.ok(byCode.out.includes(`${heading}\n`), heading);
    }
    assert.deepEqual(await awaitwise(['explain', 'Blocking-Sleep'], here), byCode);
  });

  it('works for every rule, and keeps within the width', async () => {
    for (const { code, docs } of rules) {
      const { out } = await awaitwise(['explain', code], { ...here, columns: 80 });
      const prose = out.split('\nReported\n')[0] ?? '';
      assert.ok(
        prose.split('\n').every((line) => line.length <= 80),
        `${code}: ${prose}`,
      );
      assert.ok(out.includes(docs.example.bad.trimEnd().split('\n').at(-1) ?? ''));
    }
  });

  it('suggests the rule that was meant', async () => {
    assert.deepEqual(await awaitwise(['explain', 'AW1O1'], here), {
      code: 2,
      out: '',
      err: 'error: unknown rule "AW1O1"; did you mean AW101?\n',
    });
  });
});

describe('rules', () => {
  it('are listed for people, a line each', async () => {
    const { out, code } = await awaitwise(['rules'], here);
    assert.equal(code, 0);
    const [heading, ...lines] = out.trimEnd().split('\n');
    assert.match(heading ?? '', /^code +name +sync-default +hybrid +async-first$/);
    assert.deepEqual(
      lines.map((line) => line.split(/ +/).slice(0, 2)),
      rules.map(({ code: itsCode, name }) => [itsCode, name]),
    );
  });

  it('are listed for programs, with all that is known', async () => {
    const { out } = await awaitwise(['rules', '--format', 'json'], here);
    const listed = JSON.parse(out) as { code: string; docs: { why: string } }[];
    assert.deepEqual(
      listed.map(({ code, docs }) => [code, docs.why]),
      rules.map(({ code, docs }) => [code, docs.why]),
    );
  });
});

describe('the program', () => {
  it('tells its version and its use', async () => {
    assert.deepEqual(await awaitwise(['--version'], here), { code: 0, out: `${version}\n`, err: '' });
    const { code, out, err } = await awaitwise(['--help'], here);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    for (const command of ['check', 'explain', 'rules'])
      assert.match(out, new RegExp(`^  ${command}\\b`, 'm'));
    assert.match((await awaitwise(['check', '--help'], here)).out, /--site-packages <dir>/);
  });

  it('shows its use when nothing was asked, which is no success', async () => {
    const { code, out, err } = await awaitwise([], here);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /^Usage: awaitwise /);
  });

  it('knows no other commands', async () => {
    const { code, err } = await awaitwise(['chek', '.'], here);
    assert.deepEqual(
      { code, err },
      { code: 2, err: "error: unknown command 'chek' (Did you mean check?)\n" },
    );
  });
});
