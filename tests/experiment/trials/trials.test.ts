// What trials count, against the definition of the engine that draws for them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from '../../../web/core/node.ts';
import { type Distribution, expectationOf } from '../../../web/experiment/trials/expectation.ts';
import { type TrialCounts, Trials } from '../../../web/experiment/trials/trials.ts';
import { assertClose } from '../../close.ts';
import { fastMask } from '../../node/fast-oracle.mjs';
import { binAmong, total, upTo } from './numbers.ts';

const core = await load();

/** Trials of a plan with the bins of theory. */
function trialsOf(p: number, kept: Float64Array, seed = 0) {
  const expectation = expectationOf(p, kept, 1 / (1 - p));
  const { dropped, sum } = expectation;
  const plan = {
    p,
    seed,
    keptSums: kept,
    droppedBins: dropped.bins,
    sumBins: sum?.bins ?? { from: 0, width: 1, count: 1 },
  };
  return { trials: new Trials(core, plan), expectation };
}

describe('trials', () => {
  for (const [size, p, seed] of [
    [7, 0.3, 0],
    [1, 0.5, 11],
    [40_000, 0.75, 3],
  ] as const) {
    test(`of ${size} draws count what the fast engine draws`, () => {
      const kept = Float64Array.from(upTo(size), (i) => ((i % 5) - 1.5) / (1 - p));
      const { trials, expectation } = trialsOf(p, kept, seed);
      // Of each forward as many calls as it has room for; one that is not used up is not gone on with.
      const rows = Math.max(1, Math.floor(2 ** 15 / size));
      const steps = [1, rows, rows + 3];
      const used = [1, rows, ...(rows > 3 ? [rows, 3] : [1, 1, 1, 1])];
      const counts = steps.map((step) => trials.advance(step, 1e6)).at(-1) as TrialCounts;
      trials.dispose();

      const calls = used.flatMap((count, forward) => {
        const mask = fastMask(seed, forward, p, rows * size);
        return upTo(count).map((row) => mask.slice(row * size, (row + 1) * size));
      });
      assert.deepEqual([counts.trials, counts.draws], [calls.length, calls.length * size]);
      const often = new Float64Array(size);
      const dropped = new Float64Array(counts.dropped.length);
      const sums = new Float64Array(counts.sums.length);
      const values = calls.map((mask) => {
        mask.forEach((bit, i) => {
          often[i] = (often[i] as number) + bit;
        });
        const gone = binAmong(expectation.dropped, size - total(mask));
        dropped[gone] = (dropped[gone] as number) + 1;
        const sum = total(mask.map((bit, i) => bit * (kept[i] as number)));
        const place = binAmong(expectation.sum as Distribution, sum);
        sums[place] = (sums[place] as number) + 1;
        return sum;
      });
      assert.deepEqual(counts.kept, often);
      assert.deepEqual(counts.dropped, dropped);
      assert.deepEqual(counts.sums, sums);
      const mean = total(values) / values.length;
      assertClose(counts.sumMean, mean, 5e-7);
      const variance = total(values.map((value) => (value - mean) ** 2)) / values.length;
      assertClose(counts.sumDeviation ** 2 / variance, 1, 5e-10);
      assert.equal(counts.course.draws.at(-1), counts.draws);
      const share = 1 - total(often) / counts.draws;
      assertClose(counts.course.share.at(-1) as number, share, 5e-13);
    });
  }

  // Each is drawn from one seed, so that it passes always or never. An engine that is right would fail
  // with one seed in a million.
  test('come to what theory says', () => {
    const p = 0.3;
    const { trials, expectation } = trialsOf(p, new Float64Array(10).fill(1 / (1 - p)));
    const counts = trials.advance(200_000, 1e6);
    trials.dispose();
    const { draws, kept, dropped, sumMean, sumDeviation } = counts;
    assertClose(1 - total(kept) / draws, p, 4.9 * Math.sqrt((p * (1 - p)) / draws));
    const chiSquare = total(
      expectation.dropped.shares.map((expected, i) => {
        const calls = expected * counts.trials;
        return ((dropped[i] as number) - calls) ** 2 / calls;
      }),
    );
    // Of ten degrees of freedom.
    assert.ok(chiSquare < 48, `${chiSquare}`);
    const { mean, deviation } = expectation.sum as Distribution;
    assertClose(sumMean, mean, 4.9 * (deviation / Math.sqrt(counts.trials)));
    assertClose((sumDeviation / deviation) ** 2, 1, 4.9 * Math.sqrt(2 / 200_000));
  });

  test('with p = 0 and p = 1 keep all and none', () => {
    for (const p of [0, 1]) {
      const { trials } = trialsOf(p, new Float64Array(3));
      trials.advance(100, 1e6);
      const { kept, trials: calls, course } = trials.advance(100_000, 1e6);
      trials.dispose();
      assert.equal(calls, 100_100);
      assert.deepEqual(Array.from(kept), Array(3).fill(p === 0 ? calls : 0));
      assert.equal(course.share.at(-1), p);
    }
  });
});
