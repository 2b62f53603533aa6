// Glyphs with wrong labels: dropout lowers the loss and helps to classify, and too much of it does neither. Of the eight
// p's three are trained, since a best one that is better than both ends is inside whatever the others are.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { effectOf } from '../../../web/training/sweep.ts';
import type { Outcome } from '../../../web/training/training.ts';
import { accuraciesOf, chance, lossesOf, outcomesOf } from './trained.ts';

const PS = [0, 0.7, 0.95];

let rows: Outcome[][];
before(async () => {
  rows = await outcomesOf({ scenario: 'glyphs' }, PS);
});

describe('24 sets of glyphs', () => {
  test('in all seeds the loss at p = 0.7 is a tenth below that of both ends', () => {
    const effect = effectOf(lossesOf(rows));
    assert.deepEqual([effect.bestInside, effect.clearlyInside], [24, 24]);
  });

  test(`in at least 20 seeds more are classified right, which is chance in ${chance(20).toExponential(1)}`, () => {
    assert.ok(chance(20) < 1e-3);
    const better = accuraciesOf(rows).filter(([none = 0, some = 0]) => some > none);
    assert.ok(better.length >= 20, `${better.length}`);
  });

  test('p = 0.95 is too much: in all seeds it guesses', () => {
    for (const [, , much] of accuraciesOf(rows)) assert.ok((much as number) < 0.3, `${much}`);
  });
});
