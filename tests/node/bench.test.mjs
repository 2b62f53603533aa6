// What `npm run bench` makes of times: never the times themselves, which no test takes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { load as loadTorch } from 'dropout-playground/torch';
import { boundary } from '../../bench/boundary.mjs';
import { overhead } from '../../bench/operations.mjs';
import { SETTINGS } from '../../bench/passes.mjs';
import { checkDropout, P, SIZE } from '../../bench/peers/peers.mjs';
import { judged, REQUIREMENTS } from '../../bench/requirements.mjs';
import { measure } from '../../bench/rounds.mjs';
import { summary } from '../../bench/statistics.mjs';
import { NETWORKS } from '../../bench/training/networks.mjs';
import { ownTraining } from '../../bench/training/own.mjs';

test('quartiles lie between neighbours as those of numpy.quantile do', () => {
  assert.deepEqual(summary([4, 1, 3, 2]), { lower: 1.75, median: 2.5, upper: 3.25 });
  assert.deepEqual(summary([7]), { lower: 7, median: 7, upper: 7 });
});

describe('rounds', () => {
  const rigour = { rounds: 3, sampleMs: 1, warmUpMs: 0 };

  // Takes 1 ms to warm up, and then what is listed.
  const scripted = (name, ms, more) => {
    const left = [1, ...ms];
    return { name, sample: () => left.shift(), ...more };
  };

  test('compare within a round, not median with median', async () => {
    const cases = [
      scripted('scale', [1, 10, 100]),
      scripted('dropout', [5, 20, 100], { against: 'scale' }),
    ];
    const [scale, dropout] = await measure(cases, rigour, () => {});
    assert.deepEqual(scale, { name: 'scale', ns: { lower: 5.5e6, median: 1e7, upper: 5.5e7 } });
    assert.deepEqual(dropout.ratio, { lower: 1.5, median: 2, upper: 3.5 });
  });

  test('give the time of one call and one element', async () => {
    const calls = [];
    const sample = (times) => {
      calls.push(times);
      return times / 4;
    };
    const cases = [{ name: 'pass', elements: 1000, sample }];
    const [pass] = await measure(cases, rigour, () => {});
    assert.deepEqual(calls, [1, 2, 4, 4, 4, 4]);
    assert.equal(pass.ns.median, 250);
  });

  test('run every case once, in an order that changes but is the same in every run', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ordersOf = async () => {
      const order = [];
      const sample = (name) => () => {
        order.push(name);
        return 1;
      };
      await measure(
        names.map((name) => ({ name, sample: sample(name) })),
        rigour,
        () => {},
      );
      return [1, 2, 3].map((round) => order.slice(5 * round, 5 * round + 5).join(''));
    };
    const orders = await ordersOf();
    assert.deepEqual(await ordersOf(), orders);
    assert.equal(new Set(orders).size, 3);
    for (const order of orders) assert.equal([...order].sort().join(''), 'abcde');
  });
});

describe('requirements', () => {
  const pass = (p, median) => ({
    section: 'passes',
    setting: '1,000',
    pass: 'kernel',
    engine: 'fast',
    p,
    inplace: false,
    ratio: { median },
  });
  const kernel = (name) => ({ section: 'operation-kernels', name, ratio: { median: 1 } });
  const [first] = REQUIREMENTS;

  test('are judged by the worst case', () => {
    assert.deepEqual(judged(first, [pass(0.3, 4), pass(0.5, 5)]), { worst: 5, isMet: true });
    assert.deepEqual(judged(first, [pass(0.3, 5.1), pass(0.5, 4)]), { worst: 5.1, isMet: false });
    assert.equal(judged(first, []), undefined);
  });

  test('name calls and settings that there are', async () => {
    const calls = boundary(await load()).map(({ name }) => ({
      section: 'boundary',
      name,
      ns: { median: 1 },
    }));
    const passes = SETTINGS.flatMap(({ title }) =>
      ['fast', 'torch-cpu', 'torch-cpu-mkl', 'torch-cuda', 'jax'].flatMap((engine) =>
        [true, false].map((inplace) => ({ ...pass(0.3, 1), setting: title, engine, inplace })),
      ),
    );
    const operations = [
      ...overhead(await loadTorch()).map(({ name }) => ({
        section: 'operations',
        name,
        ns: { median: 1 },
      })),
      ...['matmul 32x64x64', 'matmul 64x128x128', 'softmax, 1,000,000 in rows of 64'].map(kernel),
      ...['add', 'mul', 'relu'].map((name) => kernel(`${name}, 1,000,000`)),
    ];
    const page = ['opening', 'slider', 'typing', 'large', 'embeds'].flatMap((part) => [
      { section: 'page', part, kind: 'repaint', ms: { p95: 1 } },
      { section: 'page', part, kind: 'work', ms: { p95: 1 } },
      { section: 'page', part, kind: 'task', value: 1 },
      { section: 'page', part, kind: 'shift', value: 0 },
      { section: 'page', part, kind: 'heap', value: 1 },
    ]);
    const unmatched = REQUIREMENTS.filter(({ of }) => !/faster than|^load/.test(of)).filter(
      (requirement) =>
        judged(requirement, [...calls, ...passes, ...operations, ...page]) === undefined,
    );
    assert.deepEqual(unmatched, []);
  });
});

describe('what another library gives', () => {
  const output = (dropped, survivor) => {
    const y = new Float32Array(SIZE).fill(survivor);
    return y.fill(0, 0, dropped);
  };
  const scale = 1 / (1 - P);

  test('passes if it is a dropout', () => {
    checkDropout('right', output(P * SIZE, scale));
  });

  const wrong = {
    'drops too few': output(0.297 * SIZE, scale),
    'does not scale': output(P * SIZE, 1),
    'is too short': output(P * SIZE, scale).subarray(1),
    'is not a number': output(P * SIZE, Number.NaN),
  };
  for (const [name, y] of Object.entries(wrong)) {
    test(`does not if it ${name}`, () => {
      assert.throws(() => checkDropout('wrong', y), /^Error: wrong (gave|dropped)/);
    });
  }
});

describe('the networks that are trained', () => {
  for (const network of NETWORKS) {
    test(`${network.name}: the package's own learns`, async () => {
      const own = ownTraining(await loadTorch(), network);
      const before = own.train(1);
      assert.ok(own.train(60) < before);
    });
  }
});
