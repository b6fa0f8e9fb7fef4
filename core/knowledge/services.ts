/** What libraries talk to: models behind an API, MCP servers, databases, the network. */
import type { BlockingKind } from '../model/blocking-kind.ts';
import { packs } from './data/index.ts';

/** What a call waits for, more closely than the way in which it blocks. */
export type ServiceKind = BlockingKind | 'llm' | 'mcp';

/** Distributions of models behind an API: whatever else they offer, a call is a question to a model. */
const MODELS =
  /^(openai|anthropic|cohere|mistralai|groq|ollama|litellm|together|replicate|fireworks|instructor|pydantic_ai|agents|crewai|dspy|google\.(genai|generativeai)|langchain\w*|langgraph|llama_index|huggingface_hub|zhipuai|dashscope|vertexai|semantic_kernel|autogen\w*|haystack)(\.|$)/;

const MCP = /^(mcp|fastmcp)(\.|$)/;

/** Libraries that are async from the ground up, so that nothing of them is known to block. */
const ASYNC_ONLY: readonly (readonly [RegExp, BlockingKind])[] = [
  [
    /^(asyncpg|aiosqlite|aiomysql|aiopg|asyncmy|databases|motor|beanie|odmantic|tortoise|piccolo|ormar|aioredis|coredis|aiocache|gino|edgedb)(\.|$)/,
    'db',
  ],
  [
    /^(aiohttp|asks|aioboto3|aiobotocore|aiokafka|aio_pika|aiormq|nats|aiomqtt|asyncio_mqtt|aiosmtplib|aioimaplib|asyncssh|aioftp|gql|aiodns|zeroconf|bleak|hypercorn|telegram|telethon|pyrogram|discord|aiogram|slack_bolt)(\.|$)/,
    'network',
  ],
  [/^(aiofiles|aiopath|aioshutil)(\.|$)/, 'file'],
  [
    /^(asyncio(\.\w+)*\.(open_connection|open_unix_connection|StreamReader\.\w+|StreamWriter\.drain))$/,
    'network',
  ],
  [
    /^(asyncio(\.\w+)*\.(create_subprocess_(exec|shell)|Process\.(wait|communicate)))$|^anyio\.(run_process|open_process)$/,
    'subprocess',
  ],
  [/^(asyncio(\.tasks)?|anyio(\._core\._eventloop)?|trio(\._timeouts)?)\.sleep$/, 'sleep'],
];

/** Names that begin the modules of each library that is known to block, and the way in which most of it does. */
let byRoot: ReadonlyMap<string, BlockingKind> | undefined;

/** What an awaited call of this name waits for; undefined when nobody knows. */
export function serviceOf(name: string): ServiceKind | undefined {
  if (MODELS.test(name)) return 'llm';
  if (MCP.test(name)) return 'mcp';
  const own = ASYNC_ONLY.find(([pattern]) => pattern.test(name));
  if (own) return own[1];
  byRoot ??= mainKinds();
  return byRoot.get(rootOf(name));
}

/** The same for a call that is known to block. */
export function serviceBehind(name: string, kind: BlockingKind): ServiceKind {
  if (kind !== 'network') return kind;
  return MODELS.test(name) ? 'llm' : MCP.test(name) ? 'mcp' : kind;
}

const WAITING: ReadonlySet<BlockingKind> = new Set<BlockingKind>(['network', 'db', 'subprocess']);

function mainKinds(): ReadonlyMap<string, BlockingKind> {
  const counts = new Map<string, Map<BlockingKind, number>>();
  for (const { blocking } of packs) {
    for (const { calls, kinds } of blocking ?? []) {
      const [kind] = kinds;
      if (kind === undefined || !WAITING.has(kind)) continue;
      for (const owner of Object.keys(calls)) {
        const root = rootOf(owner);
        const of = counts.get(root) ?? new Map<BlockingKind, number>();
        counts.set(root, of.set(kind, (of.get(kind) ?? 0) + 1));
      }
    }
  }
  const roots = new Map<string, BlockingKind>();
  for (const [root, of] of counts) {
    const [most] = [...of].sort(([, a], [, b]) => b - a);
    // What is awaited of asyncio itself stands above.
    if (most && root !== 'asyncio') roots.set(root, most[0]);
  }
  return roots;
}

/** The first part of a name; two parts, where many libraries share the first. */
function rootOf(name: string): string {
  const [first = '', second = ''] = name.split('.');
  return first === 'google' || first === 'azure' ? `${first}.${second}` : first;
}
