/** Sync endpoints and dependencies that are sent to a thread and have nothing to do there. */
import type { FrameworkFunction } from '../effects/framework-facts.ts';
import type { Recolouring } from '../model/rewriter.ts';
import { defineRule, python, shortName } from './rule.ts';

interface Endpoint extends FrameworkFunction {
  readonly colour: () => Recolouring;
}

const NOT_SEEN: Recolouring = { refusal: 'who calls it is not known' };

export default defineRule<Endpoint>({
  code: 'AW801',
  name: 'fastapi-trivial-sync',
  since: '0.1.0',
  guideline: [26, 39],
  severity: { 'sync-default': 'off', hybrid: 'hint', 'async-first': 'hint' },
  docs: {
    what: 'Reports sync endpoints and dependencies of FastAPI and Starlette that are done at once: they wait for nothing, loop over nothing, and call nothing that does.',
    why: 'A sync function costs a hop to a thread and back for each request, and holds one of the 40 threads that the endpoints which do block need. As a coroutine it would run in place.',
    instead: 'Write `async def`. Nothing else changes: the framework calls either.',
    limits:
      'Only functions of which every line is understood: each call leads to a function of yours that is as quick, or to one that is known to be; each attribute belongs to a class that was read. `with`, loops and generators are left alone. When such a function later gets a call that blocks, it must become sync again, or offload.',
    example: {
      bad: python`
from fastapi import Depends, FastAPI

app = FastAPI()
jobs: dict[str, str] = {}


def page(number: int = 1):
    return {"number": number}


@app.get("/jobs/{job_id}")
async def job(job_id: str, page: dict = Depends(page)):
    return jobs.get(job_id), page
`,
      good: python`
from fastapi import Depends, FastAPI

app = FastAPI()
jobs: dict[str, str] = {}


async def page(number: int = 1):
    return {"number": number}


@app.get("/jobs/{job_id}")
async def job(job_id: str, page: dict = Depends(page)):
    return jobs.get(job_id), page
`,
    },
  },

  *detect({ path, facts }) {
    for (const found of facts.frameworks.trivialInThread(path)) {
      const colour = () => facts.frameworks.recoloured(path, found.function)?.colour ?? NOT_SEEN;
      yield { at: found.span, function: found.function, evidence: { ...found, colour } };
    }
  },

  message: ({ role, function: name }) =>
    `Takes a thread for nothing: the ${role} \`${name}\` never waits, and could be \`async def\``,

  fixes: ({ function: name, colour }, rewriter) => rewriter.makeAsync(shortName(name), colour()),
});
