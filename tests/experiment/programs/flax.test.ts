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

  test('says which keys were made, and which were taken before', () => {
    const lines = (changes: object) => program('Flax', { input: '[1, 2]', ...changes }).split('\n');
    const has = (changes: object, ...wanted: string[]) => {
      const written = lines(changes);
      for (const line of wanted)
        assert.ok(written.includes(line), `${line}\n\n${written.join('\n')}`);
    };
    has(
      { engine: 'flax-nnx', seed: '0', skip: '2', earlier: '0.3' },
      'rngs = nnx.Rngs(0)',
      'for _ in range(2):  # keys taken before the layer is made',
      '    rngs.default()',
      'nnx.Dropout(rate=0.3, rngs=rngs)(x)  # called on x before',
      'drop = nnx.Dropout(rate=0.5, rngs=rngs)',
    );
    has(
      { engine: 'flax-nnx', seed: 'split(key(0))[1]' },
      'import jax',
      'drop = nnx.Dropout(rate=0.5, rngs=nnx.Rngs(jax.random.split(jax.random.key(0))[1]))',
    );
    has(
      { engine: 'flax-linen', seed: '[0, 42]', skip: '2' },
      '    for _ in range(2):  # keys made before',
      "        drop.make_rng('dropout')",
      "y = nn.apply(forward, drop)({}, x, rngs={'dropout': jax.random.wrap_key_data([0, 42])})",
    );
    has(
      { engine: 'jax', seed: '1', reseed: 'fold_in(key(0), 7)' },
      'key = jax.random.fold_in(jax.random.key(0), 7)',
    );
    assert.ok(!lines({ engine: 'flax-nnx', seed: '0' }).includes('import jax'));
  });

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
