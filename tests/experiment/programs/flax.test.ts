// The Flax programs that the page writes, against what Flax was seen to give.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { core, fixture, PRECISE, program, programOrError } from './programs.ts';

interface FlaxCase {
  id: string;
  seed: number;
  rate: number;
  shape: number[];
  partitionable: boolean;
  x: string[];
  y: string[];
}

describe('a Flax program', () => {
  const ENGINES: Record<string, [engine: string, line: (seed: number, rate: number) => string]> = {
    'linen-top': [
      'flax-linen',
      (seed) => `y = drop.apply({}, x, rngs={'dropout': jax.random.key(${seed})})`,
    ],
    'linen-sub': [
      'flax-linen,path=Dropout_0',
      (_, rate) => `return nn.Dropout(rate=${rate}, deterministic=False, name='Dropout_0')(x)`,
    ],
    'nnx-new': [
      'flax-nnx',
      (seed, rate) => `drop = nnx.Dropout(rate=${rate}, rngs=nnx.Rngs(${seed}))`,
    ],
    'nnx-old': [
      'flax-nnx,version=0.10',
      (seed, rate) => `drop = nnx.Dropout(rate=${rate}, rngs=nnx.Rngs(${seed}))`,
    ],
    'explicit-key': ['jax', (seed) => `key = jax.random.key(${seed})`],
  };
  const kinds = Object.entries(ENGINES);

  const numbers = (words: readonly string[]) =>
    new Float32Array(Uint32Array.from(words, (word) => Number.parseInt(word, 16)).buffer);

  /** The numbers that a line of the program gives to a name. */
  function literal(text: string, name: string): number[] {
    const [, list = ''] = new RegExp(`^${name} = jnp\\.array\\(([^)]*)\\)$`, 'm').exec(text) ?? [];
    return Array.from(list.matchAll(/-?[\d.]+(?:e[-+]?\d+)?/g), ([number]) =>
      Math.fround(Number(number)),
    );
  }

  for (const { id, seed, rate, shape, partitionable, x, y } of fixture('flax-derived.json')
    .cases as FlaxCase[]) {
    test(`has the numbers and the parameters of ${id}`, () => {
      const [, [name, line]] = kinds.find(([kind]) => id.startsWith(kind)) as (typeof kinds)[0];
      const engine = partitionable ? name : `${name},partitionable=false`;
      const input = core.tensor(numbers(x), { shape });
      const text = program('Flax', {
        engine,
        seed: String(seed),
        p: String(rate),
        input: `tensor(${JSON.stringify(input.toArray(), (_, v) => (Object.is(v, -0) ? '-0.' : v))})`,
      });
      assert.deepEqual(literal(text, 'x'), [...numbers(x)]);
      assert.deepEqual(literal(text, 'expected'), [...numbers(y)]);
      assert.ok(text.includes(line(seed, rate)), text);
      assert.ok(text.includes(`rate=${rate}`), text);
      assert.equal(text.includes("'jax_threefry_partitionable', False)"), !partitionable);
    });
  }

  test('is refused where Flax has no such layer or dtype', () => {
    const reasons = [{ layer: 'AlphaDropout' }, { input: PRECISE }].map((changes) =>
      String(programOrError('Flax', changes)),
    );
    assert.deepEqual(reasons, [
      'RangeError: flax-nnx has no AlphaDropout, only Dropout',
      'RangeError: flax-nnx has no float64 as it comes; use float32',
    ]);
  });
});
