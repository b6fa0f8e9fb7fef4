/** `rules`, help and version. */
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
import { version } from '../../package.json';
import { awaitwise } from './terminal.ts';

const here = { cwd: '/nowhere' };

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
