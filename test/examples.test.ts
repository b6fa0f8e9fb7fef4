// The sample service in examples/ shows every way of blocking, and most of them some calls down.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../core/index.ts';
import { findingsIn } from './analyse.ts';

describe('examples', () => {
  const folder = join(__dirname, '../examples/storefront');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.py'),
  );
  const texts = paths.map(
    (path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const,
  );
  const found = findingsIn(new Map(texts));

  it('have a finding of each rule on blocking', () => {
    const blocking = rules.map(({ code }) => code).filter((code) => code.startsWith('AW10'));
    const missing = blocking.filter((code) => !found.some((finding) => finding.code === code));
    assert.deepEqual(missing, []);
  });

  it('hide most of them behind other functions', () => {
    assert.ok(found.filter(({ via }) => via === 'project').length > found.length / 2);
  });
});
