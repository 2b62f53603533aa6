// How many of the numbers drawn lie in each part of the line from 0 to 1, kept and dropped: what is shown where
// there are too many for a dot each.
import type { Draws } from '../../core/index.ts';
import type { Histogram } from './bins.ts';

/** A number that is 1 counts in the last bin. */
export function histogramOf({ uniforms, kept }: Pick<Draws, 'uniforms' | 'kept'>, bins: number) {
  const counts = { kept: new Uint32Array(bins), dropped: new Uint32Array(bins) };
  for (let i = 0; i < uniforms.length; ++i) {
    const bin = Math.min(bins - 1, Math.floor((uniforms[i] as number) * bins));
    const side = kept[i] === 1 ? counts.kept : counts.dropped;
    side[bin] = (side[bin] as number) + 1;
  }
  return counts satisfies Histogram;
}

/** The same numbers in half as many bins, for a line that is short. */
export function halved({ kept, dropped }: Histogram): Histogram {
  const half = (counts: Uint32Array) =>
    Uint32Array.from(
      { length: counts.length / 2 },
      (_, i) => (counts[2 * i] as number) + (counts[2 * i + 1] as number),
    );
  return { kept: half(kept), dropped: half(dropped) };
}

/** The numbers in the fullest bin. */
export function fullest({ kept, dropped }: Histogram): number {
  return kept.reduce((most, count, i) => Math.max(most, count + (dropped[i] as number)), 0);
}

/**
 * The same numbers, kept and dropped by another place: what the line shows of a large tensor while that is drawn for
 * another p. A bin goes by its middle.
 */
export function partedAt({ kept, dropped }: Histogram, place: number, isBelowKept: boolean) {
  const bins = kept.length;
  const isKept = (bin: number) => (bin + 0.5) / bins < place === isBelowKept;
  const all = kept.map((count, bin) => count + (dropped[bin] as number));
  return {
    kept: all.map((count, bin) => (isKept(bin) ? count : 0)),
    dropped: all.map((count, bin) => (isKept(bin) ? 0 : count)),
  } satisfies Histogram;
}
