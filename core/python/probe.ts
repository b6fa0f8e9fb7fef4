/** A module that calls what somebody names in full, so that the call can be followed like any other. */

export interface Probe {
  readonly text: string;
  /** The lines (from 1) with the call, one for each way to read the name; below each, the same is awaited. */
  readonly lines: readonly number[];
}

/** `a.b.C.m` may be a method of a class in a module, or a function in a longer one. Undefined for what is no such name. */
export function probeFor(name: string): Probe | undefined {
  const parts = name.split('.');
  if (parts.length < 2 || !parts.every((part) => /^[A-Za-z_]\w*$/.test(part))) return undefined;
  const text: string[] = [];
  const lines: number[] = [];
  for (let cut = parts.length - 1; cut > 0; cut--) {
    text.push(...reading(parts.slice(0, cut), parts.slice(cut), cut));
    lines.push(text.length - 1);
  }
  return { text: `${text.join('\n')}\n`, lines };
}

function reading(module: readonly string[], [top = '', ...rest]: readonly string[], cut: number): string[] {
  const own = `probed_${String(cut)}`;
  const imported = `from ${module.join('.')} import ${top} as ${own}`;
  const member = rest.at(-1);
  const owner = rest.at(-2) ?? top;
  // By custom a name with a capital is a class: its methods are called on an object of it.
  if (member !== undefined && /^_*[A-Z]/.test(owner)) {
    const type = [own, ...rest.slice(0, -1)].join('.');
    return [imported, `async def call_${own}(it: ${type}):`, ...bothWays(`it.${member}()`)];
  }
  return [imported, `async def call_${own}():`, ...bothWays(`${[own, ...rest].join('.')}()`)];
}

function bothWays(call: string): string[] {
  return [`    ${call}`, `    await ${call}`];
}
