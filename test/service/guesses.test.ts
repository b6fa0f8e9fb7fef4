// Findings for which only a name speaks, and who gets them.
import assert from 'node:assert/strict';
import { findingsIn } from '../analyse.ts';

const TEXT = `import untold


class Box:
    def __init__(self):
        self.thing = untold.thing()


def load(thing):
    return thing.read_text()


async def by_parameter(thing, box: Box):
    thing.read_text()
    thing.get("a")
    await thing.read_text()
    return load(thing)
`;

const texts = new Map([['app.py', TEXT]]);

describe('guesses', () => {
  it('are made for those who ask for them', () => {
    const found = findingsIn(texts, { minConfidence: 'possible' });
    assert.deepEqual(
      found.map(({ code, confidence, span }) => [code, confidence, TEXT.slice(span.start, span.end)]),
      [
        ['AW105', 'possible', 'thing.read_text()'],
        ['AW105', 'possible', 'load(thing)'],
      ],
    );
    assert.match(found[0]?.reason ?? '', /nothing is known of what is called but its name/);
  });

  it('are made for nobody else', () => {
    assert.deepEqual(findingsIn(texts), []);
  });
});
