// Fixtures say by their names what is expected: `blocks_…` has an alarm, nothing below `# Silent.` has, and a
// limit that is noted as `# FIXME missed alarm: …` or `# FIXME false alarm: …` is one still.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Stretch {
  readonly name: string;
  readonly text: string;
  readonly isSilent: boolean;
}

describe('verdicts', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const path of files.filter((file) => file.endsWith('.py'))) {
    it(`${path} is named by its verdicts`, () => {
      assert.deepEqual(stretches(readFileSync(join(__dirname, path), 'utf8')).flatMap(complaints), []);
    });
  }
});

function complaints({ name, text, isSilent }: Stretch): string[] {
  const hasAlarm = /^# *~/m.test(text);
  const isMissed = text.startsWith('# FIXME missed');
  const isFalse = text.startsWith('# FIXME false');
  // A note at a single line speaks of that line alone.
  const isPartlyFalse = text.includes('# FIXME false');
  const all = [
    [name.startsWith('blocks_') && !hasAlarm && !isMissed, 'has no alarm'],
    [isSilent && hasAlarm && !isPartlyFalse, 'has an alarm'],
    [isMissed && hasAlarm, 'misses none any more'],
    [/\S.*# FIXME missed.*\n *# *~/.test(text), 'has a line that misses none any more'],
    [isFalse && !hasAlarm, 'has no false one any more'],
  ] as const;
  return all.flatMap(([holds, complaint]) => (holds ? [`${name} ${complaint}`] : []));
}

/** Functions and methods, each with the comments and decorators over it; what is nested in a function is part of it. */
function stretches(text: string): Stretch[] {
  const lines = text.split('\n');
  const silent = lines.indexOf('# Silent.');
  const starts = lines.flatMap((line, at) =>
    isOutermost(lines, at) ? [{ at, name: DEF.exec(line)?.[2] ?? '' }] : [],
  );
  const firsts = starts.map(({ at }) => firstLine(lines, at));
  return starts.map(({ at, name }, i) => ({
    name,
    text: lines
      .slice(firsts[i], firsts[i + 1])
      .join('\n')
      .trimStart(),
    isSilent: silent >= 0 && at > silent,
  }));
}

const DEF = /^( {0,4})(?:async )?def (\w+)/;

/** A function at column 0, or a method of a class there. */
function isOutermost(lines: readonly string[], at: number): boolean {
  const indent = DEF.exec(lines[at] ?? '')?.[1];
  if (indent === undefined || indent === '') return indent === '';
  return (
    lines
      .slice(0, at)
      .findLast((line) => /^[^\s#)\]}]/.test(line))
      ?.startsWith('class ') === true
  );
}

function firstLine(lines: readonly string[], at: number): number {
  let first = at;
  while (/^ *(?:@|# FIXME)/.test(lines[first - 1] ?? '')) first -= 1;
  return first;
}
