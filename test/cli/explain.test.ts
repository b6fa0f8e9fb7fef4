/** `explain`: what is known of rules and of calls. */
import assert from 'node:assert/strict';
import { rules } from '../../core/index.ts';
import { removeFolders } from '../disk/folder.ts';
import { awaitwise, inFolder } from './terminal.ts';

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

/** A project of its own, what it uses, and what people say of both. */
const SHOP = {
  'pyproject.toml': '',
  'site-packages/depot/__init__.py': 'from .stock import count, Shelf\n',
  'site-packages/depot/stock.py':
    'import requests\nimport _depot\n\n\ndef count(shelf):\n    return requests.get(shelf)\n\n\n' +
    'async def count_async(shelf): ...\n\n\ndef label(text):\n    return text.strip()\n\n\n' +
    'class Shelf:\n    def lift(self):\n        return _depot.lift()\n\n    def sort(self):\n        return fill(self)\n\n\n' +
    'def fill(shelf):\n    import bcrypt\n\n    return bcrypt.hashpw(shelf, b"")\n',
  'shop/__init__.py': '',
  'shop/prices.py':
    'from depot import count\n\n\nclass Prices:\n    def load(self):\n        return count("A7")\n\n\n' +
    'def hash_all():  # awaitwise: blocking[cpu]\n    return 1\n\n\ndef twice(n):\n    return n + n\n',
  'shop.awaitwise.json': JSON.stringify({
    library: 'depot',
    source: 'https://depot.example/',
    blocking: [{ calls: { 'depot.stock.Shelf': ['lift'] }, kinds: ['wait'] }],
  }),
};

describe('explain a call that the catalogue does not know', () => {
  after(removeFolders);
  const ask = (call: string, ...more: string[]) =>
    inFolder(SHOP, ['explain', call, '--site-packages', 'site-packages', ...more]);

  it('follows a function of an installed package', async () => {
    const { code, out } = await ask('depot.count');
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n'), [
      'depot.count blocks',
      '  how      waits for the network',
      '  through  requests.get at site-packages/depot/stock.py:6',
      '  instead  await `depot.stock.count_async`',
      '           await `asyncio.to_thread(depot.count, …)`',
      '  source   site-packages/depot/stock.py:5',
      '',
    ]);
  });

  it("follows a method of the project's own, from hop to hop", async () => {
    const { out } = await ask('shop.prices.Prices.load', '--format', 'json');
    assert.deepEqual(JSON.parse(out), {
      verdict: 'blocks',
      name: 'shop.prices.Prices.load',
      evidence: 'traced',
      source: 'shop/prices.py:5',
      kinds: ['network'],
      chain: ['count at shop/prices.py:6', 'requests.get at site-packages/depot/stock.py:6'],
    });
  });

  it('heeds what a comment says of a function', async () => {
    const { out } = await ask('shop.prices.hash_all', '--format', 'json');
    const { verdict, kinds } = JSON.parse(out) as { verdict: string; kinds: string[] };
    assert.deepEqual([verdict, kinds], ['blocks', ['cpu']]);
  });

  it('tells what the GIL does while something computes', async () => {
    const { out } = await ask('depot.stock.Shelf.sort');
    assert.match(out, /\n {2}GIL {6}released: /);
  });

  it("goes by the project's own packs before anything else", async () => {
    const { out } = await ask('depot.stock.Shelf.lift');
    assert.match(out, /^depot\.stock\.Shelf\.lift blocks\n {2}how {6}waits for another thread or process\n/);
    assert.match(out, /\n {2}source {3}https:\/\/depot\.example\/\n$/);
  });

  it('tells what does not block, and what nobody can tell', async () => {
    assert.match(
      (await ask('depot.stock.label')).out,
      /^depot\.stock\.label may block\n {2}unsure {2}nothing is known of 1 call /,
    );
    assert.match((await ask('shop.prices.twice')).out, /^shop\.prices\.twice does not block\n/);
  });

  it('knows nothing of what is nowhere', async () => {
    const { code, err } = await ask('depot.stock.nothing');
    assert.equal(code, 2);
    assert.match(err, /^error: nothing is known of "depot\.stock\.nothing"/);
  });
});
