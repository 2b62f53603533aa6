// The layer: its two modes, its mask, its gradient, and when its output is its input.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';

const { tensor, ones, zeros, full, Dropout, Generator } = await load();

const layerOf = (p, options = {}) =>
  new Dropout(p, { generator: new Generator('torch-cpu').manualSeed(42), ...options });

// With seed 42 and p = 0.5, of the first eight elements the fifth, seventh and eighth are dropped.
const KEPT = [1, 1, 1, 1, 0, 1, 0, 0];
const x = tensor([1, 2, 3, 4, 5, 6, 7, 8]);

describe('train and eval', () => {
  test('a layer begins in training mode, and train() and eval() return it', () => {
    const layer = layerOf(0.5);
    assert.equal(layer.training, true);
    assert.equal(layer.eval(), layer);
    assert.equal(layer.training, false);
    assert.equal(layer.train(), layer);
    assert.equal(layer.training, true);
    assert.equal(layer.train(false).training, false);
  });

  test('in training, survivors grow by 1 / (1 - p) and the others are zero', () => {
    assert.deepEqual(layerOf(0.5).forward(x).toArray(), [2, 4, 6, 8, 0, 12, 0, 0]);
    assert.deepEqual(x.toArray(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('in eval, nothing happens', () => {
    const layer = layerOf(0.5).eval();
    assert.equal(layer.forward(x), x);
    assert.deepEqual(x.toArray(), [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a second call continues the stream', () => {
    const layer = layerOf(0.5);
    const first = layer.forward(ones([64]));
    assert.ok(!layer.forward(ones([64])).equal(first));
  });

  test("the shape and dtype are the input's", () => {
    for (const dtype of ['float32', 'float64']) {
      for (const shape of [[], [1], [2, 3], [2, 0, 3], [1, 1, 1, 1]]) {
        const y = layerOf(0.5).forward(ones(shape, { dtype }));
        assert.deepEqual([y.dtype, [...y.shape]], [dtype, shape]);
      }
    }
  });
});

describe('the edges of p', () => {
  test('p = 0 returns the input itself', () => {
    assert.equal(layerOf(0).forward(x), x);
  });

  test('p = 1 drops everything, and an int64 tensor may be dropped so', () => {
    assert.deepEqual(layerOf(1).forward(x).toArray(), new Array(8).fill(0));
    assert.deepEqual(
      layerOf(1)
        .forward(tensor([3n, -4n]))
        .toArray(),
      [0n, 0n],
    );
  });

  test('an int64 tensor is also fine where it comes back unchanged', () => {
    const whole = tensor([1n, 2n]);
    assert.equal(layerOf(0.5).eval().forward(whole), whole);
    assert.equal(layerOf(0).forward(whole), whole);
  });

  test('an empty tensor comes back itself', () => {
    const empty = ones([0]);
    assert.equal(layerOf(0.5).forward(empty), empty);
  });

  test('a dropped negative is -0; a dropped inf or nan is nan', () => {
    const y = layerOf(0.5).forward(tensor([1, 1, 1, 1, -5, 1, Infinity, NaN]));
    assert.deepEqual(y.toArray(), [2, 2, 2, 2, -0, 2, NaN, NaN]);
    assert.deepEqual(
      layerOf(1)
        .forward(tensor([-5, Infinity]))
        .toArray(),
      [-0, NaN],
    );
  });
});

describe('inplace', () => {
  test('changes the input and returns it', () => {
    const input = x.clone();
    assert.equal(layerOf(0.5, { inplace: true }).forward(input), input);
    assert.deepEqual(input.toArray(), [2, 4, 6, 8, 0, 12, 0, 0]);
  });

  test('changes nothing in eval', () => {
    const input = x.clone();
    assert.equal(layerOf(0.5, { inplace: true }).eval().forward(input), input);
    assert.ok(input.equal(x));
  });

  test('can be switched, and holds from the next forward on', () => {
    const layer = layerOf(0.5);
    assert.equal(layer.inplace, false);
    layer.inplace = true;
    const input = x.clone();
    assert.equal(layer.forward(input), input);
    layer.inplace = false;
    assert.notEqual(layer.forward(input), input);
  });
});

describe('mask', () => {
  test('is null before any forward', () => {
    assert.equal(layerOf(0.5).mask, null);
  });

  test('is 1 where the last forward kept an element and 0 where it dropped it', () => {
    const layer = layerOf(0.5);
    layer.forward(x);
    assert.deepEqual(layer.mask.toArray(), KEPT);
    layer.forward(tensor([[1, 2]], { dtype: 'float64' }));
    assert.deepEqual([layer.mask.dtype, [...layer.mask.shape]], ['float64', [1, 2]]);
  });

  test('is right also of what the output cannot tell: zeros, infinities, in place', () => {
    const layer = layerOf(0.5, { inplace: true });
    layer.forward(zeros([8]));
    assert.deepEqual(layer.mask.toArray(), KEPT);
    const other = layerOf(0.5);
    other.forward(full([8], Infinity));
    assert.deepEqual(other.mask.toArray(), KEPT);
  });

  test('is all ones where nothing was dropped and all zeros for p = 1', () => {
    const layer = layerOf(0.5);
    layer.forward(x);
    layer.eval().forward(ones([2]));
    assert.deepEqual(layer.mask.toArray(), [1, 1]);
    layer.train().p = 1;
    layer.forward(ones([2]));
    assert.deepEqual(layer.mask.toArray(), [0, 0]);
    layer.p = 0;
    layer.forward(ones([2]));
    assert.deepEqual(layer.mask.toArray(), [1, 1]);
  });

  test('is a new tensor each time', () => {
    const layer = layerOf(0.5);
    layer.forward(x);
    assert.notEqual(layer.mask, layer.mask);
    layer.mask.view().fill(7);
    assert.deepEqual(layer.mask.toArray(), KEPT);
  });

  test('stays that of the last forward when the layer and its generator change', () => {
    const generator = new Generator('torch-cpu').manualSeed(42);
    const layer = new Dropout(0.5, { generator });
    layer.forward(x);
    layer.eval();
    layer.p = 0.9;
    generator.manualSeed(1);
    generator.dispose();
    assert.deepEqual(layer.mask.toArray(), KEPT);
  });

  test('fits the output at every length', () => {
    // Around the blocks and vectors in which the kernels work, with their remainders.
    for (const size of [1, 3, 4, 5, 255, 256, 257, 1023, 1024, 1025, 3001]) {
      const layer = layerOf(0.5);
      const y = layer.forward(ones([size])).toArray();
      assert.deepEqual(
        layer.mask.toArray(),
        y.map((value) => value / 2),
        `size ${size}`,
      );
    }
  });
});

describe('backward', () => {
  test('sends the gradient through the same mask and scale', () => {
    const layer = layerOf(0.5);
    layer.forward(x);
    assert.deepEqual(
      layer.backward(ones([8])).toArray(),
      KEPT.map((kept) => 2 * kept),
    );
    const gradient = tensor([1, -1, 0.5, 3, -5, 10, 7, Infinity]);
    assert.deepEqual(layer.backward(gradient).toArray(), [2, -2, 1, 6, -0, 20, 0, NaN]);
  });

  test('is the derivative of forward: a step in x changes y by it', () => {
    const values = [0.5, -1, 2, 3, -4, 5, 6, -7];
    const run = (input) => {
      const layer = layerOf(0.3);
      const y = layer.forward(tensor(input, { dtype: 'float64' })).toArray();
      return { y, slope: layer.backward(ones([8], { dtype: 'float64' })).toArray() };
    };
    const { y, slope } = run(values);
    for (let i = 0; i < values.length; ++i) {
      // A power of two, and forward is linear: nothing is rounded but the product.
      const moved = run(values.with(i, values[i] + 2 ** -10)).y;
      for (let j = 0; j < values.length; ++j) {
        const expected = i === j ? slope[i] : 0;
        assert.ok(Math.abs((moved[j] - y[j]) * 2 ** 10 - expected) < 1e-9, `dy[${j}] / dx[${i}]`);
      }
    }
  });

  test('returns the gradient itself where forward returned its input unchanged', () => {
    const gradient = ones([8]);
    for (const layer of [layerOf(0.5).eval(), layerOf(0)]) {
      layer.forward(x);
      assert.equal(layer.backward(gradient), gradient);
    }
  });

  test('is zero for p = 1', () => {
    const layer = layerOf(1);
    layer.forward(x);
    assert.deepEqual(layer.backward(ones([8])).toArray(), new Array(8).fill(0));
  });

  test('leaves the gradient alone also when forward was in place', () => {
    const layer = layerOf(0.5, { inplace: true });
    layer.forward(x.clone());
    const gradient = ones([8]);
    assert.deepEqual(
      layer.backward(gradient).toArray(),
      KEPT.map((kept) => 2 * kept),
    );
    assert.deepEqual(gradient.toArray(), new Array(8).fill(1));
  });

  test('is that of the last forward, whatever has become of p, the mode and the input', () => {
    const layer = layerOf(0.5);
    const input = x.clone();
    layer.forward(input);
    input.dispose();
    layer.p = 0.9;
    layer.eval();
    assert.deepEqual(
      layer.backward(ones([8])).toArray(),
      KEPT.map((kept) => 2 * kept),
    );
  });
});

describe('scale()', () => {
  test('is what survivors are multiplied by, as the dtype rounds it', () => {
    for (const p of [0.1, 0.3, 0.5, 0.7, 0.9999999]) {
      const keep = 1 - p;
      assert.equal(layerOf(p).scale(), Math.fround(1 / Math.fround(keep)), `p = ${p}`);
      assert.equal(layerOf(p).scale('float64'), 1 / keep, `p = ${p}`);
    }
  });

  test('is 1 for p = 0, infinite for p = 1 and follows p', () => {
    const layer = layerOf(0);
    assert.equal(layer.scale(), 1);
    layer.p = 1;
    assert.equal(layer.scale(), Infinity);
  });
});

describe('p', () => {
  test('can be set, and holds from the next forward on', () => {
    const layer = layerOf(0.5);
    layer.p = 1;
    assert.equal(layer.p, 1);
    assert.deepEqual(layer.forward(x).toArray(), new Array(8).fill(0));
    layer.p = 0;
    assert.equal(layer.forward(x), x);
  });

  test('is a half by default', () => {
    assert.equal(new Dropout().p, 0.5);
  });

  test('may be NaN until forward is called, as in PyTorch', () => {
    const layer = layerOf(0.5);
    layer.p = NaN;
    assert.equal(String(layer), 'Dropout(p=nan, inplace=False)');
    assert.throws(() => layer.forward(x), { code: 'probability' });
    assert.throws(() => layer.eval().forward(x), { code: 'probability' });
    layer.p = 0.5;
    assert.deepEqual(layer.train().forward(x).toArray(), [2, 4, 6, 8, 0, 12, 0, 0]);
  });
});

test("the repr is PyTorch's, with p as it was given", () => {
  const repr = (p, options) => String(new Dropout(p, options));
  assert.equal(repr(0.1 + 0.2, { inplace: true }), 'Dropout(p=0.30000000000000004, inplace=True)');
  assert.equal(repr(true), 'Dropout(p=True, inplace=False)');
  assert.equal(repr(1e-7), 'Dropout(p=1e-07, inplace=False)');
  assert.equal(repr(0.00001), 'Dropout(p=1e-05, inplace=False)');
  assert.equal(repr(0.0001), 'Dropout(p=0.0001, inplace=False)');
  assert.equal(repr(5e-324), 'Dropout(p=5e-324, inplace=False)');
  assert.equal(repr(-0), 'Dropout(p=-0.0, inplace=False)');
});

test('a layer without a generator drops too', () => {
  const y = new Dropout(0.5).forward(ones([1000]));
  // Its seed is random: this fails by chance once in 10^20 runs, beyond nine standard deviations.
  assert.ok(Math.abs(y.mean() - 1) < 0.3);
});
