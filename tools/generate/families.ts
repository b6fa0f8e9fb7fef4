// The families of rules, by the first digit of their codes, and what all members of one have in common.

export interface Family {
  readonly prefix: string;
  readonly title: string;
  /** How they decide, in Markdown. */
  readonly text: string;
}

export const FAMILIES: readonly Family[] = [
  {
    prefix: 'AW1',
    title: 'Blocking calls',
    text: `
These rules find calls that keep the event loop from running anything else. They differ in what the call waits for,
and decide alike:

- **Where code runs.** The body of a coroutine runs on the event loop, and so does a sync function that is handed to it
  (\`call_soon\`, \`add_done_callback\`, signal handlers). Everything that such code calls runs there too, until
  something is handed to a thread or a process: by \`asyncio.to_thread\`, an executor, a \`Thread\`, the helpers of
  frameworks, or a function of your own that passes it on to one of these.
- **What blocks.** A catalogue says which functions of the standard library and of libraries block. Everything else is
  followed: functions, methods, properties, constructors, \`with\` and \`for\`, decorators, generators and
  comprehensions, through your files and into installed packages. The setting \`follow\` limits how far.
- **What is reported.** The call in the coroutine, where async code enters sync code, once for each call however many
  things block behind it. The gravest of them names the rule. The way down to it is part of the finding.
- **How sure it is.** _Certain_ when every step is resolved, _likely_ when a step rests on one of several
  possibilities, such as the implementations of an abstract method. What cannot be resolved is not reported: a false
  alarm costs more than a missed one.
- **What is not meant.** Module level, code under \`if TYPE_CHECKING\`, branches that run only without a loop (behind
  \`except RuntimeError\` of a \`get_running_loop()\`), files in memory, writing to the terminal, and calls that were
  told not to wait.
`.trim(),
  },
  {
    prefix: 'AW2',
    title: 'Missing and misplaced await',
    text: `
These rules find places where \`async\` and \`await\` do not fit together. They resolve what a name means before they
judge it: through imports, classes, decorators of your own, and plain functions that hand on a coroutine. A function
that merely has the name of an \`async def\` neither triggers nor silences anything, and where what is called cannot be
resolved, or may be several things of which one fits, they say nothing. That includes functions under a decorator that
could not be read, since it may change what a call gives.
`.trim(),
  },
  {
    prefix: 'AW3',
    title: 'Tasks and concurrency',
    text: `
These rules look at what coroutines do at once, and at what they could do at once and do in a row. They advise only where
the code shows that the advice holds: what a coroutine reads or writes is followed through everything that it awaits, to
calls that the catalogue knows, in the loop's own thread or in a worker; and where something on the way is not known,
they say nothing. What is started, held or shared counts only when its class is known, and whatever leaves
the sight of the analysis is taken to be in good hands.
`.trim(),
  },
  {
    prefix: 'AW4',
    title: 'Event loops',
    text: `
These rules ask where event loops are started, and by whom. Code counts as running on a loop as it does for blocking
calls: coroutines, what they call, and what is handed to a loop; in a notebook the top level as well. A function that
starts a loop is followed upwards in the same way, so what is reported is the call in the code on the loop. Branches
that run only without a loop are left out.
`.trim(),
  },
  {
    prefix: 'AW5',
    title: 'Time limits and resources',
    text: `
These rules ask how long something may take, and who closes it. What a library does when it is told nothing stands in
the catalogue, with its source: a default of its own counts as a limit. What is handed on as \`**options\`, stored, or
returned is left to those who get it.
`.trim(),
  },
  {
    prefix: 'AW6',
    title: 'Async or sync by design',
    text: `
These rules ask whether a function has the right colour, and whether work is handed to the right pool: coroutines that
never wait, offloads that save nothing or come too low, processes where threads would do and the reverse. They are about
cost and clarity, seldom about mistakes, and so they are quiet: each needs to have seen every use of what it speaks of,
and says nothing where a framework, a subclass or code that was not read may have its reasons. The guidance profile
decides how loud they are.
`.trim(),
  },
  {
    prefix: 'AW7',
    title: 'Libraries',
    text: `
These rules know what there is to await in the place of what blocks: in the same package, in another one, or in the one
that has taken its place. What they know is a table, library by library, with a source and where it matters a date for
each line; the twins of installed packages are found by their names as well.
`.trim(),
  },
  {
    prefix: 'AW8',
    title: 'Frameworks',
    text: `
These rules know where a framework runs the functions that it is given: on its event loop, in a pool of threads, in a
process without a loop. That may hang on the installed version, and is a table too, one file for each framework.
`.trim(),
  },
  {
    prefix: 'AW9',
    title: 'Comments for Awaitwise',
    text: `
These rules look at the comments that silence the others: \`# awaitwise: ignore[AW105]\` at the first or last line of
what is reported, or on a line of its own above; \`# awaitwise: file-ignore[AW105]\` anywhere, for the whole file.
Without brackets every rule is meant, save these: a comment silences them only by name. Codes may be written in upper or
lower case, names of rules are as good, and what follows the bracket is for the reader. In a notebook, the line above is
one of the same cell.
`.trim(),
  },
];
