/** What is said at once after an edit is what the whole says later. */
import assert from 'node:assert/strict';
import { projectOf } from '../analyse.ts';

const FILES = {
  'app.py': `
from middle import relay
from shapes import Shape


class Square(Shape):
    async def draw(self):
        relay()


async def main():
    relay()


def tick():
    leaf()


def leaf():
    pass
`,
  'middle.py': 'from leaf import load\n\n\ndef relay():\n    load()\n',
  'leaf.py': 'def load():\n    pass\n',
  'shapes.py': `
import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def measure(self): ...

    async def total(self):
        return self.measure()
`,
  'start.py': `
import asyncio
import app


def start():
    asyncio.get_running_loop().call_soon(app.tick)
`,
};
const SLEEPS = 'import time\n\n\ndef load():\n    time.sleep(1)\n';

describe('a draft', () => {
  const paths = Object.keys(FILES).map((path) => `/project/${path}`);
  const APP = '/project/app.py';

  /** A project of which everything is known. */
  function known() {
    const { host } = projectOf(new Map(Object.entries(FILES)));
    host.setFiles(paths);
    for (const _ of host.analysis().prepare());
    return host;
  }
  const found = (host: ReturnType<typeof known>) =>
    host
      .draft([APP])
      .findings(APP)
      .map(({ code, function: name }) => `${code} ${name}`);

  it('follows the file itself', () => {
    const host = known();
    assert.deepEqual(found(host), []);
    host.change(
      APP,
      `import time\n${FILES['app.py'].replace('    relay()\n\n\ndef tick', '    time.sleep(1)\n\n\ndef tick')}`,
    );
    assert.deepEqual(found(host), ['AW101 main']);
    host.change(APP, FILES['app.py']);
    assert.deepEqual(found(host), []);
  });

  it('follows files that it reaches through others', () => {
    const host = known();
    host.change('/project/leaf.py', SLEEPS);
    assert.deepEqual(found(host), ['AW101 Square.draw', 'AW101 main']);
    host.change('/project/leaf.py', FILES['leaf.py']);
    assert.deepEqual(found(host), []);
  });

  it('remembers what others do with its functions', () => {
    const host = known();
    host.change(APP, `import time\n${FILES['app.py'].replace(/pass\n$/, 'time.sleep(1)\n')}`);
    assert.deepEqual(found(host), ['AW101 tick']);
  });

  it('knows new classes of its own', () => {
    const host = known();
    const own = `
import abc
import time


class Base(abc.ABC):
    @abc.abstractmethod
    def work(self): ...


class Slow(Base):
    def work(self):
        time.sleep(1)


async def run(base: Base):
    base.work()
`;
    host.change(APP, own);
    assert.deepEqual(found(host), ['AW101 run']);
    host.change(APP, own.replace('time.sleep(1)', 'pass'));
    assert.deepEqual(found(host), []);
  });

  it('says of every step what the whole says', () => {
    const host = known();
    const code = FILES['app.py'];
    for (let length = 0; length <= code.length; length += 7) {
      host.change(APP, code.slice(0, length) + code.slice(length).replace('relay()', 'open("x").read()'));
      const draft = host.draft([APP]).findings(APP);
      assert.deepEqual(draft, host.analysis().findings(APP), `after ${length} letters`);
    }
  });

  it('is made of the asked files alone before anything else is known, and takes others in later', () => {
    const { host } = projectOf(new Map(Object.entries({ ...FILES, 'leaf.py': SLEEPS })));
    assert.deepEqual(found(host), ['AW101 Square.draw', 'AW101 main']);
    host.change('/project/other.py', `${SLEEPS}\n\nasync def main():\n    load()\n`);
    const both = host.draft([APP, '/project/other.py']);
    const blocking = (path: string) => both.findings(path).filter(({ code }) => code.startsWith('AW1'));
    assert.equal(blocking('/project/other.py').length, 1);
    assert.equal(blocking(APP).length, 2);
  });

  it('is the whole where that is known', () => {
    const host = known();
    assert.equal(host.draft([APP]), host.analysis());
  });
});
