// Wrappers that choose between a function and its async twin: on the loop it is the twin that they take.
import assert from 'node:assert/strict';
import { findingsIn } from '../analyse.ts';

const DISPATCH = `
import asyncio
import time
from typing import Any, Callable, Coroutine, cast


def in_loop() -> bool: ...


def dispatch(twin: Callable[..., Coroutine[Any, Any, Any]] | classmethod):
    if isinstance(twin, classmethod):
        twin = cast(Callable[..., Coroutine[Any, Any, Any]], twin.__func__)

    def decorator(function):
        def wrapper(*args, **kwargs):
            chosen = twin if in_loop() else function
            return chosen(*args, **kwargs)

        return wrapper

    return decorator
`;

/** So many functions with twins that no more is known of the wrapper than what its own annotations say. */
function program(functions: number, decorator: (at: number) => string, call: (at: number) => string): string {
  const numbers = Array.from({ length: functions }, (_, at) => at);
  const each = numbers.map(
    (at) => `
async def aread${String(at)}():
    await asyncio.sleep(1)


${decorator(at)}
def read${String(at)}():
    time.sleep(1)
`,
  );
  const calls = numbers.map((at) => `    ${call(at)}\n`);
  return `${DISPATCH}\n${each.join('\n')}\n\nasync def main():\n${calls.join('')}`;
}

function found(text: string): number {
  return findingsIn(new Map([['app.py', text]]), { select: ['AW101'] }).length;
}

describe('a wrapper that chooses between a function and its async twin', () => {
  const name = (at: number) => `read${String(at)}`;

  it('takes the twin on the loop, however often it is used', () => {
    for (const functions of [1, 24]) {
      const dispatched = (at: number) => `@dispatch(a${name(at)})`;
      assert.equal(found(program(functions, dispatched, (at) => `await ${name(at)}()`)), 0);
      assert.equal(found(program(functions, dispatched, (at) => `coroutine = ${name(at)}()`)), 0);
    }
  });

  it('is no excuse for what nobody dispatches', () => {
    assert.equal(
      found(
        program(
          2,
          () => '',
          (at) => `${name(at)}()`,
        ),
      ),
      2,
    );
  });
});
