// The transformer: without dropout it learns the wrong labels by heart. Two p's of eight are trained, since it is slow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOf, quartiles } from '../../../web/training/sweep.ts';
import { chance, lossesOf, outcomesOf } from './trained.ts';

test(`p = 0.5 is better than none in at least 22 of 24 seeds, which is chance in ${chance(22).toExponential(1)}`, async () => {
  const losses = lossesOf(await outcomesOf({ scenario: 'transformer' }, [0, 0.5]));
  assert.ok((effectOf(losses).better[1] as number) >= 22, JSON.stringify(losses));
  const [none, half] = [0, 1].map((at) => quartiles(losses.map((row) => row[at] as number)).median);
  assert.ok((half as number) < 0.9 * (none as number), `${none} ${half}`);
});
