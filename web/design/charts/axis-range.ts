// The range of a chart's axes, and their unit.
import type uPlot from 'uplot';

type Range = [low: number, high: number];

/** The range of an axis of bars around equally spaced middles, with each bar in full. */
export function rangeOfBars(middles: ArrayLike<number>): Range {
  const [first = 0, second] = [middles[0], middles[1]];
  // A single bar has no neighbour that tells its width.
  const width = second === undefined ? Math.abs(first) / 5 || 1 : second - first;
  return [first - width / 2, (middles[middles.length - 1] ?? first) + width / 2];
}

/**
 * The range of an axis of shares: a little more than they need, and nothing beyond 0 and 1.
 *
 * @param hasBars Then it begins at 0, since the length of a bar shows its number.
 */
export function rangeOfShares(library: typeof uPlot, shares: Range, hasBars: boolean): Range {
  const [low, high] = library.rangeNum(hasBars ? 0 : shares[0], shares[1], 0.1, true);
  return [Math.max(0, low ?? 0), Math.min(1, high ?? 1)];
}

/** uPlot finds no ticks for numbers beyond this power of ten. */
const MOST_POWER = 12;

/** The power of ten in which bars around `middles` are drawn. */
export function unitOf(middles: ArrayLike<number>): number {
  const ends = [middles[0] ?? 0, middles[middles.length - 1] ?? 0];
  const power = Math.floor(Math.log10(Math.max(...ends.map(Math.abs))));
  return Number.isFinite(power) && Math.abs(power) > MOST_POWER ? 10 ** power : 1;
}
