// Seeds as PyTorch takes them: whole numbers of 64 bits, with a sign or without.
import { type PlaygroundError, rangeError, typeError } from '../errors.ts';
import { pythonTypeName } from '../python.ts';
import type { SeedRules } from './seed-rules.ts';
import { isWholeNumber, parseWhole, truncated } from './whole-number.ts';

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;

export const INTEGER: SeedRules = {
  parse(text) {
    // torch.manual_seed calls int(), which takes a float.
    const seed = parseWhole(text, truncated);
    toSeed(seed);
    return seed;
  },
  give: (generator, seed) => generator.seed(toSeed(seed)),
};

/**
 * The seed as a number without sign; a negative one becomes its two's complement.
 *
 * @throws RangeError (`seed`) outside -2^63 … 2^64-1, TypeError (`seed`) for no whole number.
 */
export function toSeed(seed: unknown): bigint {
  if (!isWholeNumber(seed)) {
    throw typeError('seed', 'manual_seed expected a long, but got {0}', pythonTypeName(seed));
  }
  const whole = BigInt(seed);
  if (whole < LOWEST || whole > HIGHEST) throw overflow(whole);
  return BigInt.asUintN(64, whole);
}

// The first words are PyTorch's whole message; the range is our addition.
function overflow(seed: bigint): PlaygroundError {
  return rangeError(
    'seed',
    'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}',
    String(seed),
  );
}
