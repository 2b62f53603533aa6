// Tensors drawn from a generator, and those of evenly spaced numbers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, load } from 'dropout-playground';
import { describeBits, describeTensor, readCases, runProgram } from './fixtures.mjs';
import { MersenneTwister } from './torch-cpu-oracle.mjs';

const api = await load();
const { arange, full, linspace, parse, Generator } = api;

const seeded = (engine, seed) => new Generator(engine).manualSeed(seed);
const ENGINE = { name: 'RangeError', code: 'engine' };
const VALUE = { name: 'RangeError', code: 'value' };
const TYPE = { name: 'TypeError', code: 'type' };

describe('rand and randn of numpy are those of np.random, by turns', () => {
  const programs = readCases('numpy.json').filter(({ id }) => id.startsWith('legacy/rand-'));

  for (const { id, python, outputs } of programs) {
    test(python, () => {
      const generator = seeded('numpy', Number(id.split('-').at(-1)));
      for (const name of ['a', 'b', 'n', 'd', 'i']) {
        const expected = outputs[name];
        const make = 'ni'.includes(name) ? 'randn' : 'rand';
        assert.deepEqual(describeTensor(generator[make](expected.shape), expected), expected, name);
      }
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 9));
});

describe('rand of numpy-pcg64 is that of default_rng, float64 and float32 by turns', () => {
  const programs = readCases('numpy.json').filter(({ id }) => id.startsWith('pcg64/random-'));

  for (const { id, python, outputs } of programs) {
    test(python, () => {
      const generator = seeded('numpy-pcg64', BigInt(id.split('-').at(-1)));
      for (const name of ['a', 'f', 'b', 'h'].filter((out) => out in outputs)) {
        const expected = outputs[name];
        const { shape, dtype } = expected;
        assert.deepEqual(describeTensor(generator.rand(shape, { dtype }), expected), expected);
      }
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 12));
});

describe('rand of jax is jax.random.uniform of the key', () => {
  const programs = readCases('jax.json').filter(({ op }) => op === 'uniform');

  for (const { python, seed, shape, hex, sha256, first, last } of programs) {
    test(python, () => {
      const generator = seeded('jax', seed);
      const x = generator.rand(shape);
      if (hex) assert.deepEqual(describeBits(x, { hex }), { hex });
      else {
        const { nonzero, ...bits } = describeBits(x, { first, last });
        assert.deepEqual(bits, { sha256, first, last });
      }
      assert.ok(generator.rand(shape).equal(x), 'a key is not spent');
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 36));
});

describe('torch-cpu-mkl', () => {
  test('makes the tensors of torch-cpu', () => {
    const [cpu, mkl] = ['torch-cpu', 'torch-cpu-mkl'].map((engine) => seeded(engine, 9));
    for (const make of [
      (generator) => generator.rand([7]),
      (generator) => generator.randn([50]),
      (generator) => generator.randn([3], { dtype: 'float64' }),
      (generator) => generator.randint(-5, 5n, [9]),
      (generator) => generator.randperm(20),
    ]) {
      assert.ok(make(mkl).equal(make(cpu)), `${make}`);
    }
  });
});

describe('dtypes', () => {
  test('are float32, for NumPy float64, and int64 for integers', () => {
    assert.equal(new Generator('torch-cpu').rand([1]).dtype, 'float32');
    assert.equal(new Generator('torch-cpu').randn([1]).dtype, 'float32');
    assert.equal(new Generator('jax').rand([1]).dtype, 'float32');
    assert.equal(new Generator('numpy').rand([1]).dtype, 'float64');
    assert.equal(new Generator('numpy').randn([1]).dtype, 'float64');
    assert.equal(new Generator('numpy-pcg64').rand([1]).dtype, 'float64');
    assert.equal(new Generator('torch-cpu').randint(0, 5, [1]).dtype, 'int64');
    assert.equal(new Generator('torch-cpu').randperm(5).dtype, 'int64');
  });

  test('that a framework does not draw are refused', () => {
    const wrong = [
      ['numpy', 'float32'],
      ['numpy', 'int64'],
      ['numpy-pcg64', 'int64'],
      ['jax', 'float64'],
    ];
    for (const [engine, dtype] of wrong) {
      assert.throws(() => new Generator(engine).rand([2], { dtype }), ENGINE, engine);
    }
    assert.throws(() => new Generator('torch-cpu').randn([2], { dtype: 'int64' }), {
      ...TYPE,
      message: '"normal_kernel_cpu" not implemented for \'Long\'',
    });
  });
});

test('a maker that a framework lacks, or that is not reproduced, is refused by its name', () => {
  const has = {
    rand: ['torch-cpu', 'torch-cpu-mkl', 'jax', 'numpy', 'numpy-pcg64'],
    randn: ['torch-cpu', 'torch-cpu-mkl', 'numpy'],
    randint: ['torch-cpu', 'torch-cpu-mkl'],
    randperm: ['torch-cpu', 'torch-cpu-mkl'],
  };
  const calls = {
    rand: (generator) => generator.rand([2]),
    randn: (generator) => generator.randn([2]),
    randint: (generator) => generator.randint(0, 2, [2]),
    randperm: (generator) => generator.randperm(2),
  };
  for (const engine of ENGINES) {
    for (const [maker, call] of Object.entries(calls)) {
      const generator = new Generator(engine);
      if (has[maker].includes(engine)) {
        assert.equal(call(generator).size, 2);
      } else {
        const message = `${engine}: ${maker} does not exist there or is not reproduced`;
        assert.throws(() => call(generator), { ...ENGINE, message });
      }
    }
  }
});

describe('randint', () => {
  test('lies in its range and hits all of it', () => {
    const x = seeded('torch-cpu', 9).randint(-2, 3, [1000]).toArray();
    assert.deepEqual([...new Set(x)].sort(), [-1n, -2n, 0n, 1n, 2n]);
  });

  test('draws two words for a range from 2^28 on, and with MKL, so up to 2.6, from 2^32 on', () => {
    const words = (engine, range) => {
      const twister = new MersenneTwister(9);
      const isWide = range >= (engine === 'torch-cpu' ? 2n ** 28n : 2n ** 32n);
      return Array.from({ length: 10 }, () => {
        const word = BigInt(twister.next());
        return (isWide ? (word << 32n) | BigInt(twister.next()) : word) % range;
      });
    };
    for (const engine of ['torch-cpu', 'torch-cpu-mkl']) {
      for (const range of [2n ** 28n - 1n, 2n ** 28n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 40n]) {
        const x = seeded(engine, 9).randint(0, range, [10]).toArray();
        assert.deepEqual(x, words(engine, range), `${engine}, ${range}`);
      }
    }
  });

  test('takes bounds of all 64 bits', () => {
    const [low, high] = [-(2n ** 63n), 2n ** 63n - 1n];
    const x = seeded('torch-cpu', 9).randint(low, high, [1000]).toArray();
    assert.ok(x.some((value) => value < -(2n ** 62n)) && x.some((value) => value > 2n ** 62n));
  });

  test('takes whole bounds only, of which there is something between', () => {
    const generator = seeded('torch-cpu', 9);
    for (const bounds of [
      [3, 1],
      [2, 2],
    ]) {
      const [low, high] = bounds;
      const message = `random_ expects 'from' to be less than 'to', but got from=${low} >= to=${high}`;
      assert.throws(() => generator.randint(low, high, [2]), { ...VALUE, message });
    }
    for (const bound of [0.5, NaN, 2 ** 63, '3', null, undefined]) {
      assert.throws(() => generator.randint(0, bound, [2]), VALUE, `${bound}`);
    }
  });
});

test('randperm is a permutation', () => {
  const x = seeded('torch-cpu', 9).randperm(100).toArray();
  assert.deepEqual(
    [...x].sort((a, b) => Number(a - b)),
    Array.from({ length: 100 }, (_, i) => BigInt(i)),
  );
  assert.equal(seeded('torch-cpu', 9).randperm(0).size, 0);
  assert.throws(() => seeded('torch-cpu', 9).randperm(-1), VALUE);
  assert.throws(() => seeded('torch-cpu', 9).randperm(2.5), TYPE);
});

describe('arange and linspace are those of PyTorch', () => {
  const programs = readCases('torch-ranges.json');

  for (const program of programs) {
    test(program.python, () => {
      const expected = program.outputs.a;
      const made = runProgram(api, program).get('a');
      assert.deepEqual(describeTensor(made, expected), expected);
      const read = parse(program.python);
      assert.deepEqual(describeTensor(read, expected), expected);
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 75));

  test('of int64, in a text, are exact where a double is not', () => {
    const exact = 'torch.arange(9007199254740993, 9007199254740996)';
    const list = [9007199254740993n, 9007199254740994n, 9007199254740995n];
    assert.deepEqual(parse(exact).toArray(), list);
    const last = [2n ** 63n - 4n, 2n ** 63n - 3n, 2n ** 63n - 2n];
    assert.deepEqual(parse(`torch.arange(${last[0]}, ${2n ** 63n - 1n})`).toArray(), last);
    const whole = `torch.arange(${-(2n ** 63n)}, ${2n ** 63n - 1n}, ${2n ** 62n})`;
    assert.deepEqual(
      parse(whole).toArray(),
      [-2n, -1n, 0n, 1n].map((i) => i * 2n ** 62n),
    );
  });
});

describe('arange', () => {
  test('of whole numbers is int64, as in PyTorch, and of others float32', () => {
    assert.equal(String(arange(4)), 'tensor([0, 1, 2, 3])');
    assert.equal(String(arange(1, 8, 3)), 'tensor([1, 4, 7])');
    assert.equal(String(arange(3, 0, -1)), 'tensor([3, 2, 1])');
    assert.equal(String(arange(0, 1, 0.25)), 'tensor([0.0000, 0.2500, 0.5000, 0.7500])');
    assert.equal(arange(2.5).dtype, 'float32');
    assert.equal(arange(4, undefined, 1, { dtype: 'float64' }).dtype, 'float64');
    assert.equal(arange(2, 2).size, 0);
  });

  test('refuses what PyTorch refuses, in its words', () => {
    const inconsistent = 'upper bound and lower bound inconsistent with step sign';
    assert.throws(() => arange(0, 1, 0), { ...VALUE, message: 'step must be nonzero' });
    assert.throws(() => arange(0, 1, -1), { ...VALUE, message: inconsistent });
    assert.throws(() => arange(1, 0), { ...VALUE, message: inconsistent });
    const range = (text) => ({ ...VALUE, message: `unsupported range: ${text}` });
    assert.throws(() => arange(0, Infinity), range('0 -> inf'));
    assert.throws(() => arange(-5, NaN), range('-5 -> nan'));
    assert.throws(() => arange(1234567.5, -Infinity, -1), range('1.23457e+06 -> -inf'));
    assert.throws(() => arange(1e18), { name: 'RangeError', code: 'memory' });
  });

  test('takes numbers only', () => {
    for (const value of ['4', null, 4n, [4]]) {
      assert.throws(() => arange(value), TYPE, `${value}`);
      assert.throws(() => arange(0, 1, value), TYPE, `${value}`);
    }
    assert.throws(() => arange(), TYPE);
  });
});

describe('linspace', () => {
  test('has both its ends', () => {
    assert.equal(String(linspace(0, 1, 5)), 'tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])');
    assert.deepEqual(linspace(3, 5, 1).toArray(), [3]);
    assert.equal(linspace(3, 5, 0).size, 0);
    const x = linspace(-0.1, 0.7, 1000, { dtype: 'float64' }).toArray();
    assert.deepEqual([x[0], x.at(-1)], [-0.1, 0.7]);
  });

  test('takes a whole number of steps, not a negative one', () => {
    assert.throws(() => linspace(0, 1, -1), {
      ...VALUE,
      message: 'number of steps must be non-negative',
    });
    for (const steps of [2.5, NaN, Infinity, '3', null, undefined]) {
      assert.throws(() => linspace(0, 1, steps), TYPE, `${steps}`);
    }
    assert.throws(() => linspace(0, 1, 1e18), { name: 'RangeError', code: 'memory' });
    assert.throws(() => linspace(0, 1, 3, { dtype: 'int64' }), TYPE);
  });

  test('takes numbers only', () => {
    for (const value of ['4', null, 4n, [4], undefined]) {
      assert.throws(() => linspace(value, 1, 3), TYPE, `${value}`);
      assert.throws(() => linspace(0, value, 3), TYPE, `${value}`);
    }
  });
});

describe('what does not fit into the dtype is refused in the words of PyTorch', () => {
  const beyond = (type) => ({
    ...VALUE,
    message: `value cannot be converted to type ${type} without overflow`,
  });

  test('by full', () => {
    for (const value of [Infinity, -Infinity, NaN, 1e300, 2 ** 63, -(2 ** 63) - 2048]) {
      assert.throws(() => full([1], value, { dtype: 'int64' }), beyond('int64_t'), `${value}`);
    }
    assert.deepEqual(full([1], -(2 ** 63), { dtype: 'int64' }).toArray(), [-(2n ** 63n)]);
    for (const value of [1e39, -1e39, 3.4028235e38]) {
      assert.throws(() => full([1], value), beyond('float'), `${value}`);
    }
    for (const value of [Infinity, -Infinity, NaN, 3.4028234663852886e38]) {
      assert.deepEqual(full([1], value).toArray(), [value]);
      assert.deepEqual(full([1], value, { dtype: 'float64' }).toArray(), [value]);
    }
    assert.throws(() => parse('torch.full((2,), 1e39)'), { code: 'text' });
    assert.deepEqual(parse(`torch.full((1,), ${2n ** 63n - 1n})`).toArray(), [2n ** 63n - 1n]);
  });

  test('by linspace', () => {
    assert.throws(() => linspace(0, 1e39, 3), beyond('float'));
    assert.throws(() => linspace(1e39, 1e39, 1), beyond('float'));
    assert.deepEqual(linspace(0, 1e39, 2, { dtype: 'float64' }).toArray(), [0, 1e39]);
    assert.deepEqual(linspace(0, Infinity, 3).toArray(), [NaN, NaN, NaN]);
  });
});
