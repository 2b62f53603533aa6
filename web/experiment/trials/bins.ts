// Bins of equal width, into which all numbers fall: what lies beyond falls into the outermost.

export interface Bins {
  /** Where the first begins. */
  from: number;
  width: number;
  count: number;
}

/** Enough to see a shape, few enough to see each. */
const MOST_BINS = 61;

/** How many standard deviations from the mean are on view: beyond lies less than one in a million. */
const REACH = 5;

export function binOf({ from, width, count }: Bins, value: number): number {
  const bin = Math.floor((value - from) / width);
  // What is not a number is counted, too.
  return bin > 0 ? Math.min(bin, count - 1) : 0;
}

/** Where each bin begins, and where the last one ends. */
export function edgesOf({ from, width, count }: Bins): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, i) => from + i * width);
}

/** The middle of each. */
export function middlesOf({ from, width, count }: Bins): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + (i + 0.5) * width);
}

/** Of numbers within some deviations of a mean, which never lie beyond `least` and `most`. */
export interface Spread {
  mean: number;
  deviation: number;
  least: number;
  most: number;
}

/** For the multiples of `quantum`: each bin of as many of them, none on an edge. */
export function binsOfMultiples({ mean, deviation, least, most }: Spread, quantum: number): Bins {
  const low = Math.floor(Math.max(least, mean - REACH * deviation) / quantum);
  const high = Math.ceil(Math.min(most, mean + REACH * deviation) / quantum);
  const each = Math.ceil((high - low + 1) / MOST_BINS);
  const width = each * quantum;
  return { from: (low - 0.5) * quantum, width, count: Math.ceil((high - low + 1) / each) };
}

/** For numbers of any kind, the least and the most in the middle of their bins. */
export function binsAround({ mean, deviation, least, most }: Spread): Bins {
  const low = Math.max(least, mean - REACH * deviation);
  const high = Math.min(most, mean + REACH * deviation);
  if (!(high > low)) return { from: mean - 0.5, width: 1, count: 1 };
  const width = (high - low) / (MOST_BINS - 1);
  return { from: low - width / 2, width, count: MOST_BINS };
}
