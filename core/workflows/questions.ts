/** What has to be known of a workflow before anybody can say whether it should be async. */

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Holds when every question that it names is answered with one of these. */
export type Condition = { readonly [Q in QuestionId]?: readonly Answer<Q>[] };

export type QuestionId = keyof typeof CHOICES;
export type Answer<Q extends QuestionId> = keyof (typeof CHOICES)[Q] & string;
export type Answers = { readonly [Q in QuestionId]?: Answer<Q> };

export interface Question {
  readonly id: QuestionId;
  readonly asks: string;
  /** Why it matters, or how to tell. */
  readonly help: string;
  readonly choices: readonly Choice[];
}

/** The answers to each question, in the order in which they are offered. */
const CHOICES = {
  context: {
    server: 'A server or bot: several callers may come at once',
    agent: 'An agent: its tools, its graph',
    mcp: 'A client or a server of MCP',
    job: 'A job, consumer or Lambda function: something else starts it',
    script: 'A script or command: it starts, does its work and ends',
    notebook: 'A notebook',
  },
  work: {
    waits: 'It waits: for services, databases, a model behind an API',
    computes: 'It computes: a model in this process, parsing, numbers',
    both: 'It does both',
    files: 'It reads or writes files, and waits for nothing else',
    little: 'Neither: it looks things up, checks, decides',
  },
  calls: {
    one: 'It waits once',
    sequence: 'Several times, and each needs what came before',
    independent: 'Several times, and they could run at the same time',
  },
  users: {
    one: 'One at a time',
    few: 'A few, up to about ten',
    many: 'More than that',
  },
  caller: {
    waits: 'Waits for the answer',
    polls: 'Takes a number and asks again later',
    streams: 'Reads the answer while it is made',
  },
  libraries: {
    async: 'All that it waits for can be awaited',
    'sync-only': 'Something that it waits for has no async API',
  },
  stage: {
    product: 'Code to be kept and built upon',
    interim: 'A test, a prototype, or old code that is to go',
  },
  gil: {
    releases: 'Yes: numpy, torch, hashing, compression',
    holds: 'No: Python code, json, regular expressions',
    unknown: 'Nobody knows',
  },
  team: {
    yes: 'Yes',
    no: 'Not yet',
  },
} as const;

interface Wording {
  readonly asks: string;
  readonly help: string;
  /** It is asked only where this holds; always, where there is nothing. */
  readonly when?: Condition;
}

const WORDING: Readonly<Record<QuestionId, Wording>> = {
  context: {
    asks: 'Where does it run?',
    help: 'What suits a server does not suit a script: choose by where the code runs.',
  },
  work: {
    asks: 'What does its time go to?',
    help: 'A model behind an API is waiting, however much somebody else computes. A model that is loaded here is computing.',
  },
  calls: {
    asks: 'How often does it wait in one run?',
    help: 'The gain grows with the number of calls that can be under way at once. One call gains nothing.',
    when: { work: ['waits', 'both'] },
  },
  users: {
    asks: 'How many use it at the same time?',
    help: 'Sync code serves one of them for each thread or process.',
    when: { context: ['server', 'agent', 'mcp'], work: ['waits', 'both', 'computes'] },
  },
  caller: {
    asks: 'What does the caller do meanwhile?',
    help: 'Who can come back later does not need a connection that is held open for half a minute.',
    when: { context: ['server'], work: ['waits', 'both', 'computes'] },
  },
  libraries: {
    asks: 'Can all of it be awaited?',
    help: 'Async code around a sync library needs a thread for each call.',
    when: { work: ['waits', 'both'] },
  },
  stage: {
    asks: 'How long is this code going to live?',
    help: 'A mixture of sync and async is easier to bear where it is temporary.',
    when: { libraries: ['sync-only'], context: ['server', 'agent', 'mcp'] },
  },
  gil: {
    asks: 'Do other threads run while it computes?',
    help: 'Code that holds the interpreter lock stops the event loop from another thread too.',
    when: { work: ['computes', 'both'] },
  },
  team: {
    asks: 'Is the team at home in async Python?',
    help: 'A forgotten await and a blocking call are silent mistakes.',
    when: { work: ['waits', 'both'] },
  },
};

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = (Object.keys(CHOICES) as QuestionId[]).map((id) => ({
  id,
  asks: WORDING[id].asks,
  help: WORDING[id].help,
  choices: Object.entries(CHOICES[id]).map(([value, label]) => ({ value, label })),
}));

export function holds(condition: Condition, answers: Answers): boolean {
  return Object.entries(condition).every(([question, values]) => {
    const answer = answers[question as QuestionId];
    return answer !== undefined && (values as readonly string[]).includes(answer);
  });
}

/** Whether a question makes sense after what was answered before it. */
export function isAsked({ id }: Question, answers: Answers): boolean {
  return holds(WORDING[id].when ?? {}, answers);
}

/** An answer from outside, as typed on a command line or read from a file; undefined when it is none. */
export function readAnswer(question: string, value: string): Answers | undefined {
  const known = QUESTIONS.find(({ id }) => id === question);
  return known?.choices.some((choice) => choice.value === value) ? { [known.id]: value } : undefined;
}
