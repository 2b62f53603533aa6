// Errors: PyTorch's words wherever it has some, JavaScript's classes, a `code` to tell them by, and a
// module that goes on working afterwards.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load, parseSeed } from 'dropout-playground';
import { readCases } from './fixtures.mjs';

const { tensor, parse, ones, zeros, full, arange, linspace, ...api } = await load();
const { Generator, Dropout, Dropout1d, Dropout2d, AlphaDropout, FeatureAlphaDropout } = api;

const seedOf = (seed) => String(new Generator().manualSeed(seed).initialSeed());
const drop = (x, p, train = true) => new Dropout(p).train(train).forward(x);

const PROBABILITY = { name: 'RangeError', code: 'probability' };
const NOT_A_NUMBER = { name: 'TypeError', code: 'probability' };
const SEED = { name: 'RangeError', code: 'seed' };
const NOT_A_SEED = { name: 'TypeError', code: 'seed' };
const VALUE = { name: 'RangeError', code: 'value' };
const TYPE = { name: 'TypeError', code: 'type' };

// What stands for PyTorch's expression here and, where it raises, the error that is thrown.
const COUNTERPARTS = {
  'nn.Dropout()': [() => new Dropout()],
  'nn.Dropout(0.5)': [() => new Dropout(0.5)],
  'nn.Dropout(0.30000000000000004)': [() => new Dropout(0.1 + 0.2)],
  'nn.Dropout(1)': [() => new Dropout(1)],
  'nn.Dropout(-0.0)': [() => new Dropout(-0)],
  'nn.Dropout(True)': [() => new Dropout(true)],
  'nn.Dropout(nan)': [() => new Dropout(NaN)],
  'nn.Dropout(None)': [() => new Dropout(null), NOT_A_NUMBER],
  'nn.Dropout(-0.1)': [() => new Dropout(-0.1), PROBABILITY],
  'nn.Dropout(1.1)': [() => new Dropout(1.1), PROBABILITY],
  'nn.Dropout(inf)': [() => new Dropout(Infinity), PROBABILITY],
  'nn.Dropout(-1e-07)': [() => new Dropout(-1e-7), PROBABILITY],
  'nn.Dropout(1.0000000000000002)': [() => new Dropout(1 + Number.EPSILON), PROBABILITY],
  'nn.Dropout(nan)(torch.ones(3))': [() => drop(ones([3]), NaN), PROBABILITY],
  'F.dropout(torch.ones(3), -0.1)': [() => drop(ones([3]), -0.1), PROBABILITY],
  'F.dropout(torch.ones(3), 2)': [() => drop(ones([3]), 2), PROBABILITY],
  'F.dropout(torch.ones(3), nan)': [() => drop(ones([3]), NaN), PROBABILITY],
  'F.dropout(torch.ones(3), 1.0000000000000002)': [
    () => drop(ones([3]), 1 + Number.EPSILON),
    PROBABILITY,
  ],
  'F.dropout(torch.ones(3), -0.1, False)': [() => drop(ones([3]), -0.1, false), PROBABILITY],
  'F.dropout(torch.ones(3), 1.1, False)': [() => drop(ones([3]), 1.1, false), PROBABILITY],
  'F.dropout(torch.ones(0), nan)': [() => drop(ones([0]), NaN), PROBABILITY],
  'torch.dropout(torch.ones(3), -0.1, True)': [() => drop(ones([3]), -0.1), PROBABILITY],
  'torch.dropout(torch.ones(3), 1.1, True)': [() => drop(ones([3]), 1.1), PROBABILITY],
  'torch.dropout(torch.ones(3), nan, True)': [() => drop(ones([3]), NaN), PROBABILITY],
  'F.dropout(torch.ones(3, dtype=torch.int64), 0.5)': [
    () => drop(ones([3], { dtype: 'int64' }), 0.5),
    TYPE,
  ],
  'torch.manual_seed(-1).initial_seed()': [() => seedOf(-1)],
  'torch.manual_seed(-2**63).initial_seed()': [() => seedOf(-(2n ** 63n))],
  'torch.manual_seed(2**63).initial_seed()': [() => seedOf(2n ** 63n)],
  'torch.manual_seed(2**64 - 1).initial_seed()': [() => seedOf(2n ** 64n - 1n)],
  'torch.manual_seed(1e10).initial_seed()': [() => seedOf(1e10)],
  "torch.manual_seed('3').initial_seed()": [() => seedOf(parseSeed('3'))],
  "torch.manual_seed('abc').initial_seed()": [() => seedOf(parseSeed('abc')), SEED],
  'torch.Generator().manual_seed(-1).initial_seed()': [() => seedOf(-1)],
  'torch.Generator().manual_seed(1.5).initial_seed()': [() => seedOf(1.5), NOT_A_SEED],
  'torch.Generator().manual_seed(True).initial_seed()': [() => seedOf(true), NOT_A_SEED],
  'torch.Generator().manual_seed(2**64).initial_seed()': [() => seedOf(2n ** 64n), SEED],
  'nn.Dropout2d(1.5)': [() => new Dropout2d(1.5), PROBABILITY],
  'nn.AlphaDropout(-1)': [() => new AlphaDropout(-1), PROBABILITY],
  'nn.AlphaDropout(0.3)': [() => new AlphaDropout(0.3)],
  'nn.FeatureAlphaDropout(0.3)': [() => new FeatureAlphaDropout(0.3)],
  'F.dropout1d(torch.ones(2, 3, 4, 5), 0.5, True)': [
    () => new Dropout1d(0.5).forward(ones([2, 3, 4, 5])),
    VALUE,
  ],
  'F.dropout2d(torch.ones(1, 1, 1, 1), -0.5)': [
    () => new Dropout2d(-0.5).forward(ones([1, 1, 1, 1])),
    PROBABILITY,
  ],
  'F.dropout2d(torch.ones(5), 0.5, True)': [() => new Dropout2d(0.5).forward(ones([5])), VALUE],
  'F.feature_alpha_dropout(torch.ones(2, 2), 7)': [
    () => new FeatureAlphaDropout(7).forward(ones([2, 2])),
    PROBABILITY,
  ],
  'torch.rand(-1)': [() => new Generator().rand([-1]), VALUE],
  'torch.randint(3, 1, (2,))': [() => new Generator().randint(3, 1, [2]), VALUE],
  'torch.arange(0., 1., 0.)': [() => arange(0, 1, 0), VALUE],
  'torch.linspace(0., 1., -1)': [() => linspace(0, 1, -1), VALUE],
};

const NOT_IN_THIS_API = {
  "F.dropout(torch.ones(3), '0.5')": 'no function dropout(); the layer compares p with an int',
  'F.dropout(torch.ones(3), None)': 'no function dropout(); the layer compares p with an int',
  'F.dropout(torch.tensor([True, False]), 0.5)': 'no bool tensors',
  'torch.manual_seed(1.5).initial_seed()': "manualSeed is torch.Generator's, which does not round",
  'torch.manual_seed(-1.5).initial_seed()': "manualSeed is torch.Generator's, which does not round",
  'torch.manual_seed(None).initial_seed()': "manualSeed is torch.Generator's: other words",
};

describe('where PyTorch raises or accepts, so do we, in its words', () => {
  const cases = readCases('torch-errors.json');

  test('every expression of the fixture has its counterpart or a reason why not', () => {
    const known = [...Object.keys(COUNTERPARTS), ...Object.keys(NOT_IN_THIS_API)];
    assert.deepEqual(known.sort(), cases.map(({ expression }) => expression).sort());
  });

  for (const { expression, torch_2_14: torch } of cases) {
    if (expression in NOT_IN_THIS_API) {
      test(expression, { skip: NOT_IN_THIS_API[expression] });
      continue;
    }
    test(`${expression} ${torch.error ? 'throws' : 'is fine'}`, () => {
      const [call, kind] = COUNTERPARTS[expression];
      if (kind === undefined) {
        assert.equal(String(call()), torch.ok);
        return;
      }
      // Here PyTorch says less than would help.
      const isBeginning = torch.message === 'Overflow when unpacking long long';
      const message = isBeginning
        ? /^Overflow when unpacking long long: a seed is from /
        : torch.message;
      assert.throws(call, { ...kind, message });
    });
  }
});

describe('p', () => {
  test('must be a number, not a text that reads like one', () => {
    const message = "'<' not supported between instances of 'str' and 'int'";
    assert.throws(() => new Dropout('0.5'), { ...NOT_A_NUMBER, message });
  });

  test('is followed by options, not by inplace or a generator alone, as in PyTorch', () => {
    for (const [options, what] of [
      [true, 'bool'],
      [null, 'NoneType'],
      [1, 'int'],
      [new Generator(), 'Generator'],
    ]) {
      const message = `options must be { inplace, generator }, not ${what}`;
      assert.throws(() => new Dropout(0.5, options), { ...TYPE, message });
    }
  });

  test('is checked when it is set, and stays what it was', () => {
    const layer = new Dropout(0.25);
    const message = 'dropout probability has to be between 0 and 1, but got 1.5';
    assert.throws(() => Object.assign(layer, { p: 1.5 }), { ...PROBABILITY, message });
    assert.throws(() => Object.assign(layer, { p: '0.5' }), NOT_A_NUMBER);
    assert.equal(layer.p, 0.25);
    assert.equal(String(layer), 'Dropout(p=0.25, inplace=False)');
  });
});

describe('a seed', () => {
  test('has 64 bits at most', () => {
    for (const seed of [2n ** 64n, 2 ** 64, 10n ** 30n, -(2n ** 63n) - 1n, -1e300]) {
      assert.throws(() => seedOf(seed), SEED, `${seed}`);
      assert.throws(() => parseSeed(String(BigInt(seed))), SEED, `${seed}`);
    }
  });

  test('is a whole number', () => {
    for (const seed of [0.5, NaN, Infinity, '3', null, undefined, [3], {}]) {
      assert.throws(() => new Generator().manualSeed(seed), NOT_A_SEED, `${seed}`);
    }
  });

  test('that is refused leaves the generator as it was', () => {
    const generator = new Generator().manualSeed(42);
    assert.throws(() => generator.manualSeed(2n ** 64n), SEED);
    assert.ok(generator.rand([4]).equal(new Generator().manualSeed(42).rand([4])));
  });
});

describe('lists', () => {
  test('that are ragged name the dimension, in the words of torch.tensor', () => {
    const message = 'expected sequence of length 2 at dim 1 (got 1)';
    assert.throws(() => tensor([[1, 2], [3]]), { ...VALUE, message });
    const deep = 'expected sequence of length 1 at dim 2 (got 2)';
    assert.throws(() => tensor([[[1]], [[1, 2]]]), { ...VALUE, message: deep });
  });

  test('of mixed depth name the place', () => {
    assert.throws(() => tensor([[1, 2], 3]), {
      ...TYPE,
      message: /^expected a list of 2, but .*at \[1\]/,
    });
    assert.throws(() => tensor([1, [2]]), { ...TYPE, message: /not list \(at \[1\]\)$/ });
  });

  test('hold numbers only', () => {
    for (const element of ['1', null, undefined, {}, Symbol('x'), () => 1, new Date()]) {
      assert.throws(() => tensor([0, element]), { ...TYPE, message: /^must be real number, not / });
    }
    assert.throws(() => tensor(null), { ...TYPE, message: 'must be real number, not NoneType' });
  });

  test('may be 64 deep', () => {
    const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
    assert.equal(tensor(nested(64)).shape.length, 64);
    assert.throws(() => tensor(nested(65)), VALUE);
    const endless = [];
    endless.push(endless);
    assert.throws(() => tensor(endless), VALUE);
  });

  test('fit their shape', () => {
    const message = "shape '[2, 2]' is invalid for input of size 3";
    for (const data of [[1, 2, 3], new Float32Array(3), '[1, 2, 3]', ones([3])]) {
      assert.throws(() => tensor(data, { shape: [2, 2] }), { ...VALUE, message });
    }
  });

  test('fit into int64, where that is asked for', () => {
    for (const data of [[2n ** 63n], [1e19], [NaN], [Infinity], BigUint64Array.of(2n ** 63n)]) {
      assert.throws(() => tensor(data, { dtype: 'int64' }), { ...VALUE, message: /int64/ });
    }
  });
});

describe('a shape', () => {
  test('has no negative extents', () => {
    const message = 'Trying to create tensor with negative dimension -2: [3, -2]';
    for (const make of [
      ones,
      zeros,
      (shape) => full(shape, 1),
      (shape) => new Generator().rand(shape),
    ]) {
      assert.throws(() => make([3, -2]), { ...VALUE, message });
    }
  });

  test('is a list of whole numbers', () => {
    for (const shape of [3, '3', null, {}, [1.5], ['2'], [NaN], [undefined], [null], [2n]]) {
      assert.throws(() => ones(shape), { ...TYPE, message: /^a shape must be a list of whole / });
    }
  });

  test('has at most 64 dimensions', () => {
    assert.throws(() => ones(new Array(65).fill(1)), VALUE);
  });
});

test('a name that is no dtype or no engine is told the ones there are', () => {
  assert.throws(() => ones([2], { dtype: 'float16' }), {
    ...VALUE,
    message: /float32, float64, int64/,
  });
  assert.throws(() => new Generator('jacks'), {
    name: 'RangeError',
    code: 'engine',
    message: /jacks.*torch-cpu/,
  });
});

test('what is no tensor is no input, gradient or other', () => {
  const layer = new Dropout(0.5);
  layer.forward(ones([2]));
  const calls = [(x) => layer.forward(x), (x) => layer.backward(x), (x) => ones([2]).equal(x)];
  for (const call of calls) {
    assert.throws(() => call([1, 2]), { ...TYPE, message: /must be Tensor, not list$/ });
    assert.throws(() => call(new Generator()), {
      ...TYPE,
      message: /must be Tensor, not Generator$/,
    });
    assert.throws(() => call(), { ...TYPE, message: /must be Tensor, not NoneType$/ });
  }
});

describe('memory', () => {
  test('that does not suffice is a RangeError, and everything works as before', () => {
    const generator = new Generator().manualSeed(42);
    const kept = tensor([1, 2, 3, 4]);
    const layer = new Dropout(0.5, { generator });
    const memory = { name: 'RangeError', code: 'memory' };

    assert.throws(() => ones([1e9]), { ...memory, message: /\[1000000000\]/ });
    assert.throws(() => ones([1e300]), memory);
    assert.throws(() => ones([2 ** 28 - 1], { dtype: 'float64' }), memory);
    assert.throws(() => generator.rand([1e6, 1e6]), memory);
    assert.throws(() => parse('torch.ones(100000, 100000)'), memory);

    assert.equal(String(layer.forward(kept)), 'tensor([2., 4., 6., 8.])');
    assert.equal(ones([1e5]).sum(), 1e5);
  });
});

describe('a text that is no tensor', () => {
  const mistakes = [
    ['', 1, 1, 'expected a tensor, such as [1, 2, 3], but the text ends'],
    ['[1, 2', 1, 6, "expected ',' or ']', but the text ends"],
    ['[1,\n 2,\n  x]', 3, 3, "expected a number, but found 'x'"],
    ['[1] 2', 1, 5, "expected the end of the text, but found '2'"],
    ['[[1, 2],\n [3]]', 2, 2, 'expected sequence of length 2 at dim 1 (got 1)'],
    ['[[1, 2],\r\n 3]', 2, 2, "expected a list of 2, like the ones before, but found '3'"],
    ['[1, [2]]', 1, 5, 'expected a number, like the ones before, but found a list'],
    ['tensor([1., 2.]', 1, 16, "expected ',' or ')', but the text ends"],
    [
      'tensor([1.], dtype=torch.foo)',
      1,
      20,
      'expected torch.float32, torch.float64 or torch.int64',
    ],
    ['torch.ones(2, -3)', 1, 15, 'Trying to create tensor with negative dimension -3: [2, -3]'],
    ['torch.sin(3)', 1, 1, /^unknown function 'torch.sin'; paste what it prints, or /],
    ['torch.one(3)', 1, 1, "unknown function 'torch.one'; did you mean 'torch.ones'?"],
    ['torch.rand(2)', 1, 1, 'torch.rand draws from a generator, and none was given'],
    [
      'torch.ones(2) +\n torch.ones(3)',
      1,
      15,
      'The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0',
    ],
    [
      'height,width\n1,2',
      1,
      1,
      "expected a number, but found 'height'; leave out a line of headings",
    ],
    ['1,2\n3,', 2, 3, 'this cell is empty; write nan for a number that is missing'],
    ['1,2\n3,4,5', 2, 1, 'expected sequence of length 2 at dim 1 (got 3)'],
    ['[1, null]', 1, 5, 'null is no number; write nan for one that is missing'],
    ['torch.arange(12).reshape(5, -1)', 1, 17, "shape '[5, -1]' is invalid for input of size 12"],
    // Columns count characters, as an editor does, not bytes or UTF-16 units.
    ['[\u22121, \u22122, \u00fc]', 1, 10, "expected a number or '[', but found '\u00fc'"],
    ['\u{1f600}', 1, 1, "expected a number or '[', but found '\u{1f600}'"],
  ];

  for (const [text, line, column, reason] of mistakes) {
    test(`${JSON.stringify(text)} is a SyntaxError at line ${line}, column ${column}`, () => {
      const expected = { name: 'SyntaxError', code: 'text', line, column, reason };
      assert.throws(() => parse(text), expected);
      assert.throws(() => tensor(text), expected);
      assert.throws(() => parse(text), {
        message: new RegExp(`\\(line ${line}, column ${column}\\)$`),
      });
    });
  }
});

describe('details', () => {
  const detailsOf = (call) => {
    try {
      call();
    } catch (error) {
      return error.details;
    }
    assert.fail('nothing is wrong');
  };

  test('are a kind, a template and its values, of an error of C++', () => {
    assert.deepEqual(
      detailsOf(() => new Dropout(NaN).forward(ones([1]))),
      {
        kind: 'probability',
        template: 'dropout probability has to be between 0 and 1, but got {0}',
        values: ['nan'],
      },
    );
    const layer = new Dropout();
    layer.forward(ones([2, 3]));
    const { kind, values } = detailsOf(() => layer.backward(ones([4])));
    assert.deepEqual({ kind, values }, { kind: 'value', values: [[4], [2, 3]] });
  });

  test('and of one of JavaScript', () => {
    assert.deepEqual(
      detailsOf(() => new Dropout('0.5')),
      {
        kind: 'probability',
        template: "'<' not supported between instances of '{0}' and 'int'",
        values: ['str'],
      },
    );
    assert.deepEqual(
      detailsOf(() => tensor([1, 2], { shape: [3] })),
      {
        kind: 'value',
        template: "shape '{0}' is invalid for input of size {1}",
        values: [[3], 2],
      },
    );
    const { kind, values } = detailsOf(() => parseSeed('1.5.0'));
    assert.deepEqual({ kind, values }, { kind: 'no-whole-number', values: ['1.5.0'] });
  });

  test('have the place in a text, and phrases that have their own template', () => {
    assert.deepEqual(
      detailsOf(() => parse('[[1, 2],\n 3]')),
      {
        kind: 'text',
        template: 'expected {0}, but found {1}',
        values: [
          { template: 'a list of {0}, like the ones before', values: [2] },
          { template: "'{0}'", values: ['3'] },
        ],
        line: 2,
        column: 2,
      },
    );
  });

  test('have the kind of what is wrong in a text, whose code says that it is one', () => {
    const text = (kind) => ({ name: 'SyntaxError', code: 'text', kind });
    for (const [written, kind] of [
      ['torch.rand(2)', 'generator-missing'],
      ['torch.ones(2) + torch.ones(3)', 'value'],
      ['tf.constant([1]) / 2', 'dtype'],
      ['[1, x]', 'text'],
      ['for i in range(3):\n  pass', 'program'],
    ]) {
      assert.throws(
        () => parse(written),
        ({ name, code, details }) => {
          assert.deepEqual({ name, code, kind: details.kind }, text(kind));
          return true;
        },
      );
    }
    const numpy = new Generator('numpy');
    const drawn = detailsOf(() => parse('torch.rand(2)', { generator: numpy }));
    assert.deepEqual(drawn.values.at(-1), 'numpy');
  });

  test('have finer kinds than codes', () => {
    const drawing = (engine) => ({ generator: new Generator(engine) });
    for (const [call, code, kind] of [
      [() => new Dropout2d(0.5, drawing('jax')), 'engine', 'layer'],
      [() => new Dropout2d(0.5, drawing('torch-cuda')), 'engine', 'layer'],
      [
        () => new Dropout(0.5, drawing('jax')).forward(tensor([1], { dtype: 'float64' })),
        'engine',
        'engine',
      ],
      [() => new Dropout(0.5).forward(tensor([1n])), 'type', 'integers'],
      [() => new Dropout(0.5, drawing('tfjs')).forward(tensor([1n])), 'type', 'dtype'],
      [() => new Dropout(1, drawing('tfjs')).forward(ones([1])), 'probability', 'probability'],
      [() => new Dropout().backward(ones([1])), 'state', 'state'],
      [() => ones([1e9]), 'memory', 'memory'],
    ]) {
      assert.throws(call, (error) => {
        assert.deepEqual([error.code, error.details.kind], [code, kind]);
        return true;
      });
    }
  });

  test('have every digit of a whole number, as a text where JSON would round it', () => {
    const { values } = detailsOf(() => parse('torch.ones(9223372036854775807)'));
    assert.deepEqual(values, ['[9223372036854775807]']);
    assert.deepEqual(detailsOf(() => ones([1e9])).values, [[1e9]]);
  });

  test('have any characters of a text', () => {
    const { values } = detailsOf(() => parse('[1"\\\u00fc'));
    assert.deepEqual(values[1], { template: "'{0}'", values: ['"'] });
    const method = detailsOf(() => parse('[\\]'));
    assert.deepEqual(method.values[1], { template: "'{0}'", values: ['\\'] });
  });
});

describe('after dispose()', () => {
  const gone = (name) => ({
    name: 'Error',
    code: 'state',
    message: `this ${name} was disposed of and cannot be used any more`,
  });
  const disposed = (object) => {
    object.dispose();
    return object;
  };

  test('a second dispose() does nothing', () => {
    for (const object of [ones([2]), new Generator(), new Dropout()]) disposed(object).dispose();
  });

  test('a tensor says so, whatever is asked of it', () => {
    const x = disposed(ones([2]));
    const layer = new Dropout(0.5);
    const calls = [
      () => x.toArray(),
      () => x.toTypedArray(),
      () => x.view(),
      () => x.sum(),
      () => x.clone(),
      () => x.to('float64'),
      () => x.equal(ones([2])),
      () => ones([2]).equal(x),
      () => String(x),
      () => tensor(x),
      () => layer.forward(x),
    ];
    for (const call of calls) assert.throws(call, gone('Tensor'), `${call}`);
  });

  test('a generator says so, and no layer takes it', () => {
    const generator = disposed(new Generator());
    const calls = [
      () => generator.manualSeed(1),
      () => generator.initialSeed(),
      () => generator.rand([2]),
      () => generator.clone(),
      () => generator.state,
      () => new Dropout(0.5, { generator }),
    ];
    for (const call of calls) assert.throws(call, gone('Generator'), `${call}`);
  });

  test('a layer says so', () => {
    const layer = disposed(new Dropout(0.5));
    const calls = [
      () => layer.forward(ones([2])),
      () => layer.backward(ones([2])),
      () => layer.mask,
      () => layer.train(),
      () => Object.assign(layer, { p: 0.1 }),
      () => Object.assign(layer, { inplace: true }),
    ];
    for (const call of calls) assert.throws(call, gone('Dropout'), `${call}`);
  });
});

describe('a state that is none of this engine', () => {
  const { state } = new Generator().manualSeed(1);
  const foreign = {
    'no state at all': [null, TYPE],
    'a text': ['state', TYPE],
    'bytes without an engine': [state.bytes, TYPE],
    "another engine's": [{ ...state, engine: 'jax' }, TYPE],
    'a list instead of bytes': [{ ...state, bytes: [...state.bytes] }, TYPE],
    'too short': [{ ...state, bytes: state.bytes.slice(1) }, VALUE],
    'too long': [{ ...state, bytes: Uint8Array.of(...state.bytes, 0) }, VALUE],
    'at a position beyond its words': [{ ...state, bytes: state.bytes.slice().fill(255) }, VALUE],
  };

  for (const [name, [value, kind]] of Object.entries(foreign)) {
    test(`${name} is refused, and the generator stays where it was`, () => {
      const generator = new Generator().manualSeed(42);
      assert.throws(() => Object.assign(generator, { state: value }), {
        ...kind,
        message: 'this is not the state of a torch-cpu generator',
      });
      assert.ok(generator.rand([4]).equal(new Generator().manualSeed(42).rand([4])));
    });
  }
});

describe('backward', () => {
  test('needs a forward before it', () => {
    const message = 'backward needs a forward before it';
    assert.throws(() => new Dropout().backward(ones([2])), {
      name: 'Error',
      code: 'state',
      message,
    });
  });

  test("takes a gradient of the output's shape and dtype, in the words of autograd", () => {
    const layer = new Dropout();
    layer.forward(ones([2, 3]));
    assert.throws(() => layer.backward(ones([3, 2])), {
      ...VALUE,
      message:
        'Mismatch in shape: grad_output[0] has a shape of torch.Size([3, 2]) and output[0] has a shape of torch.Size([2, 3]).',
    });
    assert.throws(() => layer.backward(ones([2, 3], { dtype: 'float64' })), {
      ...TYPE,
      message: 'Found dtype Double but expected Float',
    });
  });
});

describe('a stack trace', () => {
  const stackOf = (task) => {
    try {
      return task();
    } catch (error) {
      return error.stack;
    }
  };

  test('names the functions and classes that it goes through', () => {
    assert.match(
      stackOf(() => new Dropout(2)),
      /toProbability[\s\S]*new DropoutLayer[\s\S]*new Dropout\b/,
    );
    assert.match(
      stackOf(() => tensor([[1], [2, 3]])),
      /flatten[\s\S]*\btensor\b/,
    );
  });

  test('and all that load() gives has its own name', async () => {
    const given = Object.entries({ load, parseSeed, ...(await load()) });
    assert.ok(given.length > 10);
    for (const [name, one] of given) {
      if (typeof one === 'function') assert.equal(one.name, name);
    }
  });
});
