// parse() and tensor(text): every form a text can have, and where the drawn ones leave the generator.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';

const { parse, tensor, ones, arange, full, Dropout, Generator, Tensor } = await load();

const seeded = (engine, seed) => new Generator(engine).manualSeed(seed);

describe('a text', () => {
  const square = [
    [1, 2],
    [3, 4],
  ];
  const forms = [
    ['a nested list', '[[1, 2], [3, 4]]'],
    ['tuples', '((1, 2), (3, 4))'],
    ['JSON', '[\n  [1, 2.0],\n  [3e0, 4]\n]'],
    ["PyTorch's print", 'tensor([[1., 2.],\n        [3., 4.]])'],
    ["PyTorch's print on a GPU", "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0')"],
    ["PyTorch's print of a weight", 'Parameter containing:\ntensor([[1., 2.],[3., 4.]])'],
    ["NumPy's print", '[[1. 2.]\n [3. 4.]]'],
    ["NumPy's repr", 'array([[1., 2.],\n       [3., 4.]], dtype=float32)'],
    ["JAX's repr", 'Array([[1., 2.],\n       [3., 4.]], dtype=float32)'],
    ['CSV', '1,2\r\n3,4\r\n'],
    ['quoted CSV', '"1","2"\n"3","4"'],
    ['TSV', '1\t2\n3\t4\n'],
    ['a table with semicolons and decimal commas', '1,0;2,0\n3,0;4,0'],
    ['columns with spaces', '1 2\n3 4'],
    ['an expression', 'torch.arange(1, 5).reshape(2, 2).float()'],
    ['arithmetic', '(torch.ones(2, 2) * [[2, 4], [6, 8]] + 0) / 2'],
  ];
  for (const [name, text] of forms) {
    test(`that is ${name} is a tensor`, () => {
      const x = parse(text);
      assert.ok(x instanceof Tensor);
      assert.deepEqual(x.toArray(), square);
      assert.equal(x.dtype, 'float32');
      assert.ok(tensor(text).equal(x));
    });
  }

  test('has the dtype that its library gives it', () => {
    const dtypes = {
      '[1, 2]': 'float32',
      '1,2': 'float32',
      'tensor([1, 2])': 'int64',
      'tensor([1., 2.])': 'float32',
      'torch.full((2,), 1)': 'int64',
      'torch.arange(3)': 'int64',
      'torch.arange(0, 1, 0.5)': 'float32',
      'array([1., 2.])': 'float64',
      'array([1, 2])': 'int64',
      'array([1, 2], dtype=float32)': 'float32',
      'np.ones((2, 3))': 'float64',
      'torch.ones(2).double()': 'float64',
    };
    for (const [text, dtype] of Object.entries(dtypes))
      assert.equal(parse(text).dtype, dtype, text);
  });

  test('calls what the makers of this package make', () => {
    assert.ok(parse('torch.ones(6, 6)').equal(ones([6, 6])));
    assert.ok(parse('torch.arange(0, 1, 0.1)').equal(arange(0, 1, 0.1)));
    assert.ok(parse('-torch.full((2,), 0.1) * 3').equal(full([2], Math.fround(-0.1) * 3)));
  });

  test('of a thousand numbers is as its print reads again', () => {
    const generator = seeded('torch-cpu', 1);
    const text = String(generator.randn([10, 100]));
    assert.equal(String(parse(text)), text);
  });
});

describe('a text that is copied from somewhere', () => {
  const square = [
    [1, 2],
    [3, 4],
  ];
  // Each way that C++ reads is a row of tests/cpp/text/paste_test.cpp; here they are those of each kind.
  const forms = {
    'behind a prompt': '>>> x\ntensor([[1., 2.],\n        [3., 4.]])',
    'in comments': '# tensor([[1., 2.],\n#         [3., 4.]])',
    'in a fence': 'It prints\n```\ntensor([[1., 2.],\n        [3., 4.]])\n```',
    'behind a label': 'After: tensor([[1., 2.],\n        [3., 4.]])',
    'with its size': 'tensor([[1., 2.],\n        [3., 4.]])\ntorch.Size([2, 2])',
    'after imports': 'import torch\nx = torch.tensor([[1., 2.], [3., 4.]])\nprint(x)',
    'by TensorFlow': 'tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)',
    'by TensorFlow.js': 'Tensor\n    [[1, 2],\n     [3, 4]]',
    'by old PyTorch': ' 1  2\n 3  4\n[torch.FloatTensor of size 2x2]',
    'by libtorch': ' 1  2\n 3  4\n[ CPUFloatType{2,2} ]',
    'in C++':
      'torch::Tensor x = torch::tensor({{1.0, 2.0}, {3.0, 4.0}});\nstd::cout << x << std::endl;',
  };
  for (const [where, text] of Object.entries(forms)) {
    test(`${where} is its tensor`, () => {
      assert.deepEqual(parse(text).toArray(), square);
      assert.equal(parse(text).dtype, 'float32');
    });
  }

  test('tells what is read otherwise', () => {
    const notes = [];
    const onNote = (note) => notes.push(note);
    parse('tensor([1., 2.], dtype=torch.float16)', { onNote });
    assert.deepEqual(notes, [
      {
        message: 'float16 is not reproduced here: this is read as float32',
        details: {
          template: '{0} is not reproduced here: this is read as float32',
          values: ['float16'],
        },
      },
    ]);
    parse('tensor([1., 2.])', { onNote });
    assert.throws(() => parse('tensor([1., x], dtype=torch.float16)', { onNote }));
    assert.equal(notes.length, 1);
  });

  test('says that a program is one, and what was meant', () => {
    const refused = {
      'import torch\nx = model(y)': 'is a layer or its output',
      'for i in range(3):\n  pass': 'this is a program: paste one tensor of it',
      'torch.one(2)': "did you mean 'torch.ones'?",
      "Tensor {\n  kept: false,\n  isDisposedInternal: false,\n  shape: [ 2 ],\n  dtype: 'float32',\n  size: 2,\n  strides: [],\n  dataId: {},\n  id: 0,\n  rankType: '1',\n  scopeId: 0\n}":
        "these are a tensor's fields, without its numbers: paste what x.print() shows",
    };
    for (const [text, reason] of Object.entries(refused)) {
      assert.throws(
        () => parse(text),
        ({ reason: told }) => told.includes(reason),
      );
    }
  });
});

describe('a text that draws', () => {
  test('takes from the generator what the maker takes, and dropout goes on', () => {
    const texts = seeded('torch-cpu', 7);
    const calls = seeded('torch-cpu', 7);
    const drawn = parse('torch.rand(2, 3)', { generator: texts });
    assert.ok(drawn.equal(calls.rand([2, 3])));
    assert.ok(tensor('torch.randn(20)', { generator: texts }).equal(calls.randn([20])));
    assert.ok(
      parse('torch.randint(10, (4,))', { generator: texts }).equal(calls.randint(0, 10, [4])),
    );
    assert.ok(parse('torch.randperm(5)', { generator: texts }).equal(calls.randperm(5)));
    const outputs = [texts, calls].map((generator) =>
      String(new Dropout(0.5, { generator }).forward(drawn)),
    );
    assert.equal(outputs[0], outputs[1]);
  });

  test("draws NumPy's numbers from NumPy's generators", () => {
    const generator = seeded('numpy', 0);
    assert.equal(
      String(parse('np.random.rand(2)', { generator })),
      'tensor([0.5488, 0.7152], dtype=torch.float64)',
    );
    const rng = seeded('numpy-pcg64', 0);
    assert.equal(parse('rng.random((1,))', { generator: rng }).toArray()[0], 0.6369616873214543);
  });

  test("draws NumPy's uniforms between any bounds, and its normals of any mean", () => {
    // NumPy 1.24, one after another of one seed.
    const drawn = {
      numpy: [
        [
          'np.random.uniform(-1, 1, (2, 3))',
          [
            [0.0976270078546495, 0.43037873274483895, 0.20552675214328775],
            [0.08976636599379373, -0.15269040132219058, 0.29178822613331223],
          ],
        ],
        ['np.random.uniform(size=2)', [0.4375872112626925, 0.8917730007820798]],
        ['np.random.uniform(0, 10, 3)', [9.636627605010293, 3.8344151882577773, 7.917250380826646]],
        ['np.random.uniform()', 0.5288949197529045],
        [
          'np.random.normal(2, 0.5, (2, 2))',
          [
            [2.3805188625734965, 2.060837508246414],
            [2.221931616372713, 2.1668371636871333],
          ],
        ],
        [
          'np.random.normal(size=3)',
          [1.4940790731576061, -0.20515826376580087, 0.31306770165090136],
        ],
      ],
      'numpy-pcg64': [
        [
          'rng.uniform(-0.1, 0.1, (2, 2))',
          [
            [0.027392337464290872, -0.04604265724722594],
            [-0.09180529521276107, -0.09669447289429418],
          ],
        ],
      ],
    };
    for (const [engine, rows] of Object.entries(drawn)) {
      const generator = seeded(engine, 0);
      for (const [text, values] of rows) {
        assert.deepEqual(parse(text, { generator }).toArray(), values, text);
      }
    }
    const rng = seeded('numpy-pcg64', 0);
    const refused = (text, reason) =>
      assert.throws(() => parse(text, { generator: rng }), { code: 'text', reason });
    refused('rng.uniform(3, size=2)', 'high - low < 0');
    refused('rng.uniform(-1.7e308, 1.7e308)', 'Range exceeds valid bounds');
    assert.throws(() => parse('np.random.normal(0, -1)', { generator: seeded('numpy', 0) }), {
      reason: 'scale < 0',
    });
  });

  test('is refused with a generator of another library, or none, and leaves it as it was', () => {
    const generator = seeded('torch-cpu', 3);
    const { bytes } = generator.state;
    const refused = {
      'np.random.rand(3)': "np.random.rand draws from NumPy's generator; this one is torch-cpu",
      'torch.rand(3) + torch.rand(2)':
        'The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0',
    };
    for (const [text, reason] of Object.entries(refused)) {
      assert.throws(() => parse(text, { generator }), { code: 'text', reason });
    }
    assert.deepEqual(generator.state.bytes, bytes);
    assert.throws(() => parse('torch.rand(3)'), {
      reason: 'torch.rand draws from a generator, and none was given',
    });
    assert.throws(() => parse('1', { generator: 42 }), {
      name: 'TypeError',
      code: 'type',
      message: 'generator must be a Generator, not int',
    });
  });
});

describe('a text of any depth or length', () => {
  const pieces = ['[', '(', '-', '2**', '1+', '[[1],', '"', '1,', '1\n', '...', '((1,),', '\u00a0'];
  /** Texts of that many pieces. */
  const hostile = (length) => [
    ...pieces.map((piece) => piece.repeat(length)),
    `torch.ones(${'1,'.repeat(length)}`,
    `torch.ones((${'1,'.repeat(length)}))`,
    `torch.ones(1)${'.float()'.repeat(length)}`,
    `torch.ones(1, ${'device='.repeat(length)}`,
    ...['torch.tensor(', 'torch.squeeze(', 'torch.stack([', '# ', '> ', '>>> ', 'a: ', '// '].map(
      (piece) => piece.repeat(length / 10),
    ),
    '(tensor([1.]), '.repeat(length / 10),
    'x = 1;'.repeat(length / 10),
    `[${'0'.repeat(5 * length)}.${'1'.repeat(5 * length)}]`,
  ];

  function read(text) {
    try {
      parse(text).dispose();
    } catch (error) {
      assert.equal(error.code, 'text', text.slice(0, 20));
    }
  }

  test('does not overflow the stack', () => hostile(200_000).forEach(read));

  // Of the processor's time, which is much the same beside other programs: 50 times as much for a hundred
  // times the length, since all has its fixed part. A text read in the square of its length would take
  // thousands of times as much.
  test('takes time in proportion to its length', () => {
    const costOf = (length) => {
      const texts = hostile(length);
      const before = process.cpuUsage();
      texts.forEach(read);
      return process.cpuUsage(before).user;
    };
    hostile(2_000).forEach(read); // until the functions are compiled
    const [short, long] = [costOf(2_000), costOf(200_000)];
    assert.ok(long < 300 * short, `${long} µs, and ${short} µs for the hundredth part`);
  });
});
