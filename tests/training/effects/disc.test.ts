// The disc: dropout makes the network less sure of itself, and hardly more often right.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { effectOf, quartiles } from '../../../web/training/sweep.ts';
import type { Outcome } from '../../../web/training/training.ts';
import { accuraciesOf, chance, lossesOf, outcomesOf } from './trained.ts';

const PS = [0, 0.5];

let rows: Outcome[][];
before(async () => {
  rows = await outcomesOf({ scenario: 'disc' }, PS);
});

describe('24 discs', () => {
  test(`the loss at p = 0.5 is lower than without in at least 23 seeds, which is chance in ${chance(23).toExponential(1)}, and less than half in the median`, () => {
    const losses = lossesOf(rows);
    assert.ok((effectOf(losses).better[1] as number) >= 23);
    const [none, half] = [0, 1].map(
      (at) => quartiles(losses.map((row) => row[at] as number)).median,
    );
    assert.ok((half as number) < (none as number) / 2, `${none} ${half}`);
  });

  test('the share that is classified right grows by less than five points in the median', () => {
    const gains = accuraciesOf(rows).map(([none = 0, half = 0]) => half - none);
    const { median } = quartiles(gains);
    assert.ok(median >= 0 && median < 0.05, `${median}`);
  });
});
