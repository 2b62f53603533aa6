// Dropout by hand, bit for bit as PyTorch and NumPy computed it, and where it leaves the generator.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { fromHex, readCases, toHex } from './fixtures.mjs';

const { Dropout, Dropout2d, Generator, ones, tensor } = await load();

describe('by hand', () => {
  for (const { id, engine, form, seed, p, size, hex, after } of readCases('hand-dropout.json')) {
    test(id, () => {
      const dtype = engine === 'torch-cpu' ? 'float32' : 'float64';
      const engines = engine === 'torch-cpu' ? [engine, 'torch-cpu-mkl'] : [engine];
      for (const name of engines) {
        const generator = new Generator(name, { form }).manualSeed(BigInt(seed));
        const numbers = Array.from({ length: size }, (_, i) => (i - 3) / 3);
        const x = tensor(numbers.map(dtype === 'float32' ? Math.fround : Number), { dtype });
        const y = new Dropout(p, { generator }).forward(x);
        assert.deepEqual(toHex(dtype, y.toTypedArray()), hex, name);
        const [next] = generator.rand([1]).toTypedArray();
        assert.equal(next, fromHex(dtype, after)[0], name);
      }
    });
  }

  test('has one layer, and the forms of its framework', () => {
    const generator = new Generator('torch-cpu', { form: 'rand>p' });
    assert.throws(() => new Dropout2d(0.5, { generator }), /by hand has no Dropout2d/);
    assert.throws(() => new Generator('torch-cpu', { form: 'binomial' }), {
      message: "torch-cpu has no form 'binomial'; it has 'layer', 'rand<keep', 'rand>p'",
    });
    assert.throws(() => new Generator('jax', { form: 'rand>p' }), { code: 'engine' });
  });

  test('explains its draws', () => {
    const generator = new Generator('torch-cpu', { form: 'rand>p' }).manualSeed(0);
    const layer = new Dropout(0.3, { generator });
    layer.forward(ones([8]));
    const { uniforms, threshold, kept } = layer.draws();
    assert.equal(threshold, Math.fround(0.3));
    assert.deepEqual(
      Array.from(kept),
      Array.from(uniforms, (uniform) => Number(uniform > threshold)),
    );
  });
});
