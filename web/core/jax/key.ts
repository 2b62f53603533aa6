// Key: a key of JAX by how a program makes it. Its words are computed where a generator is seeded with it,
// since those of split depend on the generator's layout.
import { rangeError, typeError } from '../errors.ts';
import { pythonTypeName } from '../python.ts';

/** A number of split's keys from 1, so that all their words can be counted by 32 bits. */
const MOST_KEYS = 2 ** 31 - 1;

const WORD = 2 ** 32;

/**
 * A key of JAX, made by `jax.random`, for `manualSeed()` of `jax`, `flax-linen` and `flax-nnx`. As text it is
 * the expression that makes it.
 */
export class Key {
  /**
   * The two words of the key that it begins with, and for each step from there two numbers: num of split and
   * which of its keys, or 0 and the data of fold_in.
   *
   * @internal
   */
  readonly steps: readonly number[];
  readonly #text: string;

  /** @internal */
  constructor(steps: readonly number[], text: string) {
    this.steps = steps;
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Of a seed; without x64, as JAX comes, its low 32 bits count. @throws RangeError or TypeError (`seed`). */
export function keyOfSeed(seed: number | bigint, maker = 'key'): Key {
  if (typeof seed !== 'bigint' && !Number.isInteger(seed)) {
    throw typeError('seed', 'PRNG key seed must be an integer; got {0}', String(seed));
  }
  const whole = BigInt(seed);
  if (BigInt.asIntN(64, whole) !== whole) {
    throw rangeError('seed', 'Python int too large to convert to C long: {0}', String(whole));
  }
  return new Key([0, Number(BigInt.asUintN(32, whole))], `jax.random.${maker}(${whole})`);
}

/** Of its two words. @throws RangeError (`seed`). */
export function keyOfWords(data: ArrayLike<number | bigint>): Key {
  const words = Array.from(data, Number);
  if (words.length !== 2 || !words.every((word) => isWhole(word, 0, WORD - 1))) {
    throw rangeError(
      'seed',
      'a key has two words from 0 to 2^32 - 1, but got {0}',
      `[${Array.from(data, String).join(', ')}]`,
    );
  }
  return new Key(words, `jax.random.wrap_key_data([${words.join(', ')}])`);
}

/** The key number `index` of `num`. @throws RangeError or TypeError (`seed`). */
export function splitKey(key: Key, num: number, index: number): Key {
  checkKey(key);
  checkNum(num);
  if (!isWhole(index, 0, num - 1)) {
    throw rangeError('seed', 'split gives the keys 0 to {0}, but not [{1}]', num - 1, index);
  }
  const few = num === 2 ? '' : `, ${num}`;
  return new Key([...key.steps, num, index], `jax.random.split(${key}${few})[${index}]`);
}

/** @throws RangeError (`seed`). */
export function checkNum(num: number): void {
  if (isWhole(num, 1, MOST_KEYS)) return;
  throw rangeError(
    'seed',
    'num of split is a whole number from 1 to {0}, but got {1}',
    MOST_KEYS,
    String(num),
  );
}

/** @param data Of which the low 32 bits count. @throws TypeError (`seed`). */
export function foldIn(key: Key, data: number | bigint): Key {
  checkKey(key);
  if (typeof data !== 'bigint' && !Number.isInteger(data)) {
    throw typeError('seed', 'the data of fold_in must be a whole number, not {0}', String(data));
  }
  const word = Number(BigInt.asUintN(32, BigInt(data)));
  return new Key([...key.steps, 0, word], `jax.random.fold_in(${key}, ${data})`);
}

/** The words of JAX for what is no key. @throws TypeError (`seed`). */
function checkKey(key: unknown): void {
  if (key instanceof Key) return;
  const type = typeof key === 'bigint' ? 'int' : pythonTypeName(key);
  throw typeError('seed', "unexpected PRNG key type <class '{0}'>", type);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
