/**
 * Call graphs in arrows: `handler* -> load -> time.sleep!` is a coroutine (`*`) that calls a function that calls one
 * that blocks (`!`). A line is a path; what is named twice is the same function.
 */
import { findingsIn } from '../analyse.ts';

/** What is reported, as paths: `handler -> load -> time.sleep`. */
export function reportedIn(graph: string): string[] {
  return findingsIn(new Map([['graph.py', program(graph)]]), { profile: 'async-first', select: ['AW1'] }).map(
    ({ function: name, chain }) => [name, ...chain.map(({ callee }) => callee)].join(' -> '),
  );
}

/** The graph as functions that do nothing but call one another. */
function program(graph: string): string {
  const coroutines = new Set<string>();
  const calls = new Map<string, Set<string>>();
  for (const line of graph.trim().split('\n')) {
    const path = line.split('->').map((each) => each.trim());
    for (const name of path.filter((each) => each.endsWith('*'))) coroutines.add(name.slice(0, -1));
    path.forEach((name, at) => {
      if (name.endsWith('!')) return;
      const own = calls.get(plain(name)) ?? new Set();
      const next = path[at + 1];
      calls.set(plain(name), next === undefined ? own : own.add(plain(next)));
    });
  }
  const modules = new Set([...calls.values()].flatMap((names) => [...names].flatMap(moduleOf)));
  return [
    ...[...modules].map((name) => `import ${name}`),
    ...[...calls].flatMap(([name, callees]) => [
      `${coroutines.has(name) ? 'async ' : ''}def ${name}():`,
      ...[...callees].map((callee) => `    ${callee}()`),
      '    return',
    ]),
  ].join('\n');
}

function plain(name: string): string {
  return name.replace(/[*!]$/, '');
}

function moduleOf(name: string): string[] {
  return name.includes('.') ? [name.slice(0, name.lastIndexOf('.'))] : [];
}
