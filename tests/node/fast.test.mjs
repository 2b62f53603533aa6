// The engine `fast` against its definition, written a second time in ./fast-oracle.mjs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { fastMask } from './fast-oracle.mjs';

const { AlphaDropout, Dropout, Dropout2d, Generator, identify, ones, parse } = await load();

const layerOf = (seed, p) => new Dropout(p, { generator: new Generator('fast').manualSeed(seed) });

describe('fast', () => {
  for (const [seed, p] of [
    [42, 0.5],
    [42, 0.3],
    [0, 0.1],
    [-1, 0.75],
    [2n ** 63n + 5n, 0.999],
    [7, 1e-6],
  ]) {
    test(`draws what its definition says, with seed ${seed} and p = ${p}`, () => {
      const layer = layerOf(seed, p);
      for (const [call, size] of [1, 3, 255, 256, 257, 1000, 2051].entries()) {
        layer.forward(ones([size])).dispose();
        assert.deepEqual(layer.mask.toArray(), fastMask(seed, call, p, size), `${size} elements`);
      }
    });
  }

  test('decides element i by seed, call and i alone', () => {
    const short = layerOf(3, 0.3);
    const long = layerOf(3, 0.3);
    short.forward(ones([100]));
    long.forward(ones([100_000]));
    assert.deepEqual(long.mask.toArray().slice(0, 100), short.mask.toArray());
  });

  test('has the layers of PyTorch, in float64 too', () => {
    const generator = new Generator('fast').manualSeed(1);
    assert.equal(new Dropout2d(0.5, { generator }).forward(ones([2, 3, 4, 4])).size, 96);
    assert.equal(new AlphaDropout(0.5, { generator }).forward(ones([5])).size, 5);
    const layer = layerOf(9, 0.3);
    const wide = layerOf(9, 0.3);
    layer.forward(ones([500]));
    wide.forward(ones([500], { dtype: 'float64' }));
    assert.deepEqual(wide.mask.toArray(), layer.mask.toArray());
  });

  test('makes no tensors', () => {
    const generator = new Generator('fast');
    assert.throws(() => generator.rand([2]), { name: 'RangeError', code: 'engine' });
    assert.throws(() => parse('torch.rand(2)', { generator }), { code: 'text', message: /fast/ });
  });

  test('is searched only when it is asked for', async () => {
    const layer = layerOf(12, 0.5);
    const input = ones([64]);
    const output = layer.forward(input);
    const seeds = { from: 0, to: 100 };
    const asked = await identify({ input, output, seeds, engines: ['fast'] });
    assert.deepEqual(
      asked.matches.map(({ engine, seed, call, skip }) => [engine, seed, call, skip]),
      [['fast', 12, 1, 0]],
    );
    const all = await identify({ input, output, seeds });
    assert.ok(all.engines.length > 8 && all.engines.every(({ engine }) => engine !== 'fast'));
  });
});
