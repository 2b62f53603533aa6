// The engines of other frameworks than PyTorch on a CPU: what those gave, to the last bit; options,
// seeds and their errors, and what each engine keeps from call to call.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, load } from 'dropout-playground';
import { describeBits, describeTensor, fromHex, readCases, readFixture } from './fixtures.mjs';

const { tensor, ones, full, parse, Dropout, Dropout2d, Generator } = await load();

const seeded = (engine, seed, options) => new Generator(engine, options).manualSeed(seed);

// The output of a layer, by the shape of its input; the input is dropped in place.
const dropped = (generator, p, x) => new Dropout(p, { generator }).forward(x);
const maskOf = (generator, p, size) => {
  const layer = new Dropout(p, { generator });
  layer.forward(ones([size]));
  return layer.mask.toArray();
};

describe('torch-cuda gives what the kernel gives, call after call', () => {
  const programs = readCases('torch-cuda-kernel.json');
  let elements = 0;

  for (const program of programs) {
    test(`${program.id} on a ${program.gpu}`, () => {
      const gpu = {
        multiprocessors: program.sms,
        threadsPerMultiprocessor: program.threads_per_sm,
      };
      const generator = seeded('torch-cuda', BigInt(program.seed), { gpu });
      for (const { n, p, input, y } of program.calls) {
        const x = input === 'ones' ? ones([n]) : tensor(fromHex('float32', input));
        assert.deepEqual(describeBits(dropped(generator, p, x), y), y, `${n} elements`);
        elements += n;
      }
    });
  }

  test('the fixture has not shrunk unseen', () => {
    assert.deepEqual([programs.length, elements], [27, 7_227_240]);
  });
});

describe('flax-linen, flax-nnx and jax give what Flax gives', () => {
  const programs = readCases('flax-derived.json');

  const engineOf = ({ id, partitionable }) => {
    if (id.startsWith('linen-top-')) return ['flax-linen', { partitionable }];
    if (id.startsWith('linen-sub-')) return ['flax-linen', { partitionable, path: 'Dropout_0' }];
    if (id.startsWith('nnx-new-')) return ['flax-nnx', { partitionable }];
    if (id.startsWith('nnx-old-')) return ['flax-nnx', { partitionable, version: '0.10' }];
    return ['jax', { partitionable }];
  };

  for (const program of programs) {
    test(program.id, () => {
      const [engine, options] = engineOf(program);
      const x = tensor(fromHex('float32', program.x), { shape: program.shape });
      const y = dropped(seeded(engine, program.seed, options), program.rate, x);
      assert.deepEqual(describeBits(y, { hex: program.y }), { hex: program.y });
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 168));
});

describe('jax gives the masks of jax.random.bernoulli', () => {
  const programs = readCases('jax.json').filter(({ op }) => op === 'bernoulli');

  for (const { id, python, seed, p, hex } of programs) {
    test(`${id}: ${python}`, () => {
      const mask = maskOf(seeded('jax', seed), 1 - p, hex.length);
      assert.deepEqual(
        mask,
        hex.map((word) => Number(`0x${word}`)),
      );
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 35));
});

describe('numpy and numpy-pcg64 give what inverted dropout in NumPy gives', () => {
  // A keep probability of 0.1 is no 1 - p.
  const programs = readCases('numpy.json').filter(
    ({ id }) => /\/(inverted|special|big)-/.test(id) && !id.endsWith('-0.1'),
  );

  // The generator before D is drawn, and A.
  const begin = ({ id, outputs }) => {
    const { shape } = outputs.Y;
    if (id.startsWith('legacy/inverted-')) {
      const generator = seeded('numpy', 1);
      const a = generator.randn(shape);
      return [generator.manualSeed(2), a];
    }
    if (id.startsWith('pcg64/inverted-')) {
      const generator = seeded('numpy-pcg64', 3);
      return [generator, generator.rand(shape)];
    }
    if (id.startsWith('legacy/special-')) {
      return [seeded('numpy', 0), tensor(fromHex('float64', outputs.A.hex), { shape })];
    }
    const engine = id.startsWith('legacy/') ? 'numpy' : 'numpy-pcg64';
    return [seeded(engine, 3), ones(shape, { dtype: 'float64' })];
  };

  for (const program of programs) {
    test(program.id, () => {
      const { Y } = program.outputs;
      const [generator, a] = begin(program);
      const keep = Number(program.id.split('-').at(-1));
      assert.deepEqual(describeTensor(dropped(generator, 1 - keep, a), Y), Y);
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 42));
});

describe('tfjs gives what tf.dropout gives', () => {
  const programs = readCases('tfjs.json').filter(({ noiseShape }) => noiseShape === null);

  for (const { id, js, seed, rate, shape, x: input, y } of programs) {
    test(`${id}: ${js}`, () => {
      const x = input.hex ? tensor(fromHex('float32', input.hex), { shape }) : ones(shape);
      assert.deepEqual(describeBits(dropped(seeded('tfjs', seed), rate, x), y), y);
    });
  }

  test('the fixture has not shrunk unseen', () => assert.equal(programs.length, 29));
});

describe('options', () => {
  const ENGINE = { name: 'RangeError', code: 'engine' };

  test('gpu is a name or what it can hold, an A100 by default', () => {
    const maskOn = (gpu) => maskOf(seeded('torch-cuda', 1, gpu && { gpu }), 0.5, 300_000);
    const a100 = { multiprocessors: 108, threadsPerMultiprocessor: 2048 };
    assert.deepEqual(maskOn('A100'), maskOn(a100));
    assert.deepEqual(maskOn(), maskOn(a100));
    assert.notDeepEqual(maskOn('T4'), maskOn(a100));
  });

  test('partitionable, path and version each give another mask', () => {
    const variants = [
      ['jax', {}],
      ['jax', { partitionable: false }],
      ['flax-linen', {}],
      ['flax-linen', { partitionable: false }],
      ['flax-linen', { path: 'Dropout_0' }],
      ['flax-linen', { path: 'Encoder_0/Dropout_1' }],
      ['flax-nnx', {}],
      ['flax-nnx', { partitionable: false }],
      ['flax-nnx', { version: '0.10' }],
    ];
    const masks = variants.map(([engine, options]) => maskOf(seeded(engine, 1, options), 0.5, 100));
    assert.equal(new Set(masks.map(String)).size, variants.length);
  });

  test('left out are the defaults, and all can be read', () => {
    const same = (engine, options) =>
      assert.deepEqual(
        maskOf(seeded(engine, 1, options), 0.5, 100),
        maskOf(seeded(engine, 1), 0.5, 100),
      );
    same('jax', { partitionable: true });
    same('flax-linen', { partitionable: true, path: '' });
    same('flax-nnx', { partitionable: true, version: '0.11' });
    same('torch-cpu', { normalKernel: 'avx2' });
    const options = { path: 'Dropout_0' };
    assert.deepEqual(new Generator('flax-linen', options).options, options);
    const gpu = { multiprocessors: 2, threadsPerMultiprocessor: 512 };
    const generator = new Generator('torch-cuda', { gpu });
    assert.deepEqual(generator.options, { gpu });
    gpu.multiprocessors = 3;
    assert.equal(generator.options.gpu.multiprocessors, 2);
    assert.ok(Object.isFrozen(generator.options.gpu));
    assert.deepEqual(new Generator('jax').options, {});
    assert.ok(Object.isFrozen(new Generator('jax').options));
  });

  test('that an engine does not have, or values that an option does not, are told', () => {
    const wrong = [
      [['numpy', { gpu: 'A100' }], "the engine numpy has no option 'gpu'"],
      [
        ['torch-cpu', { partitionable: true }],
        "the engine torch-cpu has no option 'partitionable'",
      ],
      [['jax', { path: 'Dropout_0' }], "the engine jax has no option 'path'"],
      [['flax-nnx', { version: '0.9' }], "expected '0.11' or '0.10', but got '0.9'"],
      [['torch-cpu', { normalKernel: 'sse' }], "expected 'avx2' or 'scalar', but got 'sse'"],
      [['torch-cuda', { gpu: 'A1000' }], /^unknown GPU 'A1000'; known are .*A100/],
      [
        ['torch-cuda', { gpu: { multiprocessors: 0, threadsPerMultiprocessor: 2048 } }],
        /^a GPU has/,
      ],
      [
        ['torch-cuda', { gpu: { multiprocessors: 1, threadsPerMultiprocessor: 255 } }],
        /^a GPU has/,
      ],
      [['torch-cuda', { gpu: { multiprocessors: 1.5, threadsPerMultiprocessor: 256 } }], /^a GPU/],
      [['torch-cuda', { gpu: null }], /^a GPU has/],
    ];
    for (const [[engine, options], message] of wrong) {
      assert.throws(() => new Generator(engine, options), { ...ENGINE, message });
    }
  });

  test('an unknown engine is told the ones there are, all of which can be made', () => {
    assert.throws(() => new Generator('tensorflow'), {
      ...ENGINE,
      message: `unknown engine 'tensorflow'; known are ${ENGINES.join(', ')}`,
    });
    assert.deepEqual(
      ENGINES.map((engine) => new Generator(engine).engine),
      [...ENGINES],
    );
    for (const inherited of ['constructor', 'toString', '__proto__']) {
      assert.throws(() => new Generator(inherited), ENGINE);
    }
  });
});

// Our own does what PyTorch's layers do.
const isAsTorch = (engine) => engine.startsWith('torch') || engine === 'fast';

describe('seeds', () => {
  const numpyErrors = readFixture('numpy.json').provenance.errors.sid;
  const messageOf = (error) => error.replace(/^\w+: /, '');

  test("are NumPy's, in its words", () => {
    const cases = [
      ['numpy', -1, 'RangeError', 'np.random.seed(-1)'],
      ['numpy', 2 ** 32, 'RangeError', 'np.random.seed(2**32)'],
      ['numpy', 1.5, 'TypeError', 'np.random.seed(1.5)'],
      ['numpy-pcg64', -1, 'RangeError', 'np.random.default_rng(-1)'],
      ['numpy-pcg64', 1.5, 'TypeError', 'np.random.default_rng(1.5)'],
    ];
    for (const [engine, seed, name, python] of cases) {
      const message = messageOf(numpyErrors[python]);
      assert.throws(() => seeded(engine, seed), { name, code: 'seed', message }, python);
    }
    assert.deepEqual(Object.keys(numpyErrors).sort(), cases.map(([, , , of]) => of).sort());
  });

  test('of default_rng may have any size', () => {
    const uniforms = (seed) => seeded('numpy-pcg64', seed).rand([4]);
    for (const program of readCases('numpy.json')) {
      const [, digits] = program.id.match(/^pcg64\/random-(\d{10,})$/) ?? [];
      if (digits === undefined) continue;
      const { a } = program.outputs;
      assert.deepEqual(
        uniforms(BigInt(digits)).toArray(),
        Array.from(fromHex('float64', a.hex.slice(0, 4))),
        digits,
      );
    }
    assert.notDeepEqual(uniforms(2n ** 200n).toArray(), uniforms(2n ** 201n).toArray());
  });

  test('of JAX and Flax count by their low 32 bits, and have 64', () => {
    for (const engine of ['jax', 'flax-linen', 'flax-nnx']) {
      const mask = (seed) => maskOf(seeded(engine, seed), 0.5, 64);
      assert.deepEqual(mask(2n ** 32n + 7n), mask(7));
      assert.deepEqual(mask(-1), mask(2 ** 32 - 1));
      const name = 'RangeError';
      assert.throws(() => seeded(engine, 2n ** 63n), { name, code: 'seed' });
      assert.throws(() => seeded(engine, -(2n ** 63n) - 1n), { name, code: 'seed' });
      for (const seed of [1.5, NaN, '7', null]) {
        assert.throws(() => seeded(engine, seed), { name: 'TypeError', code: 'seed' }, `${seed}`);
      }
    }
  });

  test('of TensorFlow.js are texts, and a number is its digits', () => {
    const mask = (seed) => maskOf(seeded('tfjs', seed), 0.5, 64);
    assert.deepEqual(mask(42), mask('42'));
    assert.deepEqual(mask(42n), mask('42'));
    assert.deepEqual(mask(1.5), mask('1.5'));
    assert.notDeepEqual(mask('hello.'), mask('hello'));
    assert.notDeepEqual(mask('é😀'), mask('é😁'));
    assert.notDeepEqual(mask(''), mask('0'));
    for (const seed of [undefined, null, true, {}, [1], Symbol('1')]) {
      assert.throws(() => seeded('tfjs', seed), { name: 'TypeError', code: 'seed' });
    }
  });

  test('that are refused leave the generator as it was', () => {
    for (const [engine, wrong] of [
      ['torch-cuda', 2n ** 64n],
      ['jax', 0.5],
      ['flax-nnx', 0.5],
      ['numpy', -1],
      ['numpy-pcg64', -1],
    ]) {
      const generator = seeded(engine, 7);
      const { state } = generator;
      assert.throws(() => generator.manualSeed(wrong), { code: 'seed' }, engine);
      assert.deepEqual(generator.state, state);
    }
  });

  test('are 67280421310721 for PyTorch until one is given, and 0 for the others', () => {
    for (const engine of ENGINES) {
      const fresh = new Generator(engine);
      const seed = engine.startsWith('torch') ? 67280421310721n : 0;
      assert.deepEqual(fresh.state, seeded(engine, seed).state, engine);
    }
  });

  test('are kept by PyTorch and by our own alone', () => {
    for (const engine of ENGINES) {
      if (isAsTorch(engine)) {
        assert.equal(seeded(engine, 2n ** 40n + 42n).initialSeed(), 2n ** 40n + 42n);
        assert.equal(seeded(engine, -1).initialSeed(), 2n ** 64n - 1n);
      } else {
        assert.throws(() => seeded(engine, 42).initialSeed(), {
          name: 'RangeError',
          code: 'engine',
          message: `${engine} does not keep its seed`,
        });
      }
    }
  });
});

describe('what an engine keeps from call to call', () => {
  const NO_STREAM = ['jax', 'tfjs'];

  for (const engine of ENGINES) {
    // Not a layer of its own stream, as flax-nnx makes them: one that draws where its generator is.
    const options = engine === 'flax-nnx' ? { version: '0.10' } : {};

    test(`${engine}: state and clone go on from the middle of the stream`, () => {
      const generator = seeded(engine, 42, options);
      maskOf(generator, 0.5, 101);
      const { state } = generator;
      const clone = generator.clone();
      const next = () => [maskOf(generator, 0.5, 50), maskOf(generator, 0.3, 50)];
      const expected = next();

      generator.state = state;
      assert.deepEqual(next(), expected);
      const other = seeded(engine, 1, options);
      other.state = structuredClone(state);
      assert.deepEqual([maskOf(other, 0.5, 50), maskOf(other, 0.3, 50)], expected);
      assert.deepEqual([maskOf(clone, 0.5, 50), maskOf(clone, 0.3, 50)], expected);
      assert.equal(clone.engine, engine);
      assert.deepEqual(clone.options, generator.options);
    });

    test(`${engine}: two layers of one generator share its stream`, () => {
      const generator = seeded(engine, 42, options);
      const [first, second] = [0, 1].map(() => new Dropout(0.5, { generator }));
      const calls = [first, second, first].map((layer) => {
        layer.forward(ones([128]));
        return layer.mask.toArray();
      });
      const alone = new Dropout(0.5, { generator: seeded(engine, 42, options) });
      for (const mask of calls) {
        alone.forward(ones([128]));
        assert.deepEqual(alone.mask.toArray(), mask);
      }
      assert.equal(new Set(calls.map(String)).size, NO_STREAM.includes(engine) ? 1 : calls.length);
    });

    test(`${engine}: mask, draws() and backward draw the last mask again, and nothing else`, () => {
      const generator = seeded(engine, 42, options);
      const layer = new Dropout(0.5, { generator });
      const y = layer.forward(ones([128]));
      const { state } = generator;
      assert.deepEqual(layer.backward(ones([128])).toArray(), y.toArray());
      assert.deepEqual(layer.mask.toArray(), Array.from(layer.draws().kept));
      assert.deepEqual(generator.state, state);
    });
  }

  test('no state goes to another engine', () => {
    const { state } = new Generator('torch-cpu');
    for (const engine of ENGINES.filter((name) => name !== 'torch-cpu')) {
      assert.throws(() => Object.assign(new Generator(engine), { state }), {
        name: 'TypeError',
        code: 'type',
        message: `this is not the state of a ${engine} generator`,
      });
    }
  });

  test('flax-nnx: since 0.11 a layer takes a stream of its own when it is made', () => {
    const generator = seeded('flax-nnx', 42);
    const [first, second] = [0, 1].map(() => new Dropout(0.5, { generator }));
    const { state } = generator;
    const masks = [first, second, first, second].map((layer) => {
      layer.forward(ones([128]));
      return layer.mask.toArray();
    });
    assert.equal(new Set(masks.map(String)).size, 4);
    assert.deepEqual(generator.state, state, 'calls take nothing from the generator');

    // The order of the calls does not matter, the order in which the layers were made does.
    const again = seeded('flax-nnx', 42);
    const [firstAgain, secondAgain] = [0, 1].map(() => new Dropout(0.5, { generator: again }));
    assert.deepEqual(
      [secondAgain, secondAgain, firstAgain, firstAgain].map((layer) => {
        layer.forward(ones([128]));
        return layer.mask.toArray();
      }),
      [masks[1], masks[3], masks[0], masks[2]],
    );
    again.manualSeed(7);
    firstAgain.forward(ones([128]));
    const third = new Dropout(0.5, { generator: seeded('flax-nnx', 42) });
    for (let call = 0; call < 3; ++call) third.forward(ones([128]));
    assert.deepEqual(firstAgain.mask.toArray(), third.mask.toArray(), 'nor does a later seed');
  });

  test('flax-linen: manualSeed() starts a new apply(), whose calls count from 1', () => {
    const generator = seeded('flax-linen', 42, { path: 'Dropout_0' });
    const first = maskOf(generator, 0.5, 64);
    assert.notDeepEqual(maskOf(generator, 0.5, 64), first);
    assert.deepEqual(maskOf(generator.manualSeed(42), 0.5, 64), first);
  });
});

describe('what a framework does not have', () => {
  const ENGINE = { name: 'RangeError', code: 'engine' };
  const others = ENGINES.filter((name) => !name.startsWith('torch-cpu') && name !== 'fast');

  test('is no other layer than Dropout', () => {
    for (const engine of others) {
      assert.throws(() => new Dropout2d(0.5, { generator: new Generator(engine) }), {
        ...ENGINE,
        message: /Dropout2d/,
      });
    }
  });

  test('is no float64 for JAX, Flax and TensorFlow.js', () => {
    for (const engine of ENGINES) {
      const drop = () => dropped(new Generator(engine), 0.5, ones([3], { dtype: 'float64' }));
      if (/^(jax|flax|tfjs)/.test(engine)) {
        assert.throws(drop, { ...ENGINE, message: /float64/ });
      } else {
        assert.equal(drop().dtype, 'float64');
      }
    }
  });

  test('is no dropout of integers, in the words of each', () => {
    const whole = ones([3], { dtype: 'int64' });
    const tfjs = readFixture('tfjs.json').provenance.errors;
    // A program of NumPy or JAX divides them, by which they become floats.
    for (const engine of ENGINES.filter((engine) => !/^(numpy|jax)/.test(engine))) {
      const expected = isAsTorch(engine)
        ? { name: 'TypeError', code: 'type', message: /^result type Float can't be cast/ }
        : engine === 'tfjs'
          ? { name: 'TypeError', code: 'type', message: tfjs['int input'] }
          : {
              // jax/_src/lax/lax.py, check_same_dtypes: flax selects between inputs / keep_prob and their zeros.
              ...{ name: 'TypeError', code: 'type' },
              message:
                'lax.select requires arguments to have the same dtypes, got int32, float32. (Tip: jnp.where is a similar function that does automatic type promotion on inputs).',
            };
      assert.throws(() => dropped(new Generator(engine), 0.5, whole), expected, engine);
    }
  });

  test('of integers is float32 with JAX, the same as of the floats', () => {
    const generator = () => new Generator('jax').manualSeed(0);
    const drop = new Dropout(0.5, { generator: generator() });
    const y = drop.forward(parse('jnp.array([[-1, 2, 3, 4], [5, 6, 7, 0]])'));
    assert.equal(y.dtype, 'float32');
    const floats = tensor([
      [-1, 2, 3, 4],
      [5, 6, 7, 0],
    ]);
    assert.equal(String(y), String(dropped(generator(), 0.5, floats)));
    // Zeros are selected: none has a sign.
    assert.ok(y.toTypedArray().every((value) => !Object.is(value, -0)));
    const inplace = new Dropout(0.5, { generator: generator(), inplace: true });
    assert.throws(() => inplace.forward(tensor([1n, 2n])), {
      ...ENGINE,
      message: 'jax: dropout of integers in place is not reproduced',
    });
  });

  test('of integers is float64 with NumPy', () => {
    // numpy 1.24: x * (np.random.rand(2, 2) < 0.8) / 0.8 after np.random.seed(1); -3 * False is 0, not -0.
    const generator = new Generator('numpy').manualSeed(1);
    const x = parse('np.array([[1, 2], [3, 4]])');
    const drop = new Dropout(0.2, { generator });
    const y = drop.forward(x);
    assert.equal(y.dtype, 'float64');
    assert.deepEqual(y.toArray(), [
      [1.25, 2.5],
      [3.75, 5],
    ]);
    assert.equal(drop.backward(ones([2, 2], { dtype: 'float64' })).toArray()[0][0], 1.25);
    const negative = dropped(generator, 1, tensor([-3n, 3n]));
    assert.ok([...negative.view()].every(Number.isNaN));
    for (const engine of ['numpy', 'numpy-pcg64']) {
      const generator = new Generator(engine).manualSeed(0);
      const values = dropped(generator, 0.5, full([100], -3, { dtype: 'int64' })).view();
      assert.deepEqual(
        [...new Set(values)].toSorted((a, b) => a - b),
        [-6, 0],
      );
      assert.ok(values.every((value) => !Object.is(value, -0)));
    }
    assert.throws(() => new Dropout(0.5, { generator, inplace: true }).forward(x), {
      code: 'type',
      message: /^Cannot cast ufunc 'divide' output/,
    });
  });

  test('is no rate of 1 in TensorFlow.js, nor one out of range in its words', () => {
    const message = readFixture('tfjs.json').provenance.errors['rate 1'];
    const generator = new Generator('tfjs');
    assert.throws(() => dropped(generator, 1, ones([3])), {
      name: 'RangeError',
      code: 'probability',
      message,
    });
  });
});

describe('special numbers', () => {
  const x = () => tensor([-3, -0, Infinity, -Infinity, NaN, 2]);

  test('that are dropped become -0 and nan where the framework multiplies, else 0', () => {
    for (const engine of ENGINES) {
      // Almost everything is dropped.
      const y = dropped(new Generator(engine), 1 - 2 ** -20, x()).toArray();
      const expected = /^(jax|flax)/.test(engine) ? [0, 0, 0, 0, 0, 0] : [-0, -0, NaN, NaN, NaN, 0];
      assert.deepEqual(y, expected, engine);
    }
  });

  test('p = 1 is x * 0 for PyTorch, zeros for Flax and 0 / 0 for NumPy', () => {
    for (const engine of ENGINES.filter((name) => name !== 'tfjs')) {
      const y = dropped(new Generator(engine), 1, x()).toArray();
      const expected = isAsTorch(engine)
        ? [-0, -0, NaN, NaN, NaN, 0]
        : engine.startsWith('numpy')
          ? new Array(6).fill(NaN)
          : new Array(6).fill(0);
      assert.deepEqual(y, expected, engine);
    }
  });
});
