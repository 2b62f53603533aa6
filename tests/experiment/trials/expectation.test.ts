// What theory says of many calls, against numbers found in another way.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { binOf, edgesOf, middlesOf } from '../../../web/experiment/trials/bins.ts';
import { type Distribution, expectationOf } from '../../../web/experiment/trials/expectation.ts';
import { assertClose } from '../../close.ts';
import { binomialOf } from './binomial.ts';
import { binAmong, total, upTo } from './numbers.ts';

function assertShares(found: Float64Array, wanted: readonly number[], within: number) {
  assert.equal(found.length, wanted.length);
  const off = Array.from(found, (share, i) => Math.abs(share - (wanted[i] as number)));
  assert.ok(Math.max(...off) < within, `off by ${Math.max(...off)}`);
}

describe('theory', () => {
  for (const [n, a, b] of [
    [1, 1, 2],
    [4, 1, 2],
    [10, 1, 5],
    [12, 3, 4],
    [60, 9, 10],
    [100, 1, 1000],
    [2000, 3, 10],
  ] as const) {
    test(`says how many of ${n} are dropped with p = ${a / b}`, () => {
      const p = a / b;
      const { dropped } = expectationOf(p, new Float64Array(n).fill(1), 1 / (1 - p));
      const wanted = new Array(dropped.bins.count).fill(0);
      binomialOf(n, BigInt(a), BigInt(b)).forEach((share, k) => {
        wanted[binAmong(dropped, k)] += share;
      });
      assertShares(dropped.shares, wanted, 1e-12);
      assert.equal(dropped.isExact, true);
      assertClose(dropped.mean, n * p, 5e-10);
      assertClose(dropped.deviation ** 2, n * p * (1 - p), 5e-10);
    });
  }

  // Found with Fraction in Python: at most 25 of 1000 below, and as many above.
  for (const [n, p, least, most, share] of [
    [4, 0.5, 0, 4, 1],
    [6, 0.5, 1, 5, 62 / 64],
    [10, 0.5, 2, 8, 1002 / 1024],
    [4, 0.001, 0, 0, 0.999 ** 4],
    [7, 0, 0, 0, 1],
    [7, 1, 7, 7, 1],
  ] as const) {
    test(`says between which numbers most calls lie, of ${n} with p = ${p}`, () => {
      const { usual } = expectationOf(p, new Float64Array(n).fill(1), 1 / (1 - p));
      assert.deepEqual([usual.least, usual.most], [least, most]);
      if (share === 1) assert.equal(usual.share, 1);
      else assertClose(usual.share, share, 5e-13);
    });
  }

  for (const [x, p] of [
    [[1, 2, 3, 4], 0.5],
    [[1, 0.5, -1.5, 2, 0.5, 3, 2, 0.5, 1.5, -1, -0.5, 1], 0.25],
    [[0.1, 0.2, 0.3, -0.4, 0], 0.9],
    [[Math.E, -Math.PI, Math.SQRT2], 0.3],
    [[-7], 0.2],
  ] as const) {
    test(`says what [${x}] sums to with p = ${p}, as each of its outcomes does`, () => {
      const scale = 1 / (1 - p);
      const kept = Float64Array.from(x, (value) => Math.fround(value * Math.fround(scale)));
      const sum = expectationOf(p, kept, Math.fround(scale)).sum as Distribution;
      const wanted = new Array(sum.bins.count).fill(0);
      const sums = upTo(2 ** x.length).map((mask) => {
        const isKept = upTo(x.length).map((i) => (mask >> i) & 1);
        const value = total(isKept.map((bit, i) => bit * (kept[i] as number)));
        const survivors = total(isKept);
        wanted[binAmong(sum, value)] += (1 - p) ** survivors * p ** (x.length - survivors);
        return value;
      });
      assertShares(sum.shares, wanted, 1e-12);
      assertClose(total(sum.shares), 1, 5e-13);
      assert.equal(sum.isExact, true);
      // Of the input in eval mode, and the variance of the 2014 paper.
      assertClose(sum.mean, total(x), 5e-6);
      assertClose(sum.deviation ** 2, (p / (1 - p)) * total(x.map((v) => v * v)), 5e-5);
      // None lies where two bins meet: another order of adding puts it into no other.
      const { width } = sum.bins;
      const isOnView = (value: number) => Math.abs(value - sum.mean) < 4 * sum.deviation;
      const offEdges = sums
        .filter(isOnView)
        .map((value) => Math.min(...edgesOf(sum.bins).map((edge) => Math.abs(edge - value))));
      assert.ok(Math.min(...offEdges) > 1e-6 * width);
    });
  }

  test('says nearly what 40 numbers sum to, where their outcomes are too many', () => {
    // The sum of a random half of 1 to 40, doubled: subsets counted exactly, sum by sum.
    const ways = new Array<bigint>(821).fill(0n);
    ways[0] = 1n;
    for (let number = 1; number <= 40; ++number) {
      for (let sum = 820; sum >= number; --sum) {
        ways[sum] = (ways[sum] as bigint) + (ways[sum - number] as bigint);
      }
    }
    const numbers = Float64Array.from(upTo(40), (i) => 2 * (i + 1));
    const sum = expectationOf(0.5, numbers, 2).sum as Distribution;
    const wanted = new Array(sum.bins.count).fill(0);
    ways.forEach((count, half) => {
      wanted[binAmong(sum, 2 * half)] += Number(count) / 2 ** 40;
    });
    assert.equal(sum.isExact, false);
    assertShares(sum.shares, wanted, 2e-3);
  });

  test('says of what cannot vary that it does not, however many they are', () => {
    for (const [p, kept] of [
      [0.5, new Float64Array(1000)],
      [0, new Float64Array(65_536).fill(1)],
      [1, new Float64Array(65_536)],
    ] as const) {
      const sum = expectationOf(p, kept, 1 / (1 - p)).sum as Distribution;
      const mean = p === 0 ? 65_536 : 0;
      assert.deepEqual([sum.mean, sum.deviation, ...sum.shares], [mean, 0, 1]);
      assert.deepEqual(Array.from(middlesOf(sum.bins)), [sum.mean]);
    }
  });

  test('knows no sum with inf or nan, nor of what adds up to inf', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.equal(expectationOf(0.5, Float64Array.of(2, odd), 2).sum, null);
    }
    assert.equal(expectationOf(0.5, Float64Array.of(1.6e308, 1.6e308), 2).sum, null);
  });

  for (const size of [1e300, 1e-300]) {
    test(`says what sums come to whose squares are no numbers: ${size}`, () => {
      const sum = expectationOf(0.5, Float64Array.of(6 * size, 8 * size), 2).sum as Distribution;
      assertClose(sum.mean / size, 7, 5e-10);
      assertClose(sum.deviation / size, 5, 5e-10);
      const likely = Array.from(sum.shares).filter((share) => share > 0);
      assert.deepEqual(likely, Array(4).fill(0.25));
    });
  }

  test('puts each value into the bin between whose edges it lies', () => {
    const bins = { from: -1, width: 0.5, count: 4 };
    const places = [-9, -1, -0.51, -0.5, 0, 0.99, 1, 9, Number.NaN];
    assert.deepEqual(
      places.map((value) => binOf(bins, value)),
      [0, 0, 0, 1, 2, 3, 3, 3, 0],
    );
    assert.deepEqual(Array.from(edgesOf(bins)), [-1, -0.5, 0, 0.5, 1]);
    assert.deepEqual(Array.from(middlesOf(bins)), [-0.75, -0.25, 0.25, 0.75]);
  });
});
