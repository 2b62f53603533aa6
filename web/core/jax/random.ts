// jax.random: the functions with which programs of JAX make keys, by JAX's names.
import { copyAs } from '../bytes.ts';
import { createGenerator, seedGenerator } from '../engines.ts';
import { checkNum, foldIn, type Key, keyOfSeed, keyOfWords, splitKey } from './key.ts';

/** How JAX is set where keys are looked at. */
export interface KeyDataOptions {
  /** jax_threefry_partitionable, true since JAX 0.5. The keys of `split` differ. */
  partitionable?: boolean;
}

/**
 * `jax.random`, as far as it makes keys.
 *
 * @example
 * ```js
 * const [first, second] = jax.random.split(jax.random.key(0));
 * const generator = new Generator('jax').manualSeed(second);
 * console.log(String(new Dropout(0.5, { generator }).forward(ones([8]))));
 * // tensor([0., 0., 0., 0., 0., 0., 0., 0.])
 * console.log([...jax.random.keyData(jax.random.foldIn(first, 7))]);
 * // []
 * ```
 */
export interface JaxRandom {
  /**
   * The key of a seed.
   *
   * @throws RangeError or TypeError (`seed`), in JAX's words.
   */
  key(seed: number | bigint): Key;
  /** The same, by its older name. */
  PRNGKey(seed: number | bigint): Key;
  /** The key of its two words, as `jax.random.key_data` gives them. */
  wrapKeyData(data: ArrayLike<number>): Key;
  /**
   * As many keys as `num` says.
   *
   * @throws RangeError or TypeError (`seed`).
   */
  split(key: Key, num?: number): Key[];
  /** `fold_in`: another key for each number. */
  foldIn(key: Key, data: number | bigint): Key;
  /** The key's two words. */
  keyData(key: Key, options?: KeyDataOptions): Uint32Array;
}

const random: JaxRandom = {
  key: (seed) => keyOfSeed(seed),
  PRNGKey: (seed) => keyOfSeed(seed, 'PRNGKey'),
  wrapKeyData: keyOfWords,
  split(key, num = 2) {
    checkNum(num);
    return Array.from({ length: num }, (_, index) => splitKey(key, num, index));
  },
  foldIn,
  keyData(key, { partitionable = true } = {}) {
    const generator = createGenerator('jax', { partitionable });
    try {
      seedGenerator('jax', generator, key);
      // The state of a generator of JAX is its key.
      return copyAs(Uint32Array, generator.state());
    } finally {
      generator.delete();
    }
  },
};

export interface Jax {
  readonly random: JaxRandom;
}

export const jax: Jax = Object.freeze({ random: Object.freeze(random) });
