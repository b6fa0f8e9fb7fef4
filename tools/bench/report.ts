/** Prints what was measured. */

export interface Row {
  readonly name: string;
  readonly files: number;
  /** UTF-16 code units, close to bytes for Python. */
  readonly size: number;
  readonly milliseconds: number;
}

export function megabytes(size: number): string {
  return `${(size / 1e6).toFixed(1)} MB`;
}

/** Speeds, and how many times as fast as the peer. */
export function table(rows: readonly Row[], peer: Row | undefined): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, files, size, milliseconds }) => {
    const speed = `${(size / 1e3 / milliseconds).toFixed(1)} MB/s`.padStart(11);
    const rate = `${((files / milliseconds) * 1e3).toFixed(0)} files/s`.padStart(14);
    const ratio = peer ? `${(peer.milliseconds / milliseconds).toFixed(1)} ×`.padStart(8) : '';
    return `${name.padEnd(width)}${speed}${rate}${ratio}`;
  });
  return `${lines.join('\n')}\n`;
}
