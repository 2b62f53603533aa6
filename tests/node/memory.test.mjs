// The module's memory: it does not grow with use, what is forgotten is freed, and growth breaks
// nothing. Each claim in a process of its own, whose memory nobody else has used.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inFreshProcess } from './fresh-process.mjs';
import { dropout, MersenneTwister } from './torch-cpu-oracle.mjs';

const MIB = 2 ** 20;

describe('what is disposed of', () => {
  test('leaves the memory as it was, after 100,000 cycles', async () => {
    const { before, after } = await inFreshProcess(
      async () => {
        const { load } = await import('dropout-playground');
        const { ones, Dropout, Generator } = await load();

        const cycle = () => {
          const generator = new Generator('torch-cpu').manualSeed(42);
          const layer = new Dropout(0.5, { generator });
          const x = ones([16]);
          const y = layer.forward(x);
          for (const object of [y, x, layer, generator]) object.dispose();
        };

        // A leak of one byte a cycle would push the next large tensor to a higher address.
        const measure = () => {
          const probe = ones([2 ** 18]);
          const { buffer, byteOffset } = probe.view();
          probe.dispose();
          gc();
          return { bytes: buffer.byteLength, byteOffset, heap: process.memoryUsage().heapUsed };
        };

        for (let i = 0; i < 1000; ++i) cycle();
        // Twice, since with the first the module makes room for what it tells of a tensor.
        measure();
        const before = measure();
        for (let i = 0; i < 100_000; ++i) cycle();
        return { before, after: measure() };
      },
      { flags: ['--expose-gc'] },
    );
    assert.equal(after.bytes, before.bytes);
    assert.equal(after.byteOffset, before.byteOffset);
    assert.ok(
      after.heap - before.heap < 2 * MIB,
      `JavaScript's heap grew by ${after.heap - before.heap}`,
    );
  });
});

describe('what fails', { concurrency: 2 }, () => {
  // An error leaves the C++ functions without their ends: each would keep its part of the stack, of which
  // there are 512 KB, and no part is less than 16 bytes.
  const fail = (kind) =>
    inFreshProcess(
      async (kind) => {
        const { load } = await import('dropout-playground');
        const { ones, parse, Dropout2d, Generator } = await load();
        const x = ones([1]);
        const layer = new Dropout2d(0.5);
        const numpy = new Generator('numpy');
        const long = `?${' '.repeat(1200)}`; // Wrong from its beginning, so that reading it takes no time.
        const kinds = {
          'a call of a layer': () => layer.forward(x),
          'the making of a layer': () => new Dropout2d(0.5, { generator: numpy }),
          'a text': () => parse('[1, '),
          'a long text': () => parse(long),
          'a draw': () => parse('torch.rand(2)', { generator: numpy }),
        };
        const errors = new Set();
        Error.stackTraceLimit = 0; // JavaScript's, which takes longer than all else and tells nothing here.
        const failOften = (times) => {
          for (let i = 0; i < times; ++i) {
            try {
              kinds[kind]();
            } catch (error) {
              errors.add(error.code ?? String(error));
            }
          }
          const probe = ones([2 ** 18]);
          const { buffer, byteOffset } = probe.view();
          probe.dispose();
          return { bytes: buffer.byteLength, byteOffset };
        };
        failOften(1); // The first look at a tensor makes a small buffer, which stays.
        const before = failOften(1000);
        return { before, after: failOften(35_000), errors: [...errors] };
      },
      { args: [kind] },
    );
  const codes = {
    'a call of a layer': 'value',
    'the making of a layer': 'engine',
    'a text': 'text',
    'a long text': 'text',
    'a draw': 'text',
  };
  for (const [kind, code] of Object.entries(codes)) {
    test(`${kind} leaves the instance usable and no larger, 35,000 times`, async () => {
      const { before, after, errors } = await fail(kind);
      assert.deepEqual(errors, [code]);
      assert.deepEqual(after, before);
    });
  }
});

describe('what is forgotten', { concurrency: 2 }, () => {
  const forget = (kind) =>
    inFreshProcess(
      async (kind, count) => {
        const { load } = await import('dropout-playground');
        const { ones, zeros, Dropout, Generator } = await load();
        const generator = new Generator('torch-cpu').manualSeed(42);
        const kinds = {
          tensors: () => zeros([2 ** 18]),
          outputs: ({ x }) => new Dropout(0.5, { generator }).forward(x),
          masks: ({ layer }) => layer.mask,
          generators: () => Array.from({ length: 400 }, () => new Generator('torch-cpu')),
        };

        const x = ones([2 ** 18]);
        const layer = new Dropout(0.5, { generator });
        layer.forward(x);
        for (let i = 0; i < count; ++i) {
          kinds[kind]({ x, layer });
          if (i % 8 === 0) {
            gc();
            // Finalizers run between macrotasks.
            await new Promise(setImmediate);
          }
        }
        return { bytes: x.view().buffer.byteLength, sum: x.sum() };
      },
      { args: [kind, 96], flags: ['--expose-gc'] },
    );

  // 96 MiB each, of which 8 at a time are forgotten and not yet collected.
  for (const kind of ['tensors', 'outputs', 'masks', 'generators']) {
    test(`is freed by the finalizer: ${kind}`, async () => {
      const { bytes, sum } = await forget(kind);
      assert.ok(bytes < 48 * MIB, `the memory has grown to ${bytes / MIB} MiB`);
      assert.equal(sum, 2 ** 18);
    });
  }
});

describe('when the memory grows', { concurrency: 2 }, () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];

  test('a tensor keeps its elements, a layer its mask and a generator its place', async () => {
    const program = async (values) => {
      const { load } = await import('dropout-playground');
      const { ones, tensor, Dropout, Generator } = await load();
      const generator = new Generator('torch-cpu').manualSeed(42);
      const layer = new Dropout(0.5, { generator });
      const x = tensor(values);
      layer.forward(x);
      const before = x.view().buffer.byteLength;
      const big = ones([2 ** 25]);
      const after = x.view().buffer.byteLength;
      return {
        grew: after > before,
        print: String(x),
        mask: String(layer.mask),
        next: layer.forward(x).toArray(),
        sum: big.sum(),
      };
    };
    const twister = new MersenneTwister(42);
    dropout(twister, values, 0.5);
    const next = dropout(twister, values, 0.5);
    assert.deepEqual(await inFreshProcess(program, { args: [values] }), {
      grew: true,
      print: 'tensor([1., 2., 3., 4., 5., 6., 7., 8.])',
      mask: 'tensor([1., 1., 1., 1., 0., 1., 0., 0.])',
      next,
      sum: 2 ** 25,
    });
  });

  test('an earlier view() becomes empty, as its documentation says, and a new one is right', async () => {
    const result = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      const { ones, tensor } = await load();
      const x = tensor([1, 2, 3]);
      const view = x.view();
      ones([2 ** 25]);
      return { earlier: view.length, later: Array.from(x.view()) };
    });
    assert.deepEqual(result, { earlier: 0, later: [1, 2, 3] });
  });

  test('view() gives another array, and until then always the same, also of an empty tensor', async () => {
    const result = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      const { ones, tensor } = await load();
      const x = tensor([1, 2, 3]);
      const empty = ones([0]);
      const view = x.view();
      const same = [x.view() === view, ones([4]).view() === view, x.view() === view];
      empty.view();
      ones([2 ** 25]);
      const later = x.view();
      later[0] = 7;
      return {
        same,
        afterwards: later === view,
        stays: x.view() === later,
        sum: x.sum(),
        // Of a detached array there is no copy.
        copies: [empty.toTypedArray().length, x.toTypedArray().length],
      };
    });
    assert.deepEqual(result, {
      same: [true, false, true],
      afterwards: false,
      stays: true,
      sum: 12,
      copies: [0, 3],
    });
  });

  test('a view() that went empty is no tensor', async () => {
    const error = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      const { ones, tensor } = await load();
      const view = ones([4]).view();
      ones([2 ** 25]);
      try {
        return String(tensor(view, { shape: [4] }));
      } catch ({ code, message }) {
        return { code, message };
      }
    });
    assert.deepEqual(error, {
      code: 'state',
      message: 'the elements are a view() that went empty when memory grew: copy them first',
    });
  });

  test('toTypedArray() is a copy that stays', async () => {
    const copy = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      const { ones, tensor } = await load();
      const copy = tensor([1, 2, 3]).toTypedArray();
      ones([2 ** 25]);
      return Array.from(copy);
    });
    assert.deepEqual(copy, [1, 2, 3]);
  });
});
