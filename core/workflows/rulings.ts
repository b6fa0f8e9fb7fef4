/** What each guidance profile makes of the answers: the first row whose condition holds decides. */
import type { Profile } from '../model/profile.ts';
import type { Condition } from './questions.ts';
import type { ReasonId } from './reasons.ts';

export const ADVICE = ['sync', 'async', 'hybrid', 'sync-job', 'sync-threads', 'process'] as const;
export type AdviceId = (typeof ADVICE)[number];

export interface Row {
  readonly when: Condition;
  readonly advice: AdviceId;
  readonly because: readonly [ReasonId, ...ReasonId[]];
}

/** Computing for many at once while the interpreter lock is held: the same for whoever asks. */
const CROWD: Condition = { work: ['computes', 'both'], gil: ['holds'], users: ['many'] };

export const RULINGS: Readonly<Record<Profile, readonly Row[]>> = {
  'sync-default': [
    { when: { work: ['little'] }, advice: 'sync', because: ['simple-work'] },
    { when: { work: ['files'] }, advice: 'sync', because: ['sync-by-default', 'nothing-to-overlap'] },
    { when: CROWD, advice: 'process', because: ['needs-processes', 'own-processes'] },
    { when: { work: ['computes'] }, advice: 'sync', because: ['cpu-is-sync'] },
    {
      when: { team: ['no'], calls: ['independent'] },
      advice: 'sync-threads',
      because: ['team-is-new', 'threads-for-sync'],
    },
    {
      when: { team: ['no'], caller: ['polls'] },
      advice: 'sync-job',
      because: ['team-is-new', 'caller-polls'],
    },
    { when: { team: ['no'] }, advice: 'sync', because: ['team-is-new'] },
    {
      when: { libraries: ['sync-only'], stage: ['interim'], users: ['many'] },
      advice: 'hybrid',
      because: ['mixture-for-now', 'offload-sync'],
    },
    {
      when: { libraries: ['sync-only'], calls: ['independent'] },
      advice: 'sync-threads',
      because: ['sync-libraries', 'threads-for-sync'],
    },
    {
      when: { libraries: ['sync-only'], caller: ['polls'] },
      advice: 'sync-job',
      because: ['sync-libraries', 'caller-polls'],
    },
    { when: { libraries: ['sync-only'] }, advice: 'sync', because: ['sync-libraries', 'commit'] },
    {
      when: { work: ['both'], calls: ['independent'] },
      advice: 'hybrid',
      because: ['fan-out', 'cpu-in-pool'],
    },
    {
      when: { work: ['both'], users: ['few', 'many'] },
      advice: 'hybrid',
      because: ['serves-many', 'cpu-in-pool'],
    },
    { when: { calls: ['independent'] }, advice: 'async', because: ['fan-out', 'bound-it'] },
    { when: { context: ['mcp'] }, advice: 'async', because: ['async-sdk'] },
    { when: { users: ['few', 'many'] }, advice: 'async', because: ['serves-many', 'three-conditions'] },
    { when: { users: ['one'] }, advice: 'sync', because: ['no-need-to-scale', 'sync-by-default'] },
    { when: { calls: ['one'] }, advice: 'sync', because: ['one-call', 'sync-by-default'] },
    {
      when: { context: ['script', 'notebook'] },
      advice: 'sync',
      because: ['straight-script', 'sync-by-default'],
    },
    { when: {}, advice: 'sync', because: ['sync-by-default', 'nothing-to-overlap'] },
  ],
  hybrid: [
    { when: { work: ['little'] }, advice: 'sync', because: ['simple-work'] },
    { when: { work: ['files'] }, advice: 'sync', because: ['small-files'] },
    { when: CROWD, advice: 'process', because: ['needs-processes'] },
    {
      when: { work: ['computes'], caller: ['polls'] },
      advice: 'hybrid',
      because: ['caller-polls', 'cpu-in-pool'],
    },
    {
      when: { work: ['computes'], context: ['server'] },
      advice: 'sync',
      because: ['cpu-is-sync', 'caller-waits'],
    },
    { when: { work: ['computes'], context: ['agent', 'mcp'] }, advice: 'hybrid', because: ['cpu-in-pool'] },
    { when: { work: ['computes'] }, advice: 'sync', because: ['cpu-is-sync'] },
    {
      when: { libraries: ['sync-only'], calls: ['independent'] },
      advice: 'sync-threads',
      because: ['sync-libraries', 'threads-for-sync'],
    },
    {
      when: { libraries: ['sync-only'], caller: ['polls'] },
      advice: 'sync-job',
      because: ['sync-libraries', 'caller-polls'],
    },
    { when: { libraries: ['sync-only'] }, advice: 'sync', because: ['sync-libraries'] },
    {
      when: { work: ['both'], context: ['server', 'agent', 'mcp'] },
      advice: 'hybrid',
      because: ['proxy', 'cpu-in-pool'],
    },
    {
      when: { work: ['both'], calls: ['independent'] },
      advice: 'hybrid',
      because: ['parallel-operations', 'cpu-in-pool'],
    },
    { when: { caller: ['polls'] }, advice: 'async', because: ['caller-polls', 'proxy'] },
    { when: { context: ['server', 'agent', 'mcp'] }, advice: 'async', because: ['proxy'] },
    { when: { calls: ['independent'] }, advice: 'async', because: ['parallel-operations'] },
    { when: {}, advice: 'sync', because: ['nothing-to-overlap', 'simple-work'] },
  ],
  'async-first': [
    { when: { work: ['little'] }, advice: 'sync', because: ['callable-from-async'] },
    { when: { work: ['files'] }, advice: 'async', because: ['files-are-io', 'io-is-async'] },
    {
      when: { work: ['computes'], context: ['script', 'notebook'] },
      advice: 'sync',
      because: ['cpu-is-sync'],
    },
    { when: { work: ['computes', 'both'], gil: ['holds'] }, advice: 'process', because: ['needs-processes'] },
    { when: { work: ['computes', 'both'] }, advice: 'hybrid', because: ['cpu-in-pool'] },
    { when: { libraries: ['sync-only'] }, advice: 'hybrid', because: ['io-is-async', 'offload-sync'] },
    { when: { caller: ['streams'] }, advice: 'async', because: ['io-is-async', 'streams'] },
    { when: { calls: ['independent'] }, advice: 'async', because: ['io-is-async', 'parallel-operations'] },
    {
      when: { context: ['script', 'notebook'] },
      advice: 'async',
      because: ['io-is-async', 'entry-may-be-sync'],
    },
    { when: { users: ['few', 'many'] }, advice: 'async', because: ['io-is-async', 'idle-cpu'] },
    { when: {}, advice: 'async', because: ['io-is-async'] },
  ],
};

/** What speaks against an advice although it was given: it is shown, and decides nothing. */
export const DRAWBACKS: readonly {
  readonly when: Condition;
  readonly of: readonly AdviceId[];
  readonly is: ReasonId;
}[] = [
  { when: { team: ['no'] }, of: ['async', 'hybrid'], is: 'learning-curve' },
  { when: { work: ['waits'] }, of: ['async'], is: 'spreads' },
  { when: { calls: ['one'], users: ['one'] }, of: ['async'], is: 'same-alone' },
  {
    when: { context: ['script', 'notebook'], calls: ['one', 'sequence'] },
    of: ['async'],
    is: 'straight-script',
  },
  { when: { users: ['many'] }, of: ['sync'], is: 'idle-cpu' },
  { when: { caller: ['streams'] }, of: ['sync', 'sync-job', 'sync-threads'], is: 'streams' },
  { when: {}, of: ['sync-threads'], is: 'race-conditions' },
  { when: { gil: ['holds'] }, of: ['hybrid'], is: 'lock-limits-threads' },
  { when: { stage: ['product'] }, of: ['hybrid'], is: 'commit' },
  { when: {}, of: ['process'], is: 'memory-of-processes' },
];
