/** Figures as people read them: as exact as they deserve, and the same wherever they are shown. */

/** `350 ms`, `2.5 s`, `1 min 40 s`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds === 0) return '0 s';
  if (seconds < 0.001) return '< 1 ms';
  if (seconds < 0.9995) return `${rounded(seconds * 1000)} ms`;
  if (seconds < 120) return `${rounded(seconds)} s`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return rest === 0 ? `${String(whole / 60)} min` : `${String(Math.floor(whole / 60))} min ${String(rest)} s`;
}

/** `1.96 a second`. */
export function rate(perSecond: number): string {
  return Number.isFinite(perSecond) ? `${rounded(perSecond)} a second` : '–';
}

/** `45 kB`, `1.2 MB`. */
export function memory(bytes: number): string {
  if (bytes < 1e6) return `${rounded(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${rounded(bytes / 1e6)} MB` : `${rounded(bytes / 1e9)} GB`;
}

/** `3.2 times`. */
export function times(factor: number): string {
  return `${rounded(factor)} times`;
}

/** Three digits that count, and no zeros behind the point. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** `1 call`, `3 calls`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
