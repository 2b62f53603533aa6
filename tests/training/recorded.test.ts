// Trainings lose what their programs lose in PyTorch 1.13. Every random number has PyTorch's bits, but sums are not taken
// in its order, so the losses part in their last bits. Where training keeps such a difference small, all losses are
// PyTorch's; where it makes it larger, from a step on nobody has them: the fixture has how far PyTorch's own losses spread
// when the last bits of the first parameters change.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { load, type Torch } from '../../web/core/torch-node.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import type { AnyTraining } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';
import { RECORDED } from './recorded-trainings.ts';

const TOLERANCE = 1e-5;

interface Recorded {
  training: AnyTraining;
  /** The loss of each step with its masks: of 500 steps, or of 50 where it is chaotic. */
  losses: number[];
  /** Within so many steps. */
  spread: { '50': number; '500': number };
}

const { trainings } = JSON.parse(
  readFileSync(new URL('../fixtures/torch-scenarios.json', import.meta.url), 'utf8'),
) as { trainings: Recorded[] };

let torch: Torch;
before(async () => {
  torch = await load();
});

function requireAlike({ training, losses }: Recorded, tolerance: number) {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  for (const [i, loss] of losses.entries()) {
    run.advance(i + 1);
    const own = run.maskedLoss;
    assert.ok(Math.abs(own - loss) <= tolerance, `step ${i + 1}: ${own}, and ${loss} in PyTorch`);
  }
  run.dispose();
}

const isSmooth = ({ spread }: Recorded) => spread['500'] < TOLERANCE;

describe('where training keeps a difference small, each loss is that of PyTorch', () => {
  for (const recorded of trainings.filter(isSmooth)) {
    const { training, spread } = recorded;
    test(`${JSON.stringify(training)}: PyTorch's own are ${spread['500']} apart`, () => {
      assert.equal(recorded.losses.length, 500);
      requireAlike(recorded, TOLERANCE);
    });
  }
});

describe('where training makes a difference larger, the first 50 losses are those of PyTorch', () => {
  for (const recorded of trainings.filter((each) => !isSmooth(each))) {
    const { training, spread } = recorded;
    test(`${JSON.stringify(training)}: PyTorch's own are ${spread['50']} apart, and ${spread['500']} after 500`, () => {
      assert.equal(recorded.losses.length, 50);
      // As far as PyTorch's own are apart in the first steps already.
      requireAlike(recorded, Math.max(TOLERANCE, 2 * spread['50']));
    });
  }
});

test('all of them are recorded, and there are some of both kinds', () => {
  assert.deepEqual(
    trainings.map(({ training }) => training),
    RECORDED,
  );
  const smooth = trainings.filter(isSmooth).length;
  assert.ok(smooth >= 3 && smooth < trainings.length);
});
