// The frameworks that the catalogue has to know: where each runs a plain function and a coroutine function, by version.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { Catalogue } from '../../core/knowledge/catalogue.ts';
import { packs } from '../../core/knowledge/data/index.ts';
import { Frameworks, type Registration } from '../../core/knowledge/frameworks.ts';

/** By framework and registration (`via name [place] [option=value] [@version]`): `sync async [pool]`. */
const frameworks = JSON.parse(
  readFileSync(join(import.meta.dirname, 'framework-places.json'), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

const catalogue = new Catalogue();

describe('framework places', () => {
  for (const [framework, registrations] of Object.entries(frameworks)) {
    for (const [written, expected] of Object.entries(registrations)) {
      it(`${framework}: ${written}`, () => {
        assert.equal(placeOf(written), expected);
      });
    }
  }

  it('are told for both sides of every version at which something changes', () => {
    const told = Object.values(frameworks).flatMap((registrations) => Object.keys(registrations));
    for (const { library, registers = [] } of packs) {
      for (const { versions, via, calls } of registers) {
        if (versions === undefined) continue;
        const owners = Object.keys(calls).map((owner) => owner.split('.', 1)[0] ?? '');
        const isTold = told.some(
          (one) => owners.some((root) => one.includes(`${root}.`)) && one.includes('@'),
        );
        assert.ok(isTold, `${library}: nothing tells of ${via} ${JSON.stringify(calls)} at ${versions}`);
      }
    }
  });
});

function placeOf(written: string): string {
  const [, version] = /@(\S+)$/.exec(written) ?? [];
  const [, option, value] = / (\w+)=(\w+)/.exec(written) ?? [];
  const [via = '', name = '', place = ''] = written.replace(/ @\S+$| \w+=\w+/g, '').split(' ');
  if (via === 'handover') return catalogue.handover([name])?.to ?? '-';
  const known = new Frameworks(() => version);
  const keyword = (param: string) => (param === option ? value : undefined);
  switch (via) {
    case 'decorator':
      return told(known.decorator([name], keyword));
    case 'argument':
      return told(known.argument([name], /^\d+$/.test(place) ? Number(place) : place, keyword));
    case 'method':
      return told(known.method([name], place));
    default:
      return told(known.named(name, place));
  }
}

function told(registration: Registration | undefined): string {
  if (!registration) return '-';
  const { sync, async, pool } = registration;
  return [sync, async, ...(pool ? [pool.name] : [])].join(' ');
}
