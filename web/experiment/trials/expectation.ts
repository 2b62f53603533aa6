// What theory says of a call of dropout: how many of its draws are dropped, and what its output sums up to.
//
// Draws are independent and dropped with probability p, so their number is binomial; the sum has the
// mean of the input's and the variance p / (1 - p) times the sum of squares (Srivastava et al. 2014,
// section 10, for Gaussian noise of the same moments).
import { type Bins, binOf, binsAround, binsOfMultiples, edgesOf } from './bins.ts';

export interface Expectation {
  dropped: Distribution;
  usual: UsualRange;
  /** The distribution of the output's sum; null if the sum can be inf or nan. */
  sum: Distribution | null;
}

export interface Distribution {
  mean: number;
  deviation: number;
  bins: Bins;
  /** The share of calls that fall into each bin. */
  shares: Float64Array;
  /** Whether the shares are exact. Otherwise they are those of a normal distribution. */
  isExact: boolean;
}

/** The range in which the number of dropped draws lies in most calls. */
export interface UsualRange {
  least: number;
  most: number;
  /** The share of calls within the range; 1 if no call lies outside. */
  share: number;
}

/** At most this share of calls lies below the usual range, and at most as many above it: 95 % lie inside. */
const UNUSUAL = 0.025;

/** With more draws, a normal distribution stands for the 2^draws outcomes. */
const MOST_ENUMERATED = 16;

/** Inputs are often written with few decimals, and their sums have no more. */
const MOST_DECIMALS = 4;

/**
 * @param p         In [0, 1].
 * @param keptSums  For each draw what its elements add to the sum of the output if they are kept.
 * @param scale     The factor of survivors; without meaning if there are none.
 */
export function expectationOf(p: number, keptSums: Float64Array, scale: number): Expectation {
  const outcomes = binomial(p, keptSums.length);
  return {
    dropped: droppedOf(p, outcomes),
    usual: usualOf(outcomes),
    sum: isFiniteSum(keptSums) ? sumOf(p, keptSums, scale) : null,
  };
}

/** @param outcomes The share of calls for each number of dropped draws. */
function droppedOf(p: number, outcomes: Float64Array): Distribution {
  const draws = outcomes.length - 1;
  const mean = draws * p;
  const deviation = Math.sqrt(draws * p * (1 - p));
  const bins = binsOfMultiples({ mean, deviation, least: 0, most: draws }, 1);
  const shares = new Float64Array(bins.count);
  outcomes.forEach((share, dropped) => {
    add(shares, binOf(bins, dropped), share);
  });
  return { mean, deviation, bins, shares, isExact: true };
}

/** The usual range, from the quantiles, since few draws are not distributed normally. */
function usualOf(outcomes: Float64Array): UsualRange {
  const below = tailOf(outcomes);
  const above = tailOf(outcomes.toReversed());
  return {
    least: below.length,
    most: outcomes.length - 1 - above.length,
    share: 1 - below.share - above.share,
  };
}

/** The first outcomes whose shares together are still unusual. */
function tailOf(outcomes: Float64Array): { length: number; share: number } {
  let length = 0;
  let share = 0;
  while (share + (outcomes[length] as number) <= UNUSUAL) {
    share += outcomes[length] as number;
    ++length;
  }
  return { length, share };
}

function sumOf(p: number, keptSums: Float64Array, scale: number): Distribution {
  const mean = keptSums.reduce((sum, kept) => sum + (1 - p) * kept, 0);
  const deviation = Math.sqrt(p * (1 - p)) * lengthOf(keptSums);
  // The sum is the same in every call, as for 100 zeros, whose 2^100 outcomes need not be enumerated.
  if (deviation === 0) return always(mean);
  const least = keptSums.reduce((sum, kept) => sum + Math.min(0, kept), 0);
  const most = keptSums.reduce((sum, kept) => sum + Math.max(0, kept), 0);
  const spread = { mean, deviation, least, most };
  const quantum = quantumOf(keptSums, scale);
  const bins = quantum === null ? binsAround(spread) : binsOfMultiples(spread, quantum);
  const isExact = keptSums.length <= MOST_ENUMERATED;
  const shares = isExact ? enumerated(p, keptSums, bins) : normal(mean, deviation, bins);
  return { mean, deviation, bins, shares, isExact };
}

/** Whether the sum of any of them is finite, and their range, too. */
function isFiniteSum(keptSums: Float64Array): boolean {
  return Number.isFinite(keptSums.reduce((sum, kept) => sum + Math.abs(kept), 0));
}

/** The root of the sum of squares, computed so that no square is too large or too small for a number. */
function lengthOf(numbers: Float64Array): number {
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  if (largest === 0) return 0;
  return largest * Math.sqrt(numbers.reduce((sum, number) => sum + (number / largest) ** 2, 0));
}

function always(mean: number): Distribution {
  const bins = { from: mean - 0.5, width: 1, count: 1 };
  return { mean, deviation: 0, bins, shares: Float64Array.of(1), isExact: true };
}

/** The share of calls for each number of dropped draws, by the ratio of one to the next. */
function binomial(p: number, draws: number): Float64Array {
  const shares = new Float64Array(draws + 1);
  const mode = Math.min(draws, Math.floor((draws + 1) * p));
  shares[mode] = 1;
  const odds = p / (1 - p);
  for (let k = mode; k < draws; ++k) {
    shares[k + 1] = (shares[k] as number) * ((draws - k) / (k + 1)) * odds;
  }
  for (let k = mode; k > 0; --k) {
    shares[k - 1] = (shares[k] as number) * (k / (draws - k + 1) / odds);
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Adds the probability of each outcome to the bin of its sum. */
function enumerated(p: number, keptSums: Float64Array, bins: Bins): Float64Array {
  const shares = new Float64Array(bins.count);
  const visit = (i: number, sum: number, probability: number) => {
    if (probability === 0) return;
    if (i === keptSums.length) {
      add(shares, binOf(bins, sum), probability);
      return;
    }
    visit(i + 1, sum, probability * p);
    visit(i + 1, sum + (keptSums[i] as number), probability * (1 - p));
  };
  visit(0, 0, 1);
  return shares;
}

function normal(mean: number, deviation: number, bins: Bins): Float64Array {
  const below = edgesOf(bins).map((edge) => normalBelow((edge - mean) / deviation));
  const shares = new Float64Array(bins.count);
  for (let i = 0; i < bins.count; ++i) {
    shares[i] = (below[i + 1] as number) - (below[i] as number);
  }
  return shares;
}

/** The probability that a standard normal variable is below z. Abramowitz and Stegun 26.2.17, within 7.5e-8. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - above : above;
}

/** The number that all sums are multiples of, if the inputs have few decimals. */
function quantumOf(keptSums: Float64Array, scale: number): number | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; ++decimals) {
    const unit = scale / 10 ** decimals;
    const units = keptSums.map((kept) => kept / unit);
    if (!units.every(isNearlyWhole)) continue;
    const divisor = units.reduce((found, count) => commonDivisor(found, Math.round(count)), 0);
    return unit * (divisor || 1);
  }
  return null;
}

/** Sums of float32 numbers are multiples only nearly. But a small count is not whole by being near to 0. */
function isNearlyWhole(count: number): boolean {
  const whole = Math.round(count);
  return Math.abs(count - whole) < 1e-3 && (whole !== 0 || count === 0);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : commonDivisor(b, a % b);
}

function add(shares: Float64Array, bin: number, share: number): void {
  shares[bin] = (shares[bin] as number) + share;
}
