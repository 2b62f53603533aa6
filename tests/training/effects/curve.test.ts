// The curve: some dropout is better than none and than too much. Of its eight p's three are trained, since a best one
// that is better than both ends is inside whatever the others are.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { effectOf, quartiles } from '../../../web/training/sweep.ts';
import { chance, lossesOf, outcomesOf } from './trained.ts';

const PS = [0, 0.3, 0.95];

let losses: number[][];
before(async () => {
  losses = lossesOf(await outcomesOf({ scenario: 'curve' }, PS));
});

const medianOf = (at: number) => quartiles(losses.map((row) => row[at] as number)).median;

describe('24 curves', () => {
  test(`p = 0.3 is better than none in at least 23 seeds, which is chance in ${chance(23).toExponential(1)}`, () => {
    assert.ok(chance(23) < 1e-5);
    assert.ok((effectOf(losses).better[1] as number) >= 23, JSON.stringify(losses));
  });

  test('the best p is inside, and in at least 20 seeds a tenth below both ends', () => {
    const effect = effectOf(losses);
    assert.ok(effect.bestInside >= 23, JSON.stringify(effect));
    assert.ok(effect.clearlyInside >= 20, JSON.stringify(effect));
  });

  // The recipe's, of other seeds: 0.995 [0.80 to 1.20], 0.665 and 0.933.
  test('in the median it is above 0.8 without dropout, two thirds at p = 0.3, and above 0.85 with too much', () => {
    assert.ok(medianOf(0) > 0.8, `${medianOf(0)}`);
    assert.ok(medianOf(1) > 0.6 && medianOf(1) < 0.7, `${medianOf(1)}`);
    assert.ok(medianOf(2) > 0.85, `${medianOf(2)}`);
  });
});
