/** Versions as distributions number them, and the ranges in which packs speak of them. */

/** Whether `version` lies in `range`: `>=2`, `>=0.8,<2`, `<20`, `==1.2`. */
export function satisfies(version: string, range: string): boolean {
  return range.split(',').every((clause) => {
    const [, operator = '', bound = ''] = /^\s*(>=|<=|==|<|>)\s*(\S+)\s*$/.exec(clause) ?? [];
    const order = compare(version, bound);
    switch (operator) {
      case '>=':
        return order >= 0;
      case '<=':
        return order <= 0;
      case '==':
        return order === 0;
      case '<':
        return order < 0;
      case '>':
        return order > 0;
      default:
        return false;
    }
  });
}

/** Negative when `a` is older, positive when it is newer; what follows the numbers (`rc1`, `.post2`) does not count. */
function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  const [release = ''] = /^\d+(?:\.\d+)*/.exec(version.trim().replace(/^v/, '')) ?? [];
  return release.split('.').map(Number);
}
