// The two files a rule begins as.

/** A rule that reports nothing yet; the words say what belongs where. */
export function ruleSkeleton(code: string, name: string): string {
  return `/** TODO: the mistake, in one sentence. */
import { defineRule, python } from './rule.ts';

/** What a finding rests on; its words and fixes are functions of it. */
interface Evidence {
  readonly name: string;
}

export default defineRule<Evidence>({
  code: '${code}',
  name: '${name}',
  since: '0.1.0',
  guideline: [],
  severity: { 'sync-default': 'warning', hybrid: 'warning', 'async-first': 'warning' },
  docs: {
    what: 'Reports …',
    why: 'While …',
    instead: 'Await …',
    example: {
      bad: python\`
async def bad():
    ...
\`,
      good: python\`
async def good():
    ...
\`,
    },
  },

  *detect() {
    // Facts say what is true of the file: yield { at: call.span, function: call.function, evidence: { name } };
  },

  message: ({ name }) => \`…: \\\`\${name}\\\`\`,
});
`;
}

/** A fixture with both verdicts; \`UPDATE=1 npm test\` draws the marks under what is found. */
export function fixtureSkeleton(code: string, name: string): string {
  return `# ${code} ${name}


async def reports_the_mistake():
    ...


async def does_it_right():
    ...  # ok: reason
`;
}
