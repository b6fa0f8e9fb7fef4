// Programs that run before and after they are fixed: the same results, exceptions and order of evaluation, and an
// event loop that stood still before and is free afterwards.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { best, fixAll } from '../../core/index.ts';
import { PYTHON, syntaxErrors } from '../../tools/law/cpython.ts';
import { projectOf } from '../analyse.ts';

const PROGRAMS = join(__dirname, 'behaviour');
const RUNNER = join(PROGRAMS, 'run.py');

/** Seconds until a call that nobody lets go is taken to block the loop. */
const PATIENCE = 5;

interface Way {
  readonly program: string;
  /** The fix to choose where there are several. */
  readonly id: string;
  /** Lines that make the program a user of a library. */
  readonly header: string;
  /** What has to be installed for it. */
  readonly modules: readonly string[];
  readonly backend: 'asyncio' | 'trio';
  readonly pythonVersion?: readonly [number, number];
  /** The rules whose findings are mended, where that is not what blocks. */
  readonly mends?: RegExp;
  /** It was the loop that stood still. */
  readonly blocks?: boolean;
}

const OWN_HELPER = `import asyncio


async def in_thread(function, *args, **kwargs):
    return await asyncio.to_thread(function, *args, **kwargs)

`;

const shapes = { program: 'shapes.py', header: '', modules: [], backend: 'asyncio' } as const;
const atOnce = { ...shapes, program: 'at_once.py', mends: /^AW(?:30[123]|501|60[124])/ };
const WAYS: Readonly<Record<string, Way>> = {
  'asyncio.to_thread': { ...shapes, id: 'offload-to-thread' },
  'as few hops as can be': { ...shapes, id: 'offload-to-thread-together' },
  run_in_executor: { ...shapes, id: 'offload-to-executor', pythonVersion: [3, 8] },
  'a helper of its own': { ...shapes, id: 'offload-own-helper', header: OWN_HELPER },
  anyio: { ...shapes, id: 'offload-anyio', header: 'import anyio\n', modules: ['anyio'] },
  trio: { ...shapes, id: 'offload-trio', header: 'import trio\n', modules: ['trio'], backend: 'trio' },
  starlette: {
    ...shapes,
    id: 'offload-starlette',
    header: 'from starlette.concurrency import run_in_threadpool\n',
    modules: ['starlette', 'anyio'],
  },
  asgiref: {
    ...shapes,
    id: 'offload-sync-to-async',
    header: 'from asgiref.sync import sync_to_async\n',
    modules: ['asgiref'],
  },
  'Home Assistant': { ...shapes, program: 'hass.py', id: 'offload-hass' },
  'task groups': { ...atOnce, id: 'start-in-task-group', pythonVersion: [3, 11] },
  gather: { ...atOnce, id: 'gather', pythonVersion: [3, 10] },
  'task groups for gather': {
    ...shapes,
    program: 'gathered.py',
    id: 'start-in-task-group',
    mends: /^AW305/,
    pythonVersion: [3, 11],
  },
  'async clients': {
    ...shapes,
    program: 'clients.py',
    id: 'swap-client',
    modules: ['httpx', 'redis', 'requests'],
    mends: /^AW(?:1|703)/,
    blocks: true,
  },
  'the standard library': { ...shapes, program: 'asyncio_only.py', id: '' },
};

interface Outcome {
  readonly outcome: readonly string[];
  readonly log: string;
  readonly blocked: number;
  readonly free: number;
}

/** A way's program before and after its fixes, and what both of them did. */
interface Trial {
  readonly before: string;
  readonly after: string;
  /** Undefined where what the program needs is not installed. */
  readonly outcomes: Promise<[Outcomes, Outcomes]> | undefined;
}

type Outcomes = Readonly<Record<string, Outcome>>;

describe('fixed programs', function () {
  this.timeout(180_000);
  const trials = new Map<string, Trial>();

  // They spend their time waiting, so all of them run side by side.
  before(() => {
    for (const [name, way] of Object.entries(WAYS)) trials.set(name, trial(way));
  });

  for (const [name, { program, mends, blocks = mends === undefined }] of Object.entries(WAYS)) {
    it(`do what they did, with ${name}`, async () => {
      const { after, outcomes } = trials.get(name) ?? assert.fail();
      assert.deepEqual([...syntaxErrors([[program, after]])], []);
      if (outcomes) compare(...(await outcomes), blocks);
    });
  }

  it('are not few', () => {
    const texts = [...trials.values()].map(({ before }) => before);
    const cases = texts.join('').split('async def case_').length - 1;
    assert.ok(cases > 700, `${cases} programs`);
  });
});

function trial(way: Way): Trial {
  const before = way.header + readFileSync(join(PROGRAMS, way.program), 'utf8');
  const after = fixed(before, way);
  const python = pythonWith(way.modules);
  // Where the loop is blocked, the gate never opens: no need to wait for long.
  const outcomes =
    python === undefined
      ? undefined
      : Promise.all([run(python, before, way, 0.02), run(python, after, way, PATIENCE)]);
  outcomes?.catch(() => undefined);
  return { before, after, outcomes };
}

const OFF_BY_ITSELF = { rules: { AW305: 'warning' } } as const;

/** The program with all that can be fixed; only what says so in its name is left. */
function fixed(text: string, way: Way): string {
  const { id, program, pythonVersion, mends = /^AW(?:1|604)/ } = way;
  const { host, paths } = projectOf(new Map([[program, text]]), OFF_BY_ITSELF, { pythonVersion });
  const choose = best({ unsafe: true });
  const [result] = fixAll(host, paths, (fixes, finding) =>
    !mends.test(finding.code) ? undefined : (fixes.find((fix) => fix.id === id) ?? choose(fixes, finding)),
  );
  const left = paths
    .flatMap((path) => host.analysis().findings(path))
    .filter(({ code }) => (way.mends ?? /^AW1/).test(code));
  const refused = [...text.matchAll(/async def (refused_\w+)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(left.map((finding) => finding.function))], refused);
  return result?.after ?? text;
}

function compare(old: Outcomes, fresh: Outcomes, wasBlocked: boolean): void {
  assert.deepEqual(Object.keys(fresh), Object.keys(old));
  const wrong = Object.entries(old).flatMap(([name, was]) => {
    const now = fresh[name] ?? was;
    const complaints: string[] = [];
    if (now.outcome.join() !== was.outcome.join())
      complaints.push(`${was.outcome.join()} became ${now.outcome.join()}`);
    if (now.log !== was.log) complaints.push(`${was.log} became ${now.log}`);
    if (wasBlocked && was.blocked === 0) complaints.push('the loop was free before');
    if (now.blocked > 0) complaints.push('the loop stands still');
    return complaints.map((complaint) => `${name}: ${complaint}`);
  });
  assert.deepEqual(wrong, []);
}

async function run(
  python: string,
  text: string,
  { program, backend }: Way,
  timeout: number,
): Promise<Outcomes> {
  const folder = mkdtempSync(join(tmpdir(), 'awaitwise-fixes-'));
  try {
    const path = join(folder, program);
    writeFileSync(path, text);
    const { stdout } = await promisify(execFile)(python, [RUNNER, path, backend, String(timeout)]);
    return JSON.parse(stdout) as Outcomes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A Python that can import these modules; Debian has packages of them for its own. Undefined where there is none. */
function pythonWith(modules: readonly string[]): string | undefined {
  const program = modules.map((name) => `import ${name}`).join('\n');
  return [PYTHON, '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', program]).status === 0);
}
