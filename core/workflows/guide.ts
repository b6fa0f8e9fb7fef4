/** ASYNC_GUIDE.md: what a project has decided on sync and async, from its profile and its decisions (guideline 22). */
import type { Profile } from '../model/profile.ts';
import { ADVICES } from './advice.ts';
import type { Held } from './records.ts';

const BEGIN = '<!-- awaitwise: begin; what stands up to the end is written by `awaitwise guide` -->';
const END = '<!-- awaitwise: end';

interface Stand {
  readonly rule: string;
  readonly points: readonly string[];
}

/** What each profile's documents tell people who write new code. */
const STANDS: Readonly<Record<Profile, Stand>> = {
  'sync-default': {
    rule: 'Write sync code until there is a need for concurrency that can be named (guidelines 1, 2).',
    points: [
      'Async for: several independent calls in one workflow, a web service, MCP, a batch of queries (3, 4, 6, 9, 10).',
      'Sync for: scripts and notebooks, commands that make one call, libraries that are sync only (12, 13, 14, 20).',
      'Move one workflow at a time; sync and async live side by side (5).',
      'Put a bound on what runs at once, with a semaphore (11).',
      'Async needs all three: much waiting, a need to scale, async APIs (133, 134).',
    ],
  },
  hybrid: {
    rule: 'Each operation is what suits it: waiting is async, computing and simple things are sync (guidelines 23 to 30).',
    points: [
      '`async def` for network and database calls, and for what can be parallel (28, 29).',
      '`def` for look-ups, checks and small files (25, 26).',
      'Computing goes into a pool: threads where it releases the interpreter lock, processes where it does not (40, 53).',
      'Long work answers with a job number, and is asked about later (36, 38, 41).',
      'No `to_thread` around something trivial (54, 55).',
    ],
  },
  'async-first': {
    rule: 'All input and output is async, from the entry point down (guidelines 62, 113, 117).',
    points: [
      'Commands may begin as plain functions, and go over with one `asyncio.run()` (121, 122).',
      'Nothing blocks inside a coroutine, directly or behind helpers (120, 123, 124).',
      'What has no async API is called with `asyncio.to_thread()`, at the highest sync call (125, 130).',
      'Files count too, also the cheap calls (127).',
      'Independent calls run together, in a `TaskGroup` or a bounded `gather` (65, 119).',
    ],
  },
};

/** What became of the guide. `edited`: somebody changed what is written here; it is left alone. */
export type GuideOutcome =
  { readonly kind: 'written'; readonly text: string } | { readonly kind: 'same' | 'edited' };

/** The guide with what is written here brought up to date; what people wrote around it stays. */
export function guide(
  existing: string | undefined,
  profile: Profile,
  decisions: readonly Held[],
  folder: string,
): GuideOutcome {
  const body = bodyOf(profile, decisions, folder);
  const block = `${BEGIN}\n\n${body}\n\n${END} ${hash(body)} -->`;
  if (existing === undefined) return { kind: 'written', text: `# Sync or async?\n\n${block}\n` };
  const begin = existing.indexOf(BEGIN);
  const end = existing.indexOf(END, begin);
  if (begin < 0 || end < 0) return { kind: 'edited' };
  const close = existing.indexOf('-->', end) + '-->'.length;
  const old = existing.slice(begin + BEGIN.length, end).trim();
  if (existing.slice(end + END.length, close - '-->'.length).trim() !== hash(old)) return { kind: 'edited' };
  const text = existing.slice(0, begin) + block + existing.slice(close);
  return text === existing ? { kind: 'same' } : { kind: 'written', text };
}

function bodyOf(profile: Profile, decisions: readonly Held[], folder: string): string {
  const { rule, points } = STANDS[profile];
  const rows = decisions.map(
    ({ file, decision }) =>
      `| \`${decision.workflow}\` | ${ADVICES[decision.decision].label} | ${decision.date} | [${file}](${folder}/${file}) |`,
  );
  const decided =
    rows.length === 0
      ? 'Nothing has been decided for a single workflow yet.'
      : ['| workflow | decision | since | record |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return [
    `${rule} This is the profile \`${profile}\`.`,
    points.map((point) => `- ${point}`).join('\n'),
    '## Decided',
    decided,
    '## In every case',
    '- Nothing may block the event loop (17, 123).\n- No coroutine is left without `await` (16).\n- `asyncio.run()` at the entry only, never inside a coroutine (86, 104).\n- Each call over a network has a timeout (34, 102).',
  ].join('\n\n');
}

/** FNV-1a, to tell whether somebody has changed a text. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
