// Mean and variance of each element of the output in many trials, from how often it was kept.
import type { Result } from '../experiment.ts';
import type { TrialCounts } from './trials.ts';

export interface Averages {
  means: Float64Array;
  variances: Float64Array;
  /** The variance that theory gives: p / (1 - p) x^2. */
  theory: Float64Array;
  /** The largest difference between a mean and its element in eval mode; null before the first call. */
  farthest: number | null;
}

/**
 * An element is x * scale in the calls that kept it, and x * 0 in the others. Before the first call, the averages are
 * those that theory gives.
 */
export function averagesOf(result: Result, counts: TrialCounts | null): Averages {
  const { x, mask, p } = result;
  const values = Float64Array.from(x.values, Number);
  // inf and nan have no variance: dropped, they are nan.
  const theory = values.map((value) => (p < 1 ? (p / (1 - p)) * value * value : 0) + value * 0);
  if (!counts) {
    const means = p < 1 ? values : values.map((value) => value * 0);
    return { means, variances: theory, theory, farthest: null };
  }
  const shared = x.size / mask.size;
  const means = new Float64Array(x.size);
  const variances = new Float64Array(x.size);
  values.forEach((value, i) => {
    const kept = (counts.kept[Math.floor(i / shared)] as number) / counts.trials;
    const survivor = survivorOf(value, result);
    // This is nan for inf and nan.
    const lost = value * 0;
    // If all calls agree, the other outcome is left out: it may be nan, and nan times 0 is nan.
    means[i] = kept === 1 ? survivor : kept === 0 ? lost : kept * survivor + (1 - kept) * lost;
    variances[i] = kept * (1 - kept) * (survivor - lost) ** 2;
  });
  // Elements that are inf or nan in eval mode have no distance.
  const distances = means
    .map((mean, i) => Math.abs(mean - (values[i] as number)))
    .filter((_, i) => Number.isFinite(values[i]));
  const farthest = distances.reduce((a, b) => Math.max(a, b), 0);
  return { means, variances, theory, farthest };
}

/** A kept x after scaling, rounded as its dtype rounds. With p = 1 nothing is kept, and it is what a dropped x becomes. */
export function survivorOf(value: number, { x, p, scale }: Result): number {
  if (p === 1) return value * 0;
  return x.dtype === 'float32' ? Math.fround(value * scale) : value * scale;
}
