// Bins of equal width. A number beyond them counts in the outermost bin.

export interface Bins {
  /** The lower edge of the first bin. */
  from: number;
  width: number;
  count: number;
}

/** So many bins show a shape, and each bin can still be seen. */
const MOST_BINS = 61;

/** The bins reach so many standard deviations from the mean. Less than one number in a million lies beyond. */
const REACH = 5;

export function binOf({ from, width, count }: Bins, value: number): number {
  const bin = Math.floor((value - from) / width);
  // NaN is counted, too, in the first bin.
  return bin > 0 ? Math.min(bin, count - 1) : 0;
}

/** The lower edge of each bin, and the upper edge of the last one. */
export function edgesOf({ from, width, count }: Bins): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, i) => from + i * width);
}

/** The middle of each bin. */
export function middlesOf({ from, width, count }: Bins): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + (i + 0.5) * width);
}

/** How numbers are spread: around a mean, and never beyond `least` and `most`. */
export interface Spread {
  mean: number;
  deviation: number;
  least: number;
  most: number;
}

/** Bins for multiples of `quantum`: each holds equally many of them, and none lies on an edge. */
export function binsOfMultiples({ mean, deviation, least, most }: Spread, quantum: number): Bins {
  const low = Math.floor(Math.max(least, mean - REACH * deviation) / quantum);
  const high = Math.ceil(Math.min(most, mean + REACH * deviation) / quantum);
  const each = Math.ceil((high - low + 1) / MOST_BINS);
  const width = each * quantum;
  return { from: (low - 0.5) * quantum, width, count: Math.ceil((high - low + 1) / each) };
}

/** Bins for numbers of any kind, with the least and the most in the middle of a bin. */
export function binsAround({ mean, deviation, least, most }: Spread): Bins {
  const low = Math.max(least, mean - REACH * deviation);
  const high = Math.min(most, mean + REACH * deviation);
  if (!(high > low)) return { from: mean - 0.5, width: 1, count: 1 };
  const width = (high - low) / (MOST_BINS - 1);
  return { from: low - width / 2, width, count: MOST_BINS };
}
