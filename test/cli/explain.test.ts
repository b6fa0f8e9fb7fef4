/** `explain`: what is known of rules and of calls. */
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
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

  it('tells programs all that is known of a rule', async () => {
    const { out } = await awaitwise(['explain', 'AW101', '--format', 'json'], here);
    const { code, docs } = JSON.parse(out) as { code: string; docs: { why: string } };
    assert.deepEqual([code, docs.why], ['AW101', rules[0]?.docs.why]);
  });

  it('suggests the rule that was meant', async () => {
    const { code, out, err } = await awaitwise(['explain', 'AW1O1'], here);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /^error: unknown rule "AW1O1"; did you mean AW101\? Allowed are codes and names .*\n$/);
  });
});

describe('explain a call', () => {
  const lines = async (call: string) => (await awaitwise(['explain', call], here)).out.split('\n');

  it('tells how it blocks, and what to do instead', async () => {
    const { code, out } = await awaitwise(['explain', 'requests.sessions.Session.get'], here);
    assert.equal(code, 0);
    assert.match(
      out,
      /^requests\.Session\.get blocks\n {2}how {6}waits for the network\n {2}when {5}at every call\n/,
    );
    assert.match(out, /\n {2}instead {2}`httpx\.AsyncClient` \(package httpx\)/);
    assert.match(out, /\n {11}await `asyncio\.to_thread\(requests\.Session\.get, …\)`\n/);
    assert.match(out, /\n {2}source {3}https:\S+\n$/);
  });

  it('tells when it does not', async () => {
    assert.ok(
      (await lines('json.load')).includes(
        '  when     by what it does with its argument `fp`: it calls `read` of it',
      ),
    );
    assert.ok((await lines('queue.Queue.get')).some((line) => line.startsWith('  unless   `block=False`')));
    assert.deepEqual(await lines('json.loads'), ['json.loads does not block', '']);
  });

  it('tells where a call runs what it is given', async () => {
    const [title, what] = await lines('asyncio.to_thread');
    assert.deepEqual(
      [title, what],
      ['asyncio.to_thread does not block', '  what    its argument `func` is called on a worker thread'],
    );
  });

  it('takes built-in functions by their bare name', async () => {
    assert.equal((await lines('open'))[0], 'builtins.open blocks');
  });

  it('tells programs the same', async () => {
    const data = async (call: string) =>
      JSON.parse((await awaitwise(['explain', call, '--format', 'json'], here)).out) as Record<
        string,
        unknown
      >;
    const { verdict, name, kinds, when } = await data('time.sleep');
    assert.deepEqual(
      { verdict, name, kinds, when },
      { verdict: 'blocks', name: 'time.sleep', kinds: ['sleep'], when: 'always' },
    );
    assert.deepEqual(await data('json.loads'), { verdict: 'harmless', name: 'json.loads' });
    const { verdict: handsOver, to } = await data('asyncio.to_thread');
    assert.deepEqual([handsOver, to], ['hands-over', 'worker']);
  });

  it('that nobody knows is met with names that are near', async () => {
    const err = async (call: string) => {
      const ended = await awaitwise(['explain', call], here);
      assert.deepEqual([ended.code, ended.out], [2, '']);
      return ended.err;
    };
    const allowed =
      'llowed are codes and names of rules (AW101, blocking-sleep), and calls by their full name (requests.get)\n';
    assert.equal(await err('nowhere'), `error: nothing is known of "nowhere"; a${allowed}`);
    assert.equal(
      await err('tiem.sleep'),
      `error: nothing is known of "tiem.sleep"; did you mean time.sleep? A${allowed}`,
    );
    assert.match(await err('Session.get'), /; did you mean requests\.Session\.get, [^?]+\? /);
  });
});
