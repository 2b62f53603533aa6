// Tensors: what tensor() accepts and makes of it, and what a tensor tells about itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';

const { tensor, parse, ones, zeros, full, Dropout, Tensor } = await load();

const summary = ({ dtype, shape }) => `${dtype} [${shape}]`;

describe('tensor() infers', () => {
  const inferred = [
    ['float32 from numbers', [1, 2.5], 'float32 [2]'],
    ['float32 from booleans', [true, false], 'float32 [2]'],
    ['float32 from numbers and bigints together', [1n, 2], 'float32 [2]'],
    ['int64 from bigints', [[1n], [2n]], 'int64 [2,1]'],
    ['a scalar from one number', 3, 'float32 []'],
    ['a scalar from one bigint', 3n, 'int64 []'],
    ['float32 for nothing', [], 'float32 [0]'],
    ['the shape of empty lists', [[], []], 'float32 [2,0]'],
    ['three dimensions', [[[1, 2]], [[3, 4]]], 'float32 [2,1,2]'],
    ['float32 from a Float32Array', new Float32Array(2), 'float32 [2]'],
    ['float64 from a Float64Array', new Float64Array(2), 'float64 [2]'],
    ['int64 from a BigInt64Array', new BigInt64Array(2), 'int64 [2]'],
    ['int64 from a BigUint64Array', new BigUint64Array(2), 'int64 [2]'],
    ['float32 from bytes', Uint8Array.of(1, 2), 'float32 [2]'],
    ['float32 from an Int32Array', Int32Array.of(1, 2), 'float32 [2]'],
    ['float32 from a bare list in a text', '[1, 2]', 'float32 [2]'],
    ['int64 from whole numbers in tensor(...)', 'tensor([1, 2])', 'int64 [2]'],
    ['float32 from a number with a point in it', 'tensor([1, 2.])', 'float32 [2]'],
    ["a text's own dtype", 'tensor([1.], dtype=torch.float64)', 'float64 [1]'],
    ['the size of a printed empty tensor', 'tensor([], size=(2, 0))', 'float32 [2,0]'],
    ['float32 from torch.ones', 'torch.ones(2, 3)', 'float32 [2,3]'],
    ["another tensor's own dtype", ones([2], { dtype: 'float64' }), 'float64 [2]'],
  ];
  for (const [claim, data, expected] of inferred) {
    test(claim, () => assert.equal(summary(tensor(data)), expected));
  }
});

describe('tensor() with options', () => {
  test('rounds to the dtype that is asked for', () => {
    assert.deepEqual(tensor([0.1], { dtype: 'float64' }).toArray(), [0.1]);
    assert.deepEqual(tensor([0.1]).toArray(), [Math.fround(0.1)]);
    assert.deepEqual(tensor([1.9, -1.9, true], { dtype: 'int64' }).toArray(), [1n, -1n, 1n]);
    assert.deepEqual(tensor([1n, 2n], { dtype: 'float32' }).toArray(), [1, 2]);
    assert.deepEqual(tensor(BigInt64Array.of(-3n), { dtype: 'float64' }).toArray(), [-3]);
    assert.deepEqual(tensor(Float64Array.of(0.1), { dtype: 'float32' }).toArray(), [
      Math.fround(0.1),
    ]);
    assert.deepEqual(tensor('[1.5, 2]', { dtype: 'float64' }).toArray(), [1.5, 2]);
    assert.equal(tensor('tensor([1, 2])', { dtype: 'float32' }).dtype, 'float32');
    assert.deepEqual(tensor(tensor([1.5]), { dtype: 'int64' }).toArray(), [1n]);
  });

  test('arranges what it is given in the shape, whatever it comes as', () => {
    const expected = [
      [1, 2],
      [3, 4],
    ];
    for (const data of [
      [1, 2, 3, 4],
      [[1], [2], [3], [4]],
      Float32Array.of(1, 2, 3, 4),
      '[1, 2, 3, 4]',
    ]) {
      assert.deepEqual(tensor(data, { shape: [2, 2] }).toArray(), expected);
    }
    assert.deepEqual(tensor(tensor([1, 2, 3, 4]), { shape: [2, 2] }).toArray(), expected);
    assert.equal(tensor([5], { shape: [] }).toArray(), 5);
    assert.deepEqual(tensor([], { shape: [2, 0] }).toArray(), [[], []]);
  });

  test('arranges also what is so large that memory must grow for it', () => {
    const text = 'torch.ones(20000000)';
    assert.deepEqual([...tensor(text, { shape: [2, 10_000_000] }).shape], [2, 10_000_000]);
  });

  test('keeps every int64 to its last digit', () => {
    const extremes = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n + 1n];
    assert.deepEqual(tensor(extremes).toArray(), extremes);
    assert.deepEqual(tensor(`tensor([${extremes.join(', ')}])`).toArray(), extremes);
  });

  test('keeps -0, nan and the infinities', () => {
    const values = [-0, NaN, Infinity, -Infinity];
    assert.deepEqual(tensor(values).toArray(), values);
    assert.deepEqual(tensor('[-0., nan, inf, -inf]').toArray(), values);
  });

  test('copies a tensor', () => {
    const x = tensor([1, 2]);
    const copy = tensor(x);
    copy.view()[0] = 7;
    assert.notEqual(copy, x);
    assert.deepEqual(x.toArray(), [1, 2]);
  });
});

test('parse() reads a text as tensor() does, and gives it the dtype asked for', () => {
  assert.ok(
    parse('[[1, 2], [3, 4]]').equal(
      tensor([
        [1, 2],
        [3, 4],
      ]),
    ),
  );
  assert.ok(parse('torch.full((2, 3), 0.5)').equal(full([2, 3], 0.5)));
  assert.ok(parse('[1, 2]', { dtype: 'int64' }).equal(tensor([1n, 2n])));
  assert.equal(parse('tensor([1, 2])', { dtype: 'float64' }).dtype, 'float64');
});

describe('the makers', () => {
  test('fill a shape with one value', () => {
    assert.deepEqual(ones([2, 1]).toArray(), [[1], [1]]);
    assert.deepEqual(zeros([2], { dtype: 'int64' }).toArray(), [0n, 0n]);
    assert.deepEqual(full([2], 0.1, { dtype: 'float64' }).toArray(), [0.1, 0.1]);
    assert.equal(full([], -2.5).toArray(), -2.5);
    assert.equal(ones([0, 3]).size, 0);
  });

  test('make tensors', () => {
    for (const x of [ones([1]), zeros([1]), full([1], 2), tensor(1), parse('1')]) {
      assert.ok(x instanceof Tensor);
    }
  });
});

describe('a tensor', () => {
  const x = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  test('has a shape that cannot be changed, a size and a dtype', () => {
    assert.deepEqual([...x.shape], [2, 3]);
    assert.ok(Object.isFrozen(x.shape));
    assert.equal(x.size, 6);
    assert.equal(x.dtype, 'float32');
    assert.equal(ones([]).size, 1);
  });

  test('has the shape and the dtype that the module prints, whatever it was made by', () => {
    const layer = new Dropout(0.5);
    const empty = [
      ones([-0, 3]),
      tensor([], { shape: [0, 3], dtype: 'float64' }),
      tensor(ones([0, 3]), { shape: [3, 0] }),
      full([2 ** 70, 0], 1, { dtype: 'int64' }),
      ones([0, 3]).to('float64'),
      zeros([3, 0], { dtype: 'float64' }).clone(),
    ];
    for (const made of empty) {
      const dtype = made.dtype === 'float32' ? '' : `, dtype=torch.${made.dtype}`;
      assert.ok(Object.isFrozen(made.shape));
      assert.ok(!made.shape.some((extent) => Object.is(extent, -0)));
      const size = made.shape.map(BigInt).join(', ');
      assert.equal(String(made), `tensor([], size=(${size})${dtype})`);
    }
    for (const made of [layer.forward(x), layer.backward(x), x.clone(), x.to('float32')]) {
      assert.deepEqual([made.shape, made.dtype, made.size], [x.shape, x.dtype, x.size]);
    }
  });

  test('gives its elements nested, or flat and of their own type', () => {
    assert.deepEqual(x.toArray(), [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.deepEqual(x.toTypedArray(), Float32Array.of(1, 2, 3, 4, 5, 6));
    assert.deepEqual(tensor([1], { dtype: 'float64' }).toTypedArray(), Float64Array.of(1));
    assert.deepEqual(tensor([1n]).toTypedArray(), BigInt64Array.of(1n));
    assert.deepEqual(ones([0]).toTypedArray(), new Float32Array(0));
    assert.deepEqual(ones([2, 0, 3]).toArray(), [[], []]);
    assert.equal(tensor(3n).toArray(), 3n);
  });

  test('copies for toTypedArray(), but view() is the elements themselves', () => {
    const y = tensor([1, 2]);
    y.toTypedArray()[0] = 7;
    assert.deepEqual(y.toArray(), [1, 2]);
    y.view()[0] = 7;
    assert.deepEqual(y.toArray(), [7, 2]);
    assert.equal(String(y), 'tensor([7., 2.])');
  });

  test('equals another of the same dtype, shape and values, as torch.equal has it', () => {
    assert.ok(tensor([1, 2]).equal(tensor([1, 2])));
    assert.ok(tensor([0]).equal(tensor([-0])));
    assert.ok(ones([0]).equal(zeros([0])));
    assert.ok(!tensor([1, 2]).equal(tensor([1, 3])));
    assert.ok(!tensor([1, 2]).equal(tensor([[1, 2]])));
    assert.ok(!tensor([1, 2]).equal(tensor([1, 2], { dtype: 'float64' })));
    const nan = tensor([NaN]);
    assert.ok(!nan.equal(nan));
  });

  test('sums and averages in float64', () => {
    assert.equal(x.sum(), 21);
    assert.equal(x.mean(), 3.5);
    assert.equal(x.variance(), 3.5);
    assert.equal(tensor([1n, 2n]).mean(), 1.5);
    // In float32, 2^24 + 1 is 2^24: a sum in float32 would lose every one of the ones.
    assert.equal(tensor([2 ** 24, ...new Array(100).fill(1)]).sum(), 2 ** 24 + 100);
    // Deviations are far smaller than the values: squares in float32 would cancel.
    assert.equal(tensor([1e6 + 1, 1e6 + 2, 1e6 + 3]).variance(), 1);
  });

  test('has no mean when it is empty, and no variance of a single element', () => {
    assert.equal(ones([0]).sum(), 0);
    assert.equal(ones([0]).mean(), NaN);
    assert.equal(ones([1]).variance(), NaN);
  });

  test('is converted by to(), which rounds to float32 and truncates to int64', () => {
    assert.deepEqual(tensor([0.1], { dtype: 'float64' }).to('float32').toArray(), [
      Math.fround(0.1),
    ]);
    assert.deepEqual(tensor([2.7, -2.7]).to('int64').toArray(), [2n, -2n]);
    assert.deepEqual(tensor([7n]).to('float64').toArray(), [7]);
  });

  test('is copied by clone() and by to() its own dtype', () => {
    for (const copy of [x.clone(), x.to('float32')]) {
      assert.notEqual(copy, x);
      assert.ok(copy.equal(x));
      copy.view()[0] = 100;
      assert.equal(x.view()[0], 1);
    }
  });

  test('is its print as a string', () => {
    assert.equal(String(x), 'tensor([[1., 2., 3.],\n        [4., 5., 6.]])');
    assert.equal(`${tensor([0.5, -0])}`, 'tensor([0.5000, -0.0000])');
  });

  test('is disposed of by Symbol.dispose, where there is one', () => {
    const y = ones([2]);
    y[Symbol.dispose]();
    assert.throws(() => y.sum(), { code: 'state' });
  });
});

describe('full', () => {
  test('takes numbers only', () => {
    for (const value of ['3', 3n, undefined, null]) {
      assert.throws(() => full([2], value), { name: 'TypeError', code: 'type' });
    }
  });
});
