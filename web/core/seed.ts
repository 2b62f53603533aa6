// Seeds as PyTorch takes them: whole numbers of 64 bits, with a sign or without.
import { type PlaygroundError, rangeError, typeError } from './errors.ts';
import type { Key } from './jax/key.ts';
import { looksLikeKey, readKey } from './jax/key-text.ts';
import { pythonTypeName } from './python.ts';
import { type SeedKind, seedKindOf } from './seed-kind.ts';

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

const WHOLE = /^[+-]?(?:\d+(?:_\d+)*|0x[\da-f]+|0o[0-7]+|0b[01]+)$/i;
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The seed that a text names, as Python's source writes one: `42`, `1_000`, `0x2a`; and for PyTorch, which calls
 * Python's `int()`, a float, of which only the whole part counts: `42.7` is 42, and `1e3` is 1000. With `jax`, `flax-linen` and `flax-nnx` also a
 * key: `split(key(0))[1]`, `jax.random.fold_in(jax.random.key(0), 7)`, or its two words, `[0, 42]`.
 *
 * @param engine Decides the range: PyTorch's 64 bits for its engines and `fast`, else left to manualSeed.
 * @throws RangeError or TypeError (`seed`) for a text that is no whole number and no key, or one out of range;
 *   TypeError (`seed`), in the framework's words, for a float with an engine that takes none.
 */
export function parseSeed(
  text: string,
  engine?: `torch-${string}` | 'numpy' | 'numpy-pcg64',
): bigint;
export function parseSeed(text: string, engine?: string): bigint | Key;
export function parseSeed(text: string, engine = 'torch-cpu'): bigint | Key {
  const kind = seedKindOf(engine);
  if (kind === 'key' && looksLikeKey(String(text))) return readKey(String(text));
  return parseWhole(text, kind);
}

function parseWhole(text: string, kind: SeedKind | undefined): bigint {
  const written = String(text).trim();
  const seed = WHOLE.test(written) ? wholeSeed(written) : floatSeed(written, kind);
  if (seed === null) {
    throw rangeError('no-whole-number', "invalid literal for int() with base 10: '{0}'", text);
  }
  if (kind === 'integer') toSeed(seed);
  return seed;
}

function wholeSeed(written: string): bigint {
  const magnitude = BigInt(written.replace(/^[+-]|_/g, ''));
  return written.startsWith('-') ? -magnitude : magnitude;
}

function floatSeed(written: string, kind: SeedKind | undefined): bigint | null {
  const number = FLOAT.test(written) ? Number(written.replaceAll('_', '')) : Number.NaN;
  if (!Number.isFinite(number)) return null;
  if (kind === 'word') {
    throw typeError(
      'seed',
      "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'",
    );
  }
  if (kind === 'entropy') {
    throw typeError(
      'seed',
      'SeedSequence expects int or sequence of ints for entropy not {0}',
      written,
    );
  }
  if (kind === 'key') {
    throw typeError('seed', 'PRNG key seed must be an integer; got {0}', written);
  }
  return BigInt(Math.trunc(number));
}

// The first words are PyTorch's whole message; the range is our addition.
function overflow(seed: bigint): PlaygroundError {
  return rangeError(
    'seed',
    'Overflow when unpacking long long: a seed is from -2^63 to 2^64 - 1, but got {0}',
    String(seed),
  );
}
