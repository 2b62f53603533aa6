// Lists of seeds and ranges of them, as a search takes them.
import type { Engine } from '../engines.ts';
import { rangeError, typeError } from '../errors.ts';
import { pythonTypeName } from '../python.ts';
import { ENGINE_DETAILS } from '../records.ts';

/** All whole numbers from `from` to `to`, both included. */
export interface SeedRange {
  from: number | bigint;
  to: number | bigint;
}

export type SeedList = SeedRange | readonly (number | bigint | SeedRange)[];

/**
 * Seeds beyond the first million that people type: digits in order, constants, a song's telephone
 * number, the Mersenne Twister's first key, hexadecimal words, the largest of 31 and of 32 bits, and
 * the one that a `torch.Generator()` has which was not seeded.
 */
export const WELL_KNOWN_SEEDS: readonly number[] = Object.freeze([
  1234567, 12345678, 123456789, 1234567890, 87654321, 987654321, 3141592, 31415926, 314159265,
  2718281, 27182818, 8675309, 19650218, 0xc0ffee, 0xdeadbeef, 0xcafebabe, 2147483647, 4294967295,
  67280421310721,
]);

export const DEFAULT_SEEDS: SeedList = Object.freeze([
  Object.freeze({ from: 0, to: 999_999 }),
  ...WELL_KNOWN_SEEDS,
]);

/** Ranges of bigints, those of no seed left out. */
export interface WholeRange {
  from: bigint;
  to: bigint;
}

const INT64 = -(2n ** 63n);
const UINT64 = 2n ** 64n - 1n;

/**
 * The ranges of a list.
 *
 * @throws TypeError or RangeError (`seed`) for what is no whole number of 64 bits, RangeError (`value`)
 *   for an empty list.
 */
export function toRanges(seeds: SeedList): WholeRange[] {
  const list = Array.isArray(seeds) ? seeds : [seeds];
  const ranges = list.map((item) => {
    const isRange = typeof item === 'object' && item !== null;
    return isRange
      ? { from: toWhole(item.from), to: toWhole(item.to) }
      : { from: toWhole(item), to: toWhole(item) };
  });
  if (!ranges.some(({ from, to }) => from <= to)) {
    throw rangeError('seeds', 'seeds must name one seed or more');
  }
  return ranges.filter(({ from, to }) => from <= to);
}

/** Those of the ranges that the engine's framework takes. */
export function takenBy(engine: Engine, ranges: readonly WholeRange[]): WholeRange[] {
  const { from: lowest, to: highest }: WholeRange = ENGINE_DETAILS[engine].seeds;
  return ranges
    .map(({ from, to }) => ({
      from: from < lowest ? lowest : from,
      to: to > highest ? highest : to,
    }))
    .filter(({ from, to }) => from <= to);
}

function toWhole(seed: unknown): bigint {
  if (typeof seed !== 'bigint' && !Number.isInteger(seed)) {
    throw typeError(
      'seed',
      'a seed to search must be a whole number, not {0}',
      pythonTypeName(seed),
    );
  }
  const whole = BigInt(seed as number | bigint);
  if (whole < INT64 || whole > UINT64) {
    throw rangeError(
      'seed',
      'a seed to search is from -2^63 to 2^64 - 1, but got {0}',
      String(whole),
    );
  }
  return whole;
}
