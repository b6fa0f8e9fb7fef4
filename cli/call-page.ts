/** What the catalogue says of a call, in words. */
import type { CallKnowledge } from '../core/index.ts';
import type { FollowedCall } from './follow.ts';
import { counted, wrapped, type Colours } from './terminal.ts';

type Blocks = Extract<CallKnowledge, { verdict: 'blocks' }>['record'];
type Handover = Extract<CallKnowledge, { verdict: 'hands-over' }>['handover'];
type Alternative = Blocks['alternatives'][number];
type Guard = Blocks['unless'][number];
type Row = readonly [label: string, ...values: string[]];

const KINDS: Record<Blocks['kinds'][number], string> = {
  sleep: 'sleeps',
  wait: 'waits for another thread or process',
  network: 'waits for the network',
  db: 'waits for a database',
  subprocess: 'waits for another process',
  stdin: 'waits for input at the terminal',
  file: 'reads or writes a file',
  cpu: 'computes for long',
  import: 'imports',
  'fs-metadata': 'asks the file system about files, or changes its entries',
};

const GIL: Record<NonNullable<Blocks['gil']>, string> = {
  releases: 'released: other threads run meanwhile, so a worker thread helps',
  holds: 'held: no other thread runs meanwhile, so only another process helps',
  preemptible: 'shared: other threads get their turns, but nothing gets faster',
  mixed: 'held in parts',
};

const PLACES: Record<Handover['to'], string> = {
  worker: 'on a worker thread',
  process: 'in another process',
  loop: 'on the event loop',
  here: 'at once, where the call is made',
};

/** Rows of what is known, each label beside its values. */
export function callPage(known: CallKnowledge | FollowedCall, colours: Colours, columns: number): string {
  const { title, rows } = contentOf(known);
  const width = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
  const lines = rows.flatMap(([label, ...values]) =>
    values
      .flatMap((value) => wrapped(value, columns - width - 2))
      .map((line, index) => `  ${(index === 0 ? label : '').padEnd(width)}${line}`),
  );
  return `${[colours.bold(title), ...lines].join('\n')}\n`;
}

function contentOf(known: CallKnowledge | FollowedCall): { title: string; rows: readonly Row[] } {
  switch (known.verdict) {
    case 'blocks':
      return { title: `${known.record.name} blocks`, rows: blockingRows(known.record) };
    case 'hands-over': {
      const { param, to, source } = known.handover;
      const what = `its argument \`${param}\` is called ${PLACES[to]}`;
      return { title: `${known.name} does not block`, rows: [['what', what], ...sourceRow(source)] };
    }
    case 'harmless':
      return { title: `${known.name} does not block`, rows: [] };
    case 'followed':
      return followedContent(known);
  }
}

function followedContent({ name, found, twin, through, source }: FollowedCall): {
  title: string;
  rows: readonly Row[];
} {
  const from: Row = ['source', source];
  if (found.kind === 'never')
    return { title: `${name} does not block`, rows: [['known by', 'its code, and all that it calls'], from] };
  if (found.kind === 'unsure') {
    const what = `nothing is known of ${counted(found.unresolved, 'call')} behind it, and nothing else blocks`;
    return { title: `${name} may block`, rows: [['unsure', what], from] };
  }
  const { record } = found;
  const rows: readonly Row[] = [
    ['how', howText(record)],
    ...(through.length > 0 ? [['through', ...through] as const] : []),
    [
      'instead',
      ...(twin === undefined ? [] : [`await \`${twin}\``]),
      `await \`asyncio.to_thread(${name}, …)\``,
    ],
    ...(record.gil ? [['GIL', GIL[record.gil]] as const] : []),
    from,
  ];
  return { title: `${name} blocks`, rows };
}

function blockingRows(record: Blocks): readonly Row[] {
  const { unless, unlessBuilt, unlessCalled, chain, gil, since, until, note } = record;
  const guards = [
    ...unless.map(guardText),
    ...unlessBuilt.map((guard) => `what it is called on was made with ${guardText(guard)}`),
    ...unlessCalled.map(({ method, is }) => `\`${method}(${is})\` was called before`),
  ];
  const versions = [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(', ');
  const rows: readonly Row[] = [
    ['how', howText(record)],
    ['when', whenText(record)],
    ...(guards.length > 0 ? [['unless', ...guards] as const] : []),
    ...(chain.length > 0 ? [['through', chain.join(' → ')] as const] : []),
    ...(note === undefined ? [] : [['note', note] as const]),
    ['instead', ...record.alternatives.map((one) => alternativeText(one, record.name))],
    ...(gil ? [['GIL', GIL[gil]] as const] : []),
    ['library', versions === '' ? record.library : `${record.library}, ${versions}`],
    ...sourceRow(record.source),
  ];
  return rows;
}

function howText({ kinds, does }: Blocks): string {
  return does ?? kinds.map((kind) => KINDS[kind]).join('; ');
}

function sourceRow(source: string | undefined): readonly Row[] {
  return source === undefined || source === '' ? [] : [['source', source]];
}

function whenText({ when, argument }: Blocks): string {
  if (when === 'always') return 'at every call';
  if (when === 'first-call') return 'at the first call';
  if (when === 'branch') return 'on some paths through it';
  return `by what it does with its argument \`${when.slice('arg:'.length)}\`: it calls \`${argument?.method ?? ''}\` of it`;
}

function guardText({ param, is }: Guard): string {
  if (is === 'absent') return `no \`${param}\``;
  return is === 'memory' ? `\`${param}\` in memory` : `\`${param}=${is}\``;
}

function alternativeText(alternative: Alternative, name: string): string {
  const { package: distribution, since, note } = alternative;
  const from = [distribution && `package ${distribution}`, since && `since ${since}`].filter(Boolean);
  const source = from.length === 0 ? '' : ` (${from.join(', ')})`;
  return `${insteadOf(name, alternative)}${source}${note === undefined ? '' : `: ${note}`}`;
}

function insteadOf(name: string, { shape, path }: Alternative): string {
  if (path !== undefined) return shape === 'await-rename' ? `await \`${path}\`` : `\`${path}\``;
  if (shape === 'to-thread') return `await \`asyncio.to_thread(${name}, …)\``;
  if (shape === 'process') return 'a process pool';
  return shape === 'startup' ? 'once, before the loop serves anybody' : 'something else';
}
