// The two files a rule begins as.

/** A rule that reports nothing yet; the words say what belongs where. */
export function ruleSkeleton(code: string, name: string): string {
  return `// Reports TODO: the mistake, in one sentence.
import { defineRule } from './rule.ts';

/** What a finding rests on; message and fixes are functions of it. */
interface Evidence {
  readonly name: string;
}

export default defineRule<Evidence>({
  code: '${code}',
  name: '${name}',
  since: '0.1.0',
  guideline: [],
  severity: 'warning',
  docs: {
    what: 'Reports …',
    why: 'While …',
    instead: 'Await …',
    example: {
      bad: 'async def bad():\\n    …\\n',
      good: 'async def good():\\n    …\\n',
    },
  },

  *detect() {
    // yield { at: call.span, evidence: { name: call.path } };
  },

  message: ({ name }) => \`\\\`\${name}\\\` …\`,
});
`;
}

/** A fixture with both verdicts; `UPDATE=1 npm test` draws the marks under what is found. */
export function fixtureSkeleton(code: string, name: string): string {
  return `# ${code} ${name}


async def reports_the_mistake():
    ...


async def does_it_right():
    ...  # ok: reason
`;
}
