// MC dropout: with ReLU the band grows where there are no data, with tanh it does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../../web/core/torch-node.ts';
import { band } from '../../../web/training/scenarios/band.ts';
import { quartiles } from '../../../web/training/sweep.ts';
import type { Activation } from '../../../web/training/training.ts';
import { TrainingRun } from '../../../web/training/training-run.ts';
import { chance, SEEDS } from './trained.ts';

/** Mean standard deviation beside the data, as a multiple of that where they are. */
async function growths(activation: Activation, seeds: readonly number[]): Promise<number[]> {
  const torch = await load();
  return seeds.map((seed) => {
    const run = new TrainingRun(torch, band(), { scenario: 'band', p: 0.1, seed, activation });
    run.advance(run.steps);
    const { grid } = run;
    const sd = run.band(100)?.sd ?? new Float32Array();
    run.dispose();
    const meanWhere = (holds: (x: number) => boolean) => {
      const all = [...sd].filter((_, i) => holds(Math.abs(grid[i] as number)));
      return all.reduce((sum, each) => sum + each, 0) / all.length;
    };
    return meanWhere((x) => x >= 1.5) / meanWhere((x) => x >= 0.3 && x <= 1);
  });
}

test(`with ReLU it is half as wide again beside the data in at least 23 of 24 seeds, which is chance in ${chance(23).toExponential(1)}`, async () => {
  const all = await growths('relu', SEEDS);
  assert.ok(all.filter((growth) => growth > 1.5).length >= 23, `${all}`);
  assert.ok(quartiles(all).median > 2, `${all}`);
});

test('with tanh it is not, in any of 8 seeds', async () => {
  for (const growth of await growths('tanh', SEEDS.slice(0, 8)))
    assert.ok(growth < 1.5, `${growth}`);
});
