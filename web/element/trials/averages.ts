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

/** An element is x * scale in the calls that kept it, and x * 0 in the others; without trials nan. */
export function averagesOf({ x, mask, p, scale }: Result, counts: TrialCounts | null): Averages {
  const shared = x.size / mask.size;
  const means = new Float64Array(x.size);
  const variances = new Float64Array(x.size);
  const theory = new Float64Array(x.size);
  let farthest = 0;
  for (let i = 0; i < x.size; ++i) {
    const value = Number(x.values[i]);
    const kept = counts
      ? (counts.kept[Math.floor(i / shared)] as number) / counts.trials
      : Number.NaN;
    const survivor = Math.fround(value * scale);
    const mean = (kept > 0 ? kept * survivor : 0) + (kept < 1 ? (1 - kept) * (value * 0) : 0);
    means[i] = Number.isNaN(kept) ? Number.NaN : mean;
    variances[i] = kept * (1 - kept) * survivor * survivor;
    theory[i] = p < 1 ? (p / (1 - p)) * value * value : 0;
    const distance = Math.abs(mean - value);
    if (counts && distance > farthest) farthest = distance;
  }
  return { means, variances, theory, farthest };
}
