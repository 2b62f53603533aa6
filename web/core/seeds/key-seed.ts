// Seeds of JAX and Flax: keys, or the number that a key is made of.
import { toBytes } from '../bytes.ts';
import type { Seed } from '../engines.ts';
import { typeError } from '../errors.ts';
import { Key, keyOfSeed, keyOfWords } from '../jax/key.ts';
import { looksLikeKey, readKey } from '../jax/key-text.ts';
import type { SeedRules } from './seed-rules.ts';
import { parseWhole } from './whole-number.ts';

export const KEY: SeedRules = {
  parse(text) {
    if (looksLikeKey(String(text))) return readKey(String(text));
    return parseWhole(text, (_, written) => {
      throw typeError('seed', 'PRNG key seed must be an integer; got {0}', written);
    });
  },
  give: (generator, seed) => generator.seedWithKey(toBytes(Uint32Array.from(keyOf(seed).steps))),
};

function keyOf(seed: Seed): Key {
  if (seed instanceof Key) return seed;
  // As text, since that is what the message says of it.
  if (typeof seed === 'string') return keyOfSeed(seed as unknown as number);
  return typeof seed === 'object' && seed !== null ? keyOfWords(seed) : keyOfSeed(seed);
}
