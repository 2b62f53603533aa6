// Where dropout does not help: a simple rule without noise, and examples enough.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOf, quartiles } from '../../../web/training/sweep.ts';
import { chance, lossesOf, outcomesOf } from './trained.ts';

test(`p = 0.2 and p = 0.5 are worse than none in at least 23 of 24 seeds, which is chance in ${chance(23).toExponential(1)}`, async () => {
  const losses = lossesOf(await outcomesOf({ scenario: 'linear' }, [0, 0.2, 0.5]));
  const [, some, half] = effectOf(losses).better;
  assert.ok((some as number) <= 1 && (half as number) <= 1, `${some} ${half}`);
  const medians = [0, 1, 2].map((at) => quartiles(losses.map((row) => row[at] as number)).median);
  const [none, atSome, atHalf] = medians as [number, number, number];
  assert.ok(atSome > 2 * none && atHalf > 2 * atSome, `${medians}`);
});
