// forwardAsync(): the same bits as forward, in slices, with progress and a way to stop.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { inFreshProcess } from './fresh-process.mjs';

const { Dropout, Dropout2d, Generator, ones, full, arange } = await load();
const MIB = 2 ** 20;

describe('forwardAsync', () => {
  for (const engine of ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda', 'jax', 'numpy', 'fast']) {
    test(`gives what forward gives, with ${engine}`, async () => {
      const x = full([2, 300_001], -1.5);
      const [a, b] = [1, 2].map(() => new Generator(engine).manualSeed(7));
      const whole = new Dropout(0.3, { generator: a });
      const sliced = new Dropout(0.3, { generator: b });
      for (let call = 0; call < 2; ++call) {
        const expected = whole.forward(x);
        const y = await sliced.forwardAsync(x);
        assert.deepEqual(y.shape, x.shape);
        assert.ok(y.equal(expected));
        assert.ok(sliced.mask.equal(whole.mask));
      }
      assert.deepEqual(a.state, b.state);
    });
  }

  test('gives x itself where forward does', async () => {
    const x = ones([100]);
    assert.equal(await new Dropout(0.5).eval().forwardAsync(x), x);
    assert.equal(await new Dropout(0).forwardAsync(x), x);
    assert.equal(await new Dropout(0.5, { inplace: true }).forwardAsync(x), x);
    assert.ok(x.toArray().every((value) => value === 0 || value === 2));
    assert.equal((await new Dropout2d(0.5).forwardAsync(ones([2, 3, 4, 4]))).size, 96);
  });

  test('tells how far it is, and lets the program go on meanwhile', async () => {
    const x = ones([4_000_000]);
    const told = [];
    let ticks = 0;
    const timer = setInterval(() => ++ticks, 1);
    const layer = new Dropout(0.5, { generator: new Generator('jax') });
    const y = await layer.forwardAsync(x, { onProgress: (progress) => told.push(progress) });
    clearInterval(timer);
    assert.ok(told.length > 2 && ticks > 0);
    assert.ok(told.every(({ done }, i) => done > (told[i - 1]?.done ?? 0)));
    assert.deepEqual(told.at(-1), { done: x.size, total: x.size });
    x.dispose();
    y.dispose();
  });

  test('stops, and leaves layer and generator as they were', async () => {
    const x = ones([2_000_000]);
    const generator = new Generator('torch-cpu').manualSeed(1);
    const layer = new Dropout(0.5, { generator });
    layer.forward(arange(0, 3, 1, { dtype: 'float32' }));
    const before = generator.state;
    const mask = layer.mask.toArray();
    const controller = new AbortController();
    await assert.rejects(
      layer.forwardAsync(x, { signal: controller.signal, onProgress: () => controller.abort() }),
      { name: 'AbortError' },
    );
    assert.deepEqual(generator.state, before);
    assert.deepEqual(layer.mask.toArray(), mask);
    await assert.rejects(layer.forwardAsync(x, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });

  test('says what is wrong by a rejection', async () => {
    await assert.rejects(new Dropout(Number.NaN).forwardAsync(ones([2])), { code: 'probability' });
    await assert.rejects(new Dropout().forwardAsync([1, 2]), { code: 'type' });
    const x = ones([1_000_000]);
    const layer = new Dropout(0.5, { generator: new Generator('jax') });
    const disposed = layer.forwardAsync(x, { onProgress: () => x.dispose() });
    await assert.rejects(disposed, { code: 'state' });
    const generator = new Generator('torch-cpu').manualSeed(1);
    const used = new Dropout(0.5, { generator });
    const other = new Dropout(0.5, { generator });
    const small = ones([10]);
    await assert.rejects(
      used.forwardAsync(ones([200_000]), { onProgress: () => other.forward(small) }),
      { code: 'state', message: /generator was used/ },
    );
    assert.equal((await used.forwardAsync(small)).size, 10, 'all goes on working');
  });
});

describe('16 million elements', () => {
  for (const engine of ['torch-cpu', 'fast']) {
    test(`take the memory of input and output and 1 MB at most, with ${engine}`, async () => {
      const { bytes, kept } = await inFreshProcess(
        async (engine) => {
          const { load } = await import('dropout-playground');
          const { ones, Dropout, Generator } = await load();
          const layer = new Dropout(0.25, { generator: new Generator(engine).manualSeed(1) });
          layer.forward(ones([16])).dispose();
          const x = ones([16_000_000]);
          const y = await layer.forwardAsync(x);
          const kept = y.sum() / (4 / 3) / x.size;
          y.dispose();
          // What is allocated after such a pass lies where the output lay, and nothing beyond it: so
          // nothing else was as large.
          const gradient = layer.backward(x);
          const end = gradient.view().byteOffset + gradient.size * 4;
          const free = ones([2 ** 20]).view().byteOffset;
          return { bytes: Math.max(end, free + 2 ** 22) - x.view().byteOffset, kept };
        },
        { args: [engine] },
      );
      assert.ok(Math.abs(kept - 0.75) < 5 * Math.sqrt((0.75 * 0.25) / 16e6));
      assert.ok(bytes <= 2 * 64_000_000 + 5 * MIB, `${bytes / MIB} MiB, with a probe of 4`);
    });
  }

  test('that do not fit are an error after which all goes on', async () => {
    const result = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      const { ones, Dropout } = await load();
      const layer = new Dropout(0.5);
      const held = [];
      const codes = [];
      for (let i = 0; i < 40; ++i) {
        try {
          held.push(ones([16_000_000]));
        } catch (error) {
          codes.push(error.code);
          break;
        }
      }
      try {
        await layer.forwardAsync(held[0]);
      } catch (error) {
        codes.push(error.code);
      }
      for (const x of held.slice(1)) x.dispose();
      const y = await layer.forwardAsync(held[0]);
      return { codes, size: y.size, kept: y.sum() / 2 / y.size };
    });
    assert.deepEqual(result.codes, ['memory', 'memory']);
    assert.equal(result.size, 16_000_000);
    assert.ok(Math.abs(result.kept - 0.5) < 0.001);
  });
});
