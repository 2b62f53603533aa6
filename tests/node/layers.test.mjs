// The six layers: which elements share a decision, how each is written, and why it decided so.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, load } from 'dropout-playground';
import { readCases } from './fixtures.mjs';

const api = await load();
const { tensor, ones, zeros, Dropout, AlphaDropout, Dropout1d, Dropout3d, Generator } = api;

// A layer's class, the shape of an input, batched or not, and that of its mask.
const LAYERS = [
  ['Dropout', [2, 3, 4], [2, 3, 4]],
  ['Dropout', [], []],
  ['Dropout1d', [2, 5, 3], [2, 5, 1]],
  ['Dropout1d', [5, 3], [5, 1]],
  ['Dropout2d', [2, 4, 2, 3], [2, 4, 1, 1]],
  ['Dropout2d', [4, 2, 3], [4, 2, 1]],
  ['Dropout3d', [2, 3, 2, 1, 2], [2, 3, 1, 1, 1]],
  ['Dropout3d', [5, 2, 2, 1], [5, 1, 1, 1]],
  ['AlphaDropout', [4, 6], [4, 6]],
  ['FeatureAlphaDropout', [3, 4, 2], [3, 4, 1]],
  ['FeatureAlphaDropout', [2, 3, 2, 2], [2, 3, 1, 1]],
];

const layerOf = (name, p = 0.5, options = {}) =>
  new api[name](p, { generator: new Generator('torch-cpu').manualSeed(42), ...options });

describe('a layer is written as PyTorch writes it', () => {
  const reprs = readCases('torch-errors.json').filter(({ torch_2_14: { ok } }) =>
    /^\w*Dropout\w*\(/.test(ok),
  );

  test('the fixture has not shrunk unseen', () => assert.equal(reprs.length, 9));

  for (const { expression, torch_2_14: torch } of reprs) {
    test(expression, () => {
      const [, name, argument] = expression.match(/^nn\.(\w+)\((.*)\)$/);
      const p = { '': undefined, nan: NaN, True: true }[argument] ?? (argument && Number(argument));
      assert.equal(String(argument === '' ? new api[name]() : new api[name](p)), torch.ok);
    });
  }

  for (const name of new Set(LAYERS.map(([layer]) => layer))) {
    test(name, () => {
      assert.equal(String(new api[name](0.25)), `${name}(p=0.25, inplace=False)`);
      assert.equal(String(new api[name](0.25, { inplace: true })), `${name}(p=0.25, inplace=True)`);
      assert.equal(new api[name]().p, 0.5);
      assert.equal(new api[name]() instanceof api[name], true);
    });
  }
});

for (const [name, shape, maskShape] of LAYERS) {
  describe(`${name} of [${shape}]`, () => {
    test(`has a mask of [${maskShape}]`, () => {
      for (const dtype of ['float32', 'float64']) {
        const layer = layerOf(name);
        const y = layer.forward(ones(shape, { dtype }));
        assert.deepEqual([...layer.mask.shape], maskShape);
        assert.deepEqual([...y.shape], shape);
        assert.deepEqual([layer.mask.dtype, y.dtype], [dtype, dtype]);
      }
    });

    test('gives the elements of a channel the same', () => {
      const layer = layerOf(name);
      const y = layer.forward(ones(shape)).toTypedArray();
      const mask = layer.mask.toTypedArray();
      const inner = y.length / mask.length;
      const survivor = y[mask.indexOf(1) * inner];
      y.forEach((value, i) => {
        assert.equal(value === survivor, mask[Math.floor(i / inner)] === 1, `element ${i}`);
      });
    });

    test('draws() tells why', () => {
      const layer = layerOf(name);
      assert.equal(layer.draws(), null);
      layer.forward(ones(shape));
      const draws = layer.draws();
      assert.deepEqual(draws.shape, maskShape);
      assert.deepEqual([...draws.kept], [...layer.mask.toTypedArray()]);
      assert.equal(draws.threshold, 0.5);
      draws.uniforms.forEach((uniform, i) => {
        assert.equal(uniform < draws.threshold, draws.kept[i] === 1);
      });
      assert.equal(draws.scale, layer.scale());
      assert.ok(Object.isFrozen(draws));
    });

    test('in eval and for p = 0 returns its input, draws nothing and keeps all', () => {
      const x = ones(shape);
      for (const layer of [layerOf(name).eval(), layerOf(name, 0)]) {
        assert.equal(layer.forward(x), x);
        assert.equal(layer.draws(), null);
        assert.ok(layer.mask.toTypedArray().every((kept) => kept === 1));
        assert.equal(layer.backward(x), x);
      }
    });

    test('for p = 1 drops all', () => {
      const layer = layerOf(name, 1);
      assert.ok(layer.forward(ones(shape)).equal(zeros(shape)));
      assert.equal(layer.draws(), null);
      assert.ok(layer.mask.toTypedArray().every((kept) => kept === 0));
      assert.ok(layer.backward(ones(shape)).equal(zeros(shape)));
    });

    test('in place changes its input into what it would return', () => {
      const x = ones(shape);
      const y = layerOf(name).forward(x);
      assert.equal(layerOf(name, 0.5, { inplace: true }).forward(x), x);
      assert.ok(x.equal(y));
    });

    test('sends the gradient through mask and scale, broadcast', () => {
      const layer = layerOf(name, 0.3);
      layer.forward(ones(shape));
      const mask = layer.mask.toTypedArray();
      const gradient = layer.backward(ones(shape)).toTypedArray();
      const inner = gradient.length / mask.length;
      gradient.forEach((value, i) => {
        assert.equal(value, mask[Math.floor(i / inner)] * layer.scale());
      });
    });
  });
}

test('the layers of channels draw once a channel: those behind them go on from there', () => {
  for (const [name, shape, maskShape] of LAYERS) {
    const generator = new Generator('torch-cpu').manualSeed(42);
    new api[name](0.5, { generator }).forward(ones(shape));
    const drawn = new Generator('torch-cpu').manualSeed(42);
    drawn.rand(maskShape, { dtype: 'float64' });
    assert.deepEqual(generator.state, drawn.state, `${name} of [${shape}]`);
  }
});

describe('the alpha layers', () => {
  test('keep the mean and variance of normal inputs', () => {
    const generator = new Generator('torch-cpu').manualSeed(42);
    const x = generator.randn([100_000]);
    const y = new AlphaDropout(0.2, { generator }).forward(x);
    // The seed is fixed; the bounds are five standard errors of a normal's.
    assert.ok(Math.abs(y.mean()) < 5 / Math.sqrt(x.size), `${y.mean()}`);
    assert.ok(Math.abs(y.variance() - 1) < 5 * Math.sqrt(2 / x.size), `${y.variance()}`);
  });

  test('scale survivors by a, not by 1 / (1 - p)', () => {
    const p = 0.3;
    const a = 1 / Math.sqrt((1.7580993408473766 ** 2 * p + 1) * (1 - p));
    const layer = layerOf('AlphaDropout', p);
    assert.equal(layer.scale('float64'), a);
    assert.equal(layer.scale(), Math.fround(a));
  });
});

describe('an input of the wrong rank is refused in the words of PyTorch', () => {
  const wrong = { name: 'RangeError', code: 'value' };

  test('by Dropout1d also in eval mode', () => {
    const message = /^dropout1d: Expected 2D or 3D input, but received a 1D input\. /;
    for (const layer of [layerOf('Dropout1d'), layerOf('Dropout1d').eval()]) {
      assert.throws(() => layer.forward(ones([5])), { ...wrong, message });
    }
  });

  test('by the other layers of channels in training only', () => {
    const message = 'Feature dropout requires at least 2 dimensions in the input';
    for (const name of ['Dropout2d', 'FeatureAlphaDropout']) {
      assert.throws(() => layerOf(name).forward(ones([5])), { ...wrong, message });
      const x = ones([5]);
      assert.equal(layerOf(name).eval().forward(x), x);
    }
    assert.throws(() => layerOf('Dropout3d').forward(ones([])), { ...wrong, message });
  });

  test('and leaves the layer and its generator as they were', () => {
    const generator = new Generator('torch-cpu').manualSeed(42);
    const { state } = generator;
    const layer = new Dropout1d(0.5, { generator });
    assert.throws(() => layer.forward(ones([5])), wrong);
    assert.equal(layer.mask, null);
    assert.deepEqual(generator.state, state);
  });
});

test('without a batch a layer does what it does to a batch of one', () => {
  for (const [Layer, shape] of [
    [Dropout1d, [5, 3]],
    [Dropout3d, [5, 2, 2, 1]],
  ]) {
    const run = (extents) =>
      new Layer(0.5, { generator: new Generator('torch-cpu').manualSeed(7) })
        .forward(ones(extents))
        .toTypedArray();
    assert.deepEqual(run(shape), run([1, ...shape]));
  }
});

describe('draws()', () => {
  test('of every engine reproduces the decisions from its numbers', () => {
    for (const engine of ENGINES) {
      for (const p of [0.1, 0.5, 0.9]) {
        const generator = new Generator(engine).manualSeed(5);
        const layer = new Dropout(p, { generator });
        layer.forward(ones([1000]));
        const { shape, uniforms, threshold, kept, scale } = layer.draws();
        assert.deepEqual(shape, [1000]);
        assert.equal(scale, layer.scale());
        if (engine === 'fast') {
          assert.ok(Number.isNaN(threshold), 'nothing is compared');
          assert.ok(uniforms.every((uniform, i) => uniform === uniforms[i - (i % 4)]));
          continue;
        }
        uniforms.forEach((uniform, i) => {
          assert.ok(uniform >= 0 && uniform <= 1);
          const isKept =
            engine === 'tfjs'
              ? Math.fround(uniform + Math.fround(1 - threshold)) >= 1
              : uniform < threshold;
          assert.equal(isKept, kept[i] === 1, `${engine}, ${uniform}`);
        });
        assert.ok(Math.abs(threshold - (engine === 'tfjs' ? p : 1 - p)) < 1e-7, engine);
      }
    }
  });

  test('is of the last forward, whatever has become of the generator', () => {
    const generator = new Generator('torch-cpu').manualSeed(42);
    const layer = new Dropout(0.5, { generator });
    layer.forward(tensor([1, 2, 3]));
    const draws = layer.draws();
    generator.manualSeed(1);
    layer.p = 0.1;
    assert.deepEqual(layer.draws(), draws);
    assert.equal(draws.scale, 2);
    layer.eval().forward(tensor([1, 2, 3]));
    assert.equal(layer.draws(), null);
  });

  // torch.manual_seed(42); torch.rand(3, dtype=torch.float64)
  test('shows the very uniforms that rand draws in float64', () => {
    const layer = layerOf('Dropout');
    layer.forward(ones([500]));
    const rand = new Generator('torch-cpu').manualSeed(42).rand([500], { dtype: 'float64' });
    assert.deepEqual(layer.draws().uniforms, rand.toTypedArray());
  });
});
