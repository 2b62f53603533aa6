// Generators: seeds, the stream that everything draws from in turn, and copies of where it stands.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { inFreshProcess } from './fresh-process.mjs';
import { dropout, MersenneTwister, uniform32, uniform64 } from './torch-cpu-oracle.mjs';

const { tensor, ones, Dropout, Generator } = await load();

const seeded = (seed) => new Generator('torch-cpu').manualSeed(seed);
const draws = (generator) => generator.rand([700]).toArray();

describe('manualSeed()', () => {
  test('returns its generator', () => {
    const generator = new Generator('torch-cpu');
    assert.equal(generator.manualSeed(42), generator);
    assert.equal(generator.engine, 'torch-cpu');
  });

  test('starts the stream from its beginning', () => {
    const generator = seeded(42);
    const first = draws(generator);
    assert.notDeepEqual(draws(generator), first);
    assert.deepEqual(draws(generator.manualSeed(42)), first);
  });

  test("takes a negative seed for its two's complement", () => {
    assert.deepEqual(draws(seeded(-1)), draws(seeded(2n ** 64n - 1n)));
    assert.equal(seeded(-1).initialSeed(), 2n ** 64n - 1n);
    assert.equal(seeded(-(2n ** 63n)).initialSeed(), 2n ** 63n);
    assert.equal(seeded(-12345).initialSeed(), 2n ** 64n - 12345n);
  });

  test('draws by the low 32 bits, but remembers all', () => {
    const high = seeded(2n ** 40n + 42n);
    assert.deepEqual(draws(high), draws(seeded(42)));
    assert.equal(high.initialSeed(), 2n ** 40n + 42n);
  });

  test('takes a number or the bigint of it', () => {
    assert.deepEqual(draws(seeded(42)), draws(seeded(42n)));
    assert.equal(seeded(-0).initialSeed(), 0n);
  });
});

test('a generator not seeded is one of seed 67280421310721, as torch.Generator() is', () => {
  const generator = new Generator();
  assert.equal(generator.initialSeed(), 67280421310721n);
  assert.deepEqual(draws(generator), draws(seeded(67280421310721n)));
});

describe('the stream', () => {
  test('is shared by rand and dropout, each drawing where the other left off', () => {
    const generator = seeded(7);
    const twister = new MersenneTwister(7);
    const layer = new Dropout(0.5, { generator });
    const uniforms = () => Array.from({ length: 3 }, () => uniform32(twister));

    assert.deepEqual(generator.rand([3]).toArray(), uniforms());
    assert.deepEqual(
      layer.forward(ones([5])).toArray(),
      dropout(twister, new Array(5).fill(1), 0.5),
    );
    assert.deepEqual(generator.rand([3]).toArray(), uniforms());
  });

  test('is shared by two layers of one generator', () => {
    const generator = seeded(7);
    const twister = new MersenneTwister(7);
    const first = new Dropout(0.5, { generator });
    const second = new Dropout(0.3, { generator });
    const x = [1, 2, 3, 4, 5, 6, 7];
    for (const layer of [first, second, first, second]) {
      assert.deepEqual(layer.forward(tensor(x)).toArray(), dropout(twister, x, layer.p));
    }
  });

  test('of layers without a generator is one, seeded anew in each program', async () => {
    const drop = async () => {
      const { load } = await import('dropout-playground');
      const { ones, Dropout } = await load();
      return [new Dropout(0.5), new Dropout(0.5)].map((layer) =>
        String(layer.forward(ones([128]))),
      );
    };
    // Two of them are the same by chance once in 2^128 runs.
    const outputs = (await Promise.all([inFreshProcess(drop), inFreshProcess(drop)])).flat();
    assert.equal(new Set(outputs).size, 4);
  });

  test('is not advanced by what draws nothing', () => {
    const generator = seeded(42);
    const layer = new Dropout(0.5, { generator });
    layer.eval().forward(ones([5]));
    layer.train().forward(ones([0]));
    new Dropout(0, { generator }).forward(ones([5]));
    new Dropout(1, { generator }).forward(ones([5]));
    generator.rand([0]);
    assert.deepEqual(draws(generator), draws(seeded(42)));
  });

  test('is not advanced by mask and backward, which draw the last mask again', () => {
    const generator = seeded(42);
    const layer = new Dropout(0.5, { generator });
    layer.forward(ones([5]));
    const { state } = generator;
    layer.mask;
    layer.backward(ones([5]));
    assert.deepEqual(generator.state, state);
  });
});

describe('a copy', () => {
  test('of a generator stands where it does and goes on by itself', () => {
    const generator = seeded(42);
    generator.rand([3]);
    const copy = generator.clone();
    assert.equal(copy.initialSeed(), 42n);
    assert.equal(copy.engine, 'torch-cpu');
    const next = draws(copy);
    copy.manualSeed(1);
    assert.deepEqual(draws(generator), next);
  });

  test('of its state brings it back, and any other of its engine there', () => {
    const generator = seeded(42);
    generator.rand([3]);
    const { state } = generator;
    const expected = draws(generator);
    generator.state = state;
    assert.deepEqual(draws(generator), expected);

    const other = seeded(1);
    other.state = state;
    assert.equal(other.initialSeed(), 42n);
    assert.deepEqual(draws(other), expected);
  });

  test('of its state is a value: later draws do not change it, and it survives being cloned', () => {
    const generator = seeded(42);
    const { state } = generator;
    const bytes = state.bytes.slice();
    const expected = draws(generator);
    assert.deepEqual(state.bytes, bytes);
    generator.state = structuredClone(state);
    assert.deepEqual(draws(generator), expected);
  });
});

describe('a layer', () => {
  test('keeps its generator going after the generator was disposed of', () => {
    const generator = seeded(42);
    const layer = new Dropout(0.5, { generator });
    generator.dispose();
    const twister = new MersenneTwister(42);
    const x = [1, 2, 3, 4];
    for (let call = 0; call < 400; ++call) {
      assert.deepEqual(layer.forward(tensor(x)).toArray(), dropout(twister, x, 0.5));
    }
    assert.equal(layer.backward(ones([4])).size, 4);
    assert.throws(() => generator.manualSeed(42), { code: 'state' });
    layer.dispose();
  });

  test('does not take its generator along when it is disposed of', () => {
    const generator = seeded(42);
    new Dropout(0.5, { generator }).dispose();
    assert.deepEqual(draws(generator), draws(seeded(42)));
  });

  test('draws from its generator as that is reseeded', () => {
    const generator = seeded(42);
    const layer = new Dropout(0.5, { generator });
    const x = ones([100]);
    const y = layer.forward(x);
    generator.manualSeed(42);
    assert.ok(layer.forward(x).equal(y));
  });
});

describe('rand()', () => {
  test('is in [0, 1) and spreads evenly', () => {
    const x = seeded(42).rand([100_000]);
    assert.ok(x.view().every((value) => value >= 0 && value < 1));
    // The seed is fixed, so this cannot fail by chance; the bounds are four standard errors.
    assert.ok(Math.abs(x.mean() - 1 / 2) < 4 * Math.sqrt(1 / 12 / x.size));
    assert.ok(Math.abs(x.variance() - 1 / 12) < 4 * Math.sqrt(1 / 180 / x.size));
  });

  test('draws float64 where that is asked for, and no int64', () => {
    const twister = new MersenneTwister(42);
    const x = seeded(42).rand([500], { dtype: 'float64' });
    const expected = Array.from({ length: 500 }, () => uniform64(twister));
    assert.deepEqual(x.toTypedArray(), Float64Array.from(expected));
    assert.throws(() => seeded(42).rand([2], { dtype: 'int64' }), {
      name: 'TypeError',
      code: 'type',
      message: '"check_uniform_bounds" not implemented for \'Long\'',
    });
  });
});
