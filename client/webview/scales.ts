/** Where figures lie on a picture. Pure numbers: in per cent of its width or height. */

/** About `wanted` round numbers from 0 up to a greatest value, which the last one reaches. */
export function ticks(greatest: number, wanted = 4): number[] {
  if (!(greatest > 0) || !Number.isFinite(greatest)) return [0, 1];
  const rough = greatest / wanted;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5].find((one) => one * magnitude >= rough) ?? 10);
  const steps = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

export function percent(value: number, greatest: number): number {
  return greatest > 0 ? Number(((100 * value) / greatest).toFixed(3)) : 0;
}

/** Places next to each other by their rank: what is measured at 1, 2, 5, 10 … lies at equal distances. */
export function byRank(index: number, length: number): number {
  return length > 1 ? Number(((100 * index) / (length - 1)).toFixed(3)) : 50;
}
