// What trials give for each element of the output, from how often it was kept.
import type { Result } from '../experiment/experiment.ts';
import type { TrialCounts } from './trials.ts';

export interface Averages {
  means: Float64Array;
  variances: Float64Array;
  /** The variance that theory gives: p / (1 - p) x^2. */
  theory: Float64Array;
  /** The largest difference between a mean and the element in eval mode. */
  farthest: number;
}

/**
 * An element is x * scale in the calls that kept it, and x * 0 in the others. Before the first call what
 * theory says stands for them.
 */
export function averagesOf({ x, mask, p, scale }: Result, counts: TrialCounts | null): Averages {
  const values = Float64Array.from(x.values, Number);
  const theory = values.map((value) => (p < 1 ? (p / (1 - p)) * value * value : 0));
  if (!counts) return { means: values, variances: theory, theory, farthest: 0 };
  const shared = x.size / mask.size;
  const means = new Float64Array(x.size);
  const variances = new Float64Array(x.size);
  values.forEach((value, i) => {
    const kept = (counts.kept[Math.floor(i / shared)] as number) / counts.trials;
    const survivor = Math.fround(value * scale);
    means[i] = (kept > 0 ? kept * survivor : 0) + (kept < 1 ? (1 - kept) * (value * 0) : 0);
    variances[i] = kept * (1 - kept) * survivor * survivor;
  });
  const distances = means.map((mean, i) => Math.abs(mean - (values[i] as number)));
  // What is inf or nan has no distance.
  const farthest = distances.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  return { means, variances, theory, farthest };
}
