// identify(): the engine and the seed behind an output, how it reports and stops, and how many
// matches are chance.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, load, WELL_KNOWN_SEEDS } from 'dropout-playground';
import { readCases } from './fixtures.mjs';
import { MersenneTwister } from './torch-cpu-oracle.mjs';

const { identify, tensor, ones, Dropout, Generator } = await load();

const UP_TO_1999 = { from: 0, to: 1999 };

// What tells a match from others, without how it was made.
const brief = (matches) =>
  matches.map(({ engine, options, seed, call }) =>
    options ? { engine, options, seed, call } : { engine, seed, call },
  );

// What call number `call` of a seed makes of x.
function drop(x, { engine, options, seed, call, p = 0.5 }) {
  const generator = new Generator(engine, options).manualSeed(seed);
  const layer = new Dropout(p, { generator });
  for (let earlier = 1; earlier < call; ++earlier) layer.forward(x);
  return layer.forward(x);
}

describe('the outputs of github.com/rasbt/LLMs-from-scratch, issue 57', () => {
  const cases = new Map(readCases('public-outputs.json').map((entry) => [entry.id, entry]));
  const input = 'torch.ones(6, 6)';

  for (const [id, engine] of [
    ['llms-57-macos', 'torch-cpu'],
    ['llms-57-linux', 'torch-cpu-mkl'],
  ]) {
    test(`${id}: of all engines and the first 2000 seeds, it was ${engine} with seed 123`, async () => {
      const found = await identify({ input, output: cases.get(id).printed, seeds: UP_TO_1999 });
      assert.deepEqual(brief(found.matches), [{ engine, seed: 123, call: 1 }]);
      assert.equal(found.p, 0.5);
      assert.equal(found.known, 36);
      assert.ok(found.expectedByChance < 1e-5);
      assert.deepEqual(
        new Set(found.engines.map(({ engine }) => engine)),
        new Set(ENGINES.filter((name) => name !== 'fast')),
      );
    });
  }

  test('a Mac prints what no other of a million seeds gives', async () => {
    const output = String(drop(ones([6, 6]), { engine: 'torch-cpu', seed: 123 }));
    const found = await identify({ input, output, engines: ['torch-cpu'] });
    assert.deepEqual(brief(found.matches), [{ engine: 'torch-cpu', seed: 123, call: 1 }]);
    assert.equal(found.tried, 1_000_000 + WELL_KNOWN_SEEDS.length);
    const [{ expectedByChance }] = found.engines;
    assert.ok(Math.abs(expectedByChance / ((found.tried * 3) / 2 ** 36) - 1) < 1e-12);
  });
});

describe('a planted seed', () => {
  const x = tensor([[0.5, -1.25, 3, 0, 2.2]].concat(Array(7).fill([1, 2, -3, 4.5, 0.1])));

  const planted = [
    { engine: 'torch-cpu', seed: 1999, call: 3, p: 0.3 },
    { engine: 'torch-cpu-mkl', seed: 0, call: 2, p: 0.1 },
    { engine: 'torch-cuda', seed: 42, call: 3, p: 0.4 },
    { engine: 'jax', options: { partitionable: false }, seed: 7, call: 1, p: 0.2 },
    { engine: 'flax-linen', options: { path: 'Dropout_1' }, seed: 5, call: 2, p: 0.25 },
    { engine: 'flax-nnx', options: { version: '0.10' }, seed: 5, call: 1, p: 0.5 },
    { engine: 'flax-nnx', options: { version: '0.11' }, seed: 6, call: 3, p: 0.5 },
    { engine: 'numpy', seed: 1, call: 3, p: 0.3 },
    { engine: 'numpy-pcg64', seed: 1000, call: 3, p: 0.6 },
    { engine: 'tfjs', seed: 10, call: 1, p: 0.3 },
  ];
  for (const { p, ...match } of planted) {
    test(`is found with its p and its call, as printed: ${JSON.stringify(match)}`, async () => {
      const output = String(drop(x, { ...match, p }));
      const { engine, options } = match;
      const engines = [options ? { engine, options } : engine];
      const found = await identify({ input: x, output, engines, seeds: UP_TO_1999 });
      assert.deepEqual(brief(found.matches), [match]);
      assert.equal(found.p, p);
    });
  }

  test('may be any of a list, and is told as it was given', async () => {
    const seeds = [5, -3, { from: -12, to: -10 }, 2n ** 63n, 4294967295];
    for (const [seed, told] of [
      [5, 5],
      [-3n, -3],
      [-11, -11],
      [2n ** 63n, 2n ** 63n],
      [4294967295n, 4294967295],
    ]) {
      const output = drop(x, { engine: 'torch-cuda', seed });
      const found = await identify({ input: x, output, engines: ['torch-cuda'], seeds });
      assert.deepEqual(brief(found.matches), [{ engine: 'torch-cuda', seed: told, call: 1 }]);
      assert.equal(found.tried, 7);
    }
  });

  test('among the well-known ones is found without asking', async () => {
    assert.ok(WELL_KNOWN_SEEDS.every((seed) => seed > 999_999));
    const output = drop(x, { engine: 'torch-cpu', seed: 2147483647 });
    const { matches } = await identify({ input: x, output, engines: ['torch-cpu'] });
    assert.deepEqual(brief(matches), [{ engine: 'torch-cpu', seed: 2147483647, call: 1 }]);
  });
});

test('seeds that a framework does not take are not tried with it', async () => {
  const output = drop(ones([20]), { engine: 'numpy', seed: 3 });
  const engines = ['numpy', 'tfjs', 'jax', 'torch-cpu'];
  const seeds = [{ from: -2, to: 2 }, 2n ** 32n, 2n ** 64n - 1n];
  const found = await identify({ input: ones([20]), output, engines, seeds });
  assert.deepEqual(
    found.engines.map(({ tried }) => tried),
    [3, 4, 6, 7],
  );
  assert.equal(found.tried, 20);
});

test('float64 is searched in the engines that have it', async () => {
  const input = ones([30], { dtype: 'float64' });
  const output = drop(input, { engine: 'numpy-pcg64', seed: 99, p: 0.4 });
  const found = await identify({ input, output, seeds: UP_TO_1999 });
  assert.deepEqual(brief(found.matches), [{ engine: 'numpy-pcg64', seed: 99, call: 1 }]);
  assert.ok(found.engines.every(({ engine }) => /^(torch|numpy)/.test(engine)));
  await assert.rejects(identify({ input, output, engines: ['jax'] }), { code: 'engine' });
});

test('an input of whole numbers is what dropout takes: floats', async () => {
  const output = 'tensor([2., 4., 6., 0.])';
  const { known } = await identify({ input: 'tensor([1, 2, 3, 4])', output, seeds: [1] });
  assert.equal(known, 4);
});

test('tensors given to it stay as they are', async () => {
  const input = ones([8]);
  const output = drop(input, { engine: 'torch-cpu', seed: 1 });
  await identify({ input, output, seeds: [1] });
  assert.equal(input.sum(), 8);
  assert.equal(output.size, 8);
});

describe('chance', () => {
  // A seed gives an 8-element mask of p = 0.5 by chance once in 256. The masks are fixed, so this
  // cannot fail by chance; of masks drawn anew, four standard errors would fail 1 run in 16,000.
  for (const [engine, calls] of [
    ['torch-cpu', 2],
    ['torch-cpu-mkl', 2],
    ['torch-cuda', 1],
    ['numpy-pcg64', 1],
  ]) {
    test(`matches of ${engine} are as many as expected, over 64 masks of 8 elements`, async () => {
      const twister = new MersenneTwister(20261120);
      const masks = new Set();
      while (masks.size < 64) masks.add(twister.next() >>> 24);
      let matched = 0;
      let expected = 0;
      for (const mask of masks) {
        const output = Array.from({ length: 8 }, (_, i) => 2 * ((mask >> i) & 1));
        const [report] = (
          await identify({
            input: ones([8]),
            output,
            p: 0.5,
            engines: [engine],
            seeds: { from: 0, to: 4999 },
            calls,
            limit: 0,
          })
        ).engines;
        assert.equal(report.calls, calls);
        assert.ok(Math.abs(report.expectedByChance - (5000 * calls) / 256) < 1e-9);
        matched += report.matched;
        expected += report.expectedByChance;
      }
      assert.ok(Math.abs(matched - expected) < 4 * Math.sqrt(expected), `${matched}, ${expected}`);
    });
  }

  test('depends on p and on what is known', async () => {
    const input = [1, 1, 0, 1];
    const output = [1.25, 0, 0, 1.25];
    const seeds = { from: 0, to: 999 };
    const found = await identify({ input, output, engines: ['jax'], seeds });
    assert.equal(found.p, 0.2);
    assert.equal(found.known, 3);
    assert.ok(Math.abs(found.expectedByChance - 1000 * 0.8 * 0.2 * 0.8) < 1e-9);
  });

  test('fills a list no further than its limit, but all is counted', async () => {
    const search = { input: [1, 1, 1], output: [2, 0, 2], engines: ['torch-cpu', 'numpy'] };
    const seeds = { from: 0, to: 9999 };
    const found = await identify({ ...search, seeds, limit: 5 });
    const listed = (engine) => found.matches.filter((match) => match.engine === engine).length;
    assert.deepEqual([listed('torch-cpu'), listed('numpy')], [5, 5]);
    const all = await identify({ ...search, seeds, limit: 1e6 });
    assert.equal(
      all.matches.length,
      all.engines.reduce((sum, { matched }) => sum + matched, 0),
    );
    assert.deepEqual(
      found.engines.map(({ matched }) => matched),
      all.engines.map(({ matched }) => matched),
    );
    assert.ok(all.matches.length > 5000);
  });
});

describe('progress', () => {
  test('rises to the whole, engine after engine, with the matches so far', async () => {
    const reports = [];
    const output = drop(ones([36]), { engine: 'torch-cpu', seed: 123 });
    const engines = ['torch-cpu', { engine: 'jax', options: { partitionable: false } }];
    const found = await identify({
      input: ones([36]),
      output,
      engines,
      seeds: { from: 0, to: 199_999 },
      onProgress: (progress) => reports.push(progress),
    });
    const done = reports.map(({ done }) => done);
    assert.ok(done.every((count, i) => count > (done[i - 1] ?? 0)));
    assert.equal(done.at(-1), 400_000);
    assert.ok(reports.every(({ total }) => total === 400_000));
    const order = [...new Set(reports.map(({ engine }) => engine))];
    assert.deepEqual(order, ['torch-cpu', 'jax']);
    assert.deepEqual(reports.at(-1).options, { partitionable: false });
    assert.deepEqual(reports.at(-1).matches, found.matches);
    assert.ok(
      reports.every(({ matches }, i) => matches.length >= (reports[i - 1]?.matches.length ?? 0)),
    );
  });

  test('counts all matches, listed or not', async () => {
    const reports = [];
    const { engines } = await identify({
      input: [1, 1, 1],
      output: [2, 0, 2],
      engines: ['torch-cpu', 'numpy'],
      seeds: { from: 0, to: 99_999 },
      limit: 5,
      onProgress: (progress) => reports.push(progress),
    });
    const counts = reports.map(({ matched }) => matched);
    assert.ok(counts.every((count, i) => count >= (counts[i - 1] ?? 0)));
    assert.ok(counts[0] > 5, `${counts[0]}`);
    const [ofTorch, ofNumpy] = engines.map(({ matched }) => matched);
    assert.equal(reports.findLast(({ engine }) => engine === 'torch-cpu').matched, ofTorch);
    assert.equal(counts.at(-1), ofTorch + ofNumpy);
    assert.equal(reports.at(-1).matches.length, 10);
  });

  test('lets the program go on meanwhile', async () => {
    let turns = 0;
    let searching = true;
    const search = identify({
      input: ones([36]),
      output: drop(ones([36]), { engine: 'torch-cpu', seed: 123 }),
      engines: ['torch-cpu'],
    }).finally(() => {
      searching = false;
    });
    while (searching) {
      await new Promise((resolve) => setTimeout(resolve));
      ++turns;
    }
    await search;
    assert.ok(turns >= 4, `${turns} turns`);
  });
});

describe('a signal', () => {
  const endless = (options) =>
    identify({
      input: ones([36]),
      output: drop(ones([36]), { engine: 'torch-cpu', seed: 123 }),
      seeds: { from: 0, to: 2 ** 40 },
      ...options,
    });

  test('that the program gives meanwhile stops the search before its next step', async () => {
    const controller = new AbortController();
    let steps = 0;
    let stepsBefore = 0;
    const onProgress = () => {
      if (++steps !== 3) return;
      setTimeout(() => {
        stepsBefore = steps;
        controller.abort();
      });
    };
    await assert.rejects(endless({ signal: controller.signal, onProgress }), {
      name: 'AbortError',
    });
    assert.ok(stepsBefore >= 3);
    assert.equal(steps, stepsBefore);
  });

  test('has not to wait long: a step tries fewer seeds where they take longer', async (t) => {
    // By a clock of its own: after the fourth step each scan takes a second.
    let [now, scanMs] = [0, 3];
    t.mock.method(performance, 'now', () => {
      now += scanMs;
      return now;
    });
    const controller = new AbortController();
    const seeds = [0];
    const onProgress = ({ done }) => {
      seeds.push(done);
      if (seeds.length > 4) scanMs = 1000;
      if (seeds.length > 10) controller.abort();
    };
    const search = endless({ signal: controller.signal, onProgress });
    await assert.rejects(search, { name: 'AbortError' });
    const steps = seeds.slice(1).map((done, i) => done - seeds[i]);
    assert.ok(steps[3] > 10 * steps[0], `${steps}`);
    assert.deepEqual(steps.slice(-4), [16, 16, 16, 16], `${steps}`);
  });

  test('is obeyed at once, without another report', async () => {
    const controller = new AbortController();
    let reports = 0;
    const onProgress = () => {
      if (++reports === 3) controller.abort(new Error('seen enough'));
    };
    const search = endless({ signal: controller.signal, onProgress });
    await assert.rejects(search, { message: 'seen enough' });
    assert.equal(reports, 3);
  });

  test('that was aborted before lets nothing begin', async () => {
    await assert.rejects(endless({ signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});

describe('what cannot be searched is refused', () => {
  const refused = (name, options, error) =>
    test(name, () => assert.rejects(identify({ seeds: [1], ...options }), error));
  const input = [
    [1, 2],
    [3, 4],
  ];
  const output = [
    [2, 0],
    [6, 8],
  ];

  const engines = (listed, error) =>
    refused(`${listed} as engines`, { input, output, engines: listed }, error);
  engines('torch-cpu', {
    name: 'TypeError',
    code: 'type',
    message: 'engines must be a list, not str',
  });
  engines([null], { name: 'RangeError', code: 'engine' });

  refused(
    'an impossible output, with its place',
    {
      input,
      output: [
        [2, 0],
        [4, 8],
      ],
    },
    {
      name: 'RangeError',
      code: 'value',
      message:
        'no p gives this output: at [0][0] the input is 1 and the output 2, but at [1][0] the input is 3 and the output 4',
    },
  );
  refused(
    'an output that this p does not give',
    {
      input,
      output: [
        [2, 0],
        [4, 8],
      ],
      p: 0.5,
    },
    {
      code: 'value',
      message: 'at [1][0] the input is 3 and the output 4: with p = 0.5 it has to be 0 or 6',
    },
  );
  refused('an output of another shape', { input, output: [2, 0, 6, 8] }, { code: 'value' });
  refused('eval mode', { input, output: input }, { code: 'value', message: /no seed was used/ });
  refused('a p out of range', { input, output, p: 2 }, { name: 'RangeError', code: 'probability' });
  refused('a p of NaN', { input, output, p: Number.NaN }, { code: 'probability' });
  refused('a p that is a text', { input, output, p: '0.5' }, { name: 'TypeError' });
  refused('a text that is no tensor', { input, output: '[1, x]' }, { name: 'SyntaxError' });
  refused('an unknown engine', { input, output, engines: ['jacks'] }, { code: 'engine' });
  refused('no engine', { input, output, engines: [] }, { code: 'value' });
  refused('no seed', { input, output, seeds: [] }, { code: 'value' });
  refused(
    'a range that ends before it begins',
    { input, output, seeds: { from: 2, to: 1 } },
    {
      code: 'value',
    },
  );
  refused(
    'a seed that is no whole number',
    { input, output, seeds: [0.5] },
    {
      name: 'TypeError',
      code: 'seed',
    },
  );
  refused('a seed beyond 64 bits', { input, output, seeds: [2n ** 64n] }, { code: 'seed' });
  refused('no call', { input, output, calls: 0 }, { code: 'value' });
  refused('a limit below 0', { input, output, limit: -1 }, { code: 'value' });
});
