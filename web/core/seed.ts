// Seeds as PyTorch takes them: whole numbers of 64 bits, with a sign or without.
import { type PlaygroundError, rangeError, typeError } from './errors.ts';
import type { Key } from './jax-key.ts';
import { looksLikeKey, readKey, takesKeys } from './jax-key-text.ts';
import { pythonTypeName } from './python.ts';

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 64n - 1n;

/**
 * The seed as a number without sign; a negative one becomes its two's complement.
 *
 * @throws RangeError (`seed`) outside -2^63 … 2^64-1, TypeError (`seed`) for no whole number.
 */
export function toSeed(seed: unknown): bigint {
  if (typeof seed !== 'bigint' && !Number.isInteger(seed)) {
    throw typeError('seed', 'manual_seed expected a long, but got {0}', pythonTypeName(seed));
  }
  const whole = BigInt(seed as number | bigint);
  if (whole < LOWEST || whole > HIGHEST) throw overflow(whole);
  return BigInt.asUintN(64, whole);
}

/**
 * The seed that a text names, as `torch.manual_seed` reads one with Python's `int()`; with `jax`, `flax-linen`
 * and `flax-nnx` also a key: `split(key(0))[1]`, `jax.random.fold_in(jax.random.key(0), 7)`, or its two words,
 * `[0, 42]`.
 *
 * @param engine Decides the range: PyTorch's 64 bits for its engines, else left to manualSeed.
 * @throws RangeError or TypeError (`seed`) for a text that is no whole number and no key, or one out of range.
 */
export function parseSeed(
  text: string,
  engine?: `torch-${string}` | 'numpy' | 'numpy-pcg64',
): bigint;
export function parseSeed(text: string, engine?: string): bigint | Key;
export function parseSeed(text: string, engine = 'torch-cpu'): bigint | Key {
  if (takesKeys(engine) && looksLikeKey(String(text))) return readKey(String(text));
  return parseWhole(text, engine);
}

function parseWhole(text: string, engine: string): bigint {
  const digits = String(text).trim();
  if (!/^[+-]?\d+(_\d+)*$/.test(digits)) {
    throw rangeError('no-whole-number', "invalid literal for int() with base 10: '{0}'", text);
  }
  const magnitude = BigInt(digits.replace(/^[+-]|_/g, ''));
  const seed = digits.startsWith('-') ? -magnitude : magnitude;
  if (engine.startsWith('torch')) toSeed(seed);
  return seed;
}

// The first words are PyTorch's whole message; the range is our addition.
function overflow(seed: bigint): PlaygroundError {
  return rangeError(
    'seed',
    'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}',
    String(seed),
  );
}
