// The survey of real projects: what it counts, and what it draws to be judged.
import assert from 'node:assert/strict';
import { drawn, type Surveyed, tables } from '../../tools/survey/tables.ts';
import { projectOf } from '../analyse.ts';

const APP = `
import time
import requests


def load(url):
    return requests.get(url)


def relay(url):
    return load(url)


async def direct():
    time.sleep(1)


async def behind(handler):
    load("a")
    relay("b")
    handler.start()


async def again():
    relay("c")


def elsewhere(handler):
    handler.stop()
`;

function surveyed(): Surveyed {
  const { host, paths } = projectOf(new Map([['app.py', APP]]));
  const analysis = host.analysis();
  return {
    root: '/project',
    findings: paths.flatMap((path) => analysis.findings(path)).filter(({ code }) => code.startsWith('AW1')),
    calls: analysis.callsOnLoop(),
    lineOf: ({ path, span }) => analysis.summary(path)?.position(span.start).line ?? 0,
  };
}

describe('the survey', () => {
  const one = surveyed();

  it('counts findings by how far away they block', () => {
    const [head = '', row = ''] = tables([one]);
    const told = Object.fromEntries(head.split(/ {2,}/).map((name, at) => [name, row.split(/ {2,}/)[at]]));
    assert.deepEqual(
      [told.findings, told.chains, told['direct certain'], told['project certain']],
      ['4', '3', '1', '3'],
    );
  });

  it('counts the calls in code on the loop, and why some are unknown', () => {
    assert.deepEqual(one.calls && { ...one.calls, unknown: [...one.calls.unknown] }, {
      frames: 5,
      calls: 7,
      resolved: 5,
      external: 1,
      unknown: [['parameter without type', 1]],
    });
    assert.equal(tables([one]).at(-1), 'parameter without type      1  100.0 %');
  });

  it('draws each way down once, and the same for the same seed', () => {
    const lines = drawn([one], 10, 3);
    assert.equal(lines.filter((line) => /^\d+\. project AW10[12] (error|warning) /.test(line)).length, 3);
    assert.deepEqual(drawn([one], 10, 3), lines);
    assert.ok(lines.includes('   → requests.get at app.py:7'));
  });
});
