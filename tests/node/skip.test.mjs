// skip(): what a program draws before its layer is made. The outputs are PyTorch's and NumPy's.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';

const { ones, parse, Generator, Dropout } = await load();

describe('skip()', () => {
  test('passes over the words of a layer made before', () => {
    // torch.manual_seed(0); torch.nn.Linear(3, 4); torch.nn.Dropout(0.5)(torch.ones(3, 4)): PyTorch 1.13
    const generator = new Generator('torch-cpu').manualSeed(0).skip(3 * 4 + 4);
    assert.equal(
      String(new Dropout(0.5, { generator })(ones([3, 4]))),
      'tensor([[0., 2., 2., 2.],\n        [2., 0., 2., 2.],\n        [2., 2., 0., 0.]])',
    );
  });

  test('of NumPy passes over what bytes() takes', () => {
    // NumPy 1.24: np.random.seed(0); np.random.bytes(4 * 5); np.random.rand(4)
    const legacy = new Generator('numpy').manualSeed(0).skip(5);
    const rounded = (x) => Array.from(x.toTypedArray(), (value) => value.toFixed(8));
    assert.deepEqual(rounded(legacy.rand([4])), [
      '0.85794562',
      '0.84725174',
      '0.62356370',
      '0.38438171',
    ]);
    // r = np.random.default_rng(0); r.bytes(4 * 5); r.random(4), r.random(3, dtype=np.float32)
    const rng = new Generator('numpy-pcg64').manualSeed(0).skip(5n);
    assert.deepEqual(rounded(rng.rand([4])), [
      '0.01652764',
      '0.81327024',
      '0.91275558',
      '0.60663578',
    ]);
    assert.deepEqual(rounded(rng.rand([3], { dtype: 'float32' })), [
      '0.04097348',
      '0.97074282',
      '0.72949654',
    ]);
  });

  test('in pieces is the same as at once', () => {
    for (const engine of [
      'torch-cpu',
      'torch-cpu-mkl',
      'numpy',
      'numpy-pcg64',
      'flax-nnx',
      'flax-linen',
    ]) {
      const once = new Generator(engine).manualSeed(3).skip(1300);
      const pieces = new Generator(engine).manualSeed(3);
      for (const count of [1, 0, 622, 2, 675]) pieces.skip(count);
      assert.deepEqual(pieces.state, once.state, engine);
    }
  });

  test('of torch-cuda is for the generator of the CPU, whose numbers an expression draws', () => {
    const cuda = new Generator('torch-cuda').manualSeed(0).skip(20);
    const cpu = new Generator('torch-cpu').manualSeed(0).skip(20);
    const [onGpu, onCpu] = [cuda, cpu].map((generator) => parse('torch.rand(2, 4)', { generator }));
    assert.ok(onGpu.equal(onCpu));
    const untouched = new Generator('torch-cuda').manualSeed(0);
    const [one, other] = [cuda, untouched].map((generator) =>
      new Dropout(0.5, { generator })(ones([8])),
    );
    assert.ok(one.equal(other), 'the mask is drawn on the GPU');
    assert.throws(
      () => cuda.rand([2]),
      /torch-cuda: rand does not exist there or is not reproduced/,
    );
    const { state } = cuda;
    const next = parse('torch.rand(3)', { generator: cuda });
    cuda.state = state;
    assert.ok(parse('torch.rand(3)', { generator: cuda }).equal(next));
    assert.ok(
      parse('torch.rand(3)', { generator: cuda.clone() }).equal(
        parse('torch.rand(3)', { generator: cuda }),
      ),
    );
  });

  test('is refused where there is no stream, or no whole number', () => {
    for (const engine of ['jax', 'tfjs', 'fast']) {
      assert.throws(() => new Generator(engine).skip(1), {
        code: 'engine',
        message: `${engine} has no stream in which anything could be skipped`,
      });
    }
    for (const count of [-1, 1.5, '3', Number.NaN, 2n ** 64n]) {
      assert.throws(() => new Generator().skip(count), {
        code: 'value',
        message: `count must be a whole number from 0, but got ${count}`,
      });
    }
  });
});

// NumPy 1.24: np.random.default_rng([0, 42]).random(2)
test('a list is a seed of default_rng', () => {
  const rng = new Generator('numpy-pcg64').manualSeed([0, 42]);
  const [first, second] = rng.rand([2]).toArray();
  assert.equal(first.toFixed(8), '0.92659575');
  assert.equal(second.toFixed(8), '0.06964988');
});
