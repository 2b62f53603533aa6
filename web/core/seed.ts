// The seed that a text names.
import type { Key } from './jax/key.ts';
import { seedKindOf } from './seed-kind.ts';
import { seedRulesOf } from './seeds/seed-rules.ts';
import { parseWhole, truncated } from './seeds/whole-number.ts';

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
  const seed = kind ? seedRulesOf(kind).parse(text) : parseWhole(text, truncated);
  return seed as bigint | Key;
}
