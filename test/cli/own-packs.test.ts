/** What people say of their own code: pack files, in the project or in a library, and comments on functions. */
import assert from 'node:assert/strict';
import { removeFolders, type Files } from '../disk/folder.ts';
import { inFolder } from './terminal.ts';

const pack = (more: object) => JSON.stringify({ library: 'ours', ...more });
const blocking = (calls: object, kind: string) => ({ blocking: [{ calls, kinds: [kind] }] });

/** A library whose code tells nothing, and a program that calls it on the loop. */
const QUEUE = {
  'site-packages/acme/__init__.py': 'from _acme import push\n',
  'app.py': 'import acme\n\n\nasync def main():\n    acme.push(1)\n',
};

async function check(files: Files, ...args: string[]) {
  const place = ['--site-packages', 'site-packages', '--select', 'AW1,AW9', '--format', 'concise'];
  return inFolder({ 'site-packages/': '', ...files }, ['check', '.', ...place, ...args]);
}

async function codes(files: Files): Promise<string[]> {
  const { out, err } = await check(files);
  assert.equal(err, '');
  return out.split('\n').flatMap((line) => /^\S+ AW\d+/.exec(line)?.[0] ?? []);
}

describe("a project's own packs", () => {
  after(removeFolders);

  it('lie anywhere in it under their name', async () => {
    assert.deepEqual(await codes(QUEUE), []);
    for (const path of ['awaitwise.json', 'tools/queue.awaitwise.json']) {
      const files = { ...QUEUE, [path]: pack(blocking({ acme: ['push'] }, 'network')) };
      assert.deepEqual(await codes(files), ['app.py:5:5 AW102'], path);
    }
  });

  it('are named by a setting', async () => {
    const files = {
      ...QUEUE,
      'awaitwise.toml': 'packs = ["knowledge/acme.json"]\n',
      'knowledge/acme.json': pack(blocking({ acme: ['push'] }, 'db')),
    };
    assert.deepEqual(await codes(files), ['app.py:5:5 AW103']);
  });

  it('come with libraries, beside their code or by their metadata', async () => {
    const knowledge = pack(blocking({ acme: ['push'] }, 'network'));
    const beside = { ...QUEUE, 'site-packages/acme/awaitwise.json': knowledge };
    const byMetadata = {
      ...QUEUE,
      'site-packages/acme-1.0.dist-info/entry_points.txt':
        '[console_scripts]\nacme = acme:main\n\n[awaitwise]\npack = acme.more:queue.json\n\n[other]\nx = y:z\n',
      'site-packages/acme/more/queue.json': knowledge,
    };
    assert.deepEqual(await codes(beside), ['app.py:5:5 AW102']);
    assert.deepEqual(await codes(byMetadata), ['app.py:5:5 AW102']);
  });

  it('win the nearer they are', async () => {
    const library = {
      ...QUEUE,
      'site-packages/acme/awaitwise.json': pack(blocking({ acme: ['push'] }, 'network')),
    };
    const project = { ...library, 'awaitwise.json': pack(blocking({ acme: ['push'] }, 'db')) };
    const deeper = { ...project, 'src/awaitwise.json': pack(blocking({ acme: ['push'] }, 'subprocess')) };
    const named = {
      ...deeper,
      'awaitwise.toml': 'packs = ["acme.json"]',
      'acme.json': pack({ harmless: { acme: ['push'] } }),
    };
    assert.deepEqual(await codes(project), ['app.py:5:5 AW103']);
    assert.deepEqual(await codes(deeper), ['app.py:5:5 AW104']);
    assert.deepEqual(await codes(named), []);
  });

  it('have the word over what is shipped, and say what moves work off the loop', async () => {
    const app =
      'import time\nimport acme\n\n\nasync def main():\n    time.sleep(1)\n    acme.away(time.sleep, 1)\n    open("x")\n';
    const away = { calls: { acme: ['away'] }, to: 'worker', param: 'f', position: 0 };
    const files = {
      'site-packages/acme/__init__.py': 'def away(f, *args):\n    f(*args)\n',
      'app.py': app,
    };
    assert.deepEqual(await codes(files), ['app.py:6:5 AW101', 'app.py:7:5 AW101', 'app.py:8:5 AW105']);
    const own = pack({ harmless: { time: ['sleep'] }, handovers: [away] });
    assert.deepEqual(await codes({ ...files, 'awaitwise.json': own }), ['app.py:8:5 AW105']);
  });

  it('that are wrong get one line, and all the rest counts', async () => {
    const group = { calls: { acme: ['push'] }, kinds: ['network'] };
    const { code, out, err } = await check({
      ...QUEUE,
      'a.awaitwise.json': '{',
      'b.awaitwise.json': pack({ blocking: [{ ...group, kinds: ['net'] }, group] }),
      'awaitwise.toml': 'packs = ["gone.json"]',
    });
    assert.equal(code, 2);
    assert.equal(
      out,
      'app.py:5:5 AW102 [warning] Blocks the event loop: `acme.push` waits for the network\n',
    );
    const [gone, a, b, ...none] = err.split('\n');
    assert.equal(gone, 'error: gone.json: there is no such file');
    assert.match(b ?? '', /^error: a\.awaitwise\.json: is no JSON: /);
    assert.equal(
      a,
      'error: b.awaitwise.json: /blocking/0/kinds/0 must be one of sleep, wait, network, db, subprocess, stdin, file, cpu, import, fs-metadata',
    );
    assert.deepEqual(none, ['']);
  });

  it('of a library that are wrong are its own matter', async () => {
    const { code, out, err } = await check({
      ...QUEUE,
      'site-packages/acme/awaitwise.json': '{"library": 7}',
    });
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /^warning: site-packages\/acme\/awaitwise\.json: \/library must be a string\n$/);
  });
});

describe('a comment on a function', () => {
  after(removeFolders);

  it('says that it blocks, and how', async () => {
    const app = `
from elsewhere import fetch


def read(name):  # awaitwise: blocking[file] through a pipe that nobody sees
    return fetch(name)


# awaitwise: blocking
def wait(
    name,
):
    return fetch(name)


class Store:
    @property
    # awaitwise: blocking[db, file]
    def size(
        self,
    ):  # nothing of ours
        return fetch(self)


async def main():
    read(1)
    wait(2)
    Store().size
`;
    assert.deepEqual(await codes({ 'app.py': app }), [
      'app.py:26:5 AW105',
      'app.py:27:5 AW108',
      'app.py:28:5 AW103',
    ]);
  });

  it('says that it does not, to those who call it and in itself', async () => {
    const app = `
import time


def nap(
    seconds,
):  # awaitwise: nonblocking
    time.sleep(seconds)  # awaitwise: blocking


async def main():
    nap(1)


async def short():  # awaitwise: nonblocking, it is over at once
    time.sleep(0.0001)
`;
    assert.deepEqual(await codes({ 'app.py': app }), []);
  });

  it('goes before packs, and speaks in libraries too', async () => {
    const files = {
      'site-packages/acme.py': 'import time\ndef push():  # awaitwise: nonblocking\n    time.sleep(1)\n',
      'awaitwise.json': pack(blocking({ acme: ['push'] }, 'db')),
      'app.py': 'import acme\nasync def main():\n    acme.push()\n',
    };
    assert.deepEqual(await codes(files), []);
  });

  it('that names no way of blocking is reported', async () => {
    const app = 'def read():  # awaitwise: blocking[disk, netwrok]\n    pass\n';
    const { out } = await check({ 'app.py': app });
    assert.deepEqual(out.split('\n'), [
      'app.py:1:14 AW902 [warning] Names a way of blocking that does not exist: disk',
      'app.py:1:14 AW902 [warning] Names a way of blocking that does not exist: netwrok; did you mean network?',
      '',
    ]);
  });
});

describe('what is known of the standard library', () => {
  after(removeFolders);

  const found = async (python: string, code: string) =>
    codes({ 'app.py': code, 'awaitwise.toml': `python-version = "${python}"` });

  it('is derived from its code', async () => {
    const code = 'import socket\nasync def main(given):\n    socket.recv_fds(given, 1, 1)\n';
    assert.deepEqual(await found('3.12', code), ['app.py:3:5 AW102']);
    assert.deepEqual(await found('3.8', code), []);
  });

  it("holds for the project's Python", async () => {
    const own = (range: object) =>
      pack({ distribution: 'python', blocking: [{ calls: { time: ['time'] }, kinds: ['sleep'], ...range }] });
    const now = 'import time\nasync def main():\n    time.time()\n';
    const at = async (python: string, range: object) =>
      (
        await codes({
          'app.py': now,
          'awaitwise.json': own(range),
          'awaitwise.toml': `python-version = "${python}"`,
        })
      ).length;
    assert.equal(await at('3.10', { since: '3.11' }), 0);
    assert.equal(await at('3.11', { since: '3.11' }), 1);
    assert.equal(await at('3.11', { until: '3.12' }), 1);
    assert.equal(await at('3.12', { until: '3.12' }), 0);
  });
});
