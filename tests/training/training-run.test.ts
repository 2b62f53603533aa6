// A run depends on its Training alone: not on slices, on other runs beside it, or on who looks.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load, type Torch } from '../../web/core/torch-node.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import type { Training } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';

let torch: Torch;
before(async () => {
  torch = await load();
});

const STEPS = 60;
const training: Training = { scenario: 'curve', p: 0.5, seed: 42, steps: STEPS };
const begin = (given: Training = training) => new TrainingRun(torch, scenarioOf(given), given);

/** All that is told of it at its end. */
function endOf(run: TrainingRun) {
  const end = { moment: run.moment(), weights: run.weights() };
  run.dispose();
  return end;
}

function trained(given: Training = training) {
  const run = begin(given);
  run.advance(STEPS);
  return endOf(run);
}

describe('the same training gives the same bits', () => {
  test('when its steps are taken one by one, and in slices by time', () => {
    const whole = trained();
    const single = begin();
    for (let step = 1; step <= STEPS; step++) single.advance(step);
    assert.deepEqual(endOf(single), whole);
    const sliced = begin();
    while (sliced.step < STEPS) sliced.advance(STEPS, 2);
    assert.deepEqual(endOf(sliced), whole);
  });

  test('while others take their steps between, and draw', () => {
    const whole = trained();
    const one = begin();
    const other = begin({ ...training, p: 0.2, seed: 7 });
    for (let step = 1; step <= STEPS; step++) {
      one.advance(step);
      other.advance(step);
      torch.rand(step);
    }
    assert.deepEqual(endOf(one), whole);
    assert.deepEqual(endOf(other), trained({ ...training, p: 0.2, seed: 7 }));
  });

  test('whoever looks at it on the way', () => {
    const run = begin();
    for (let step = 5; step <= STEPS; step += 5) {
      run.advance(step);
      run.moment();
      run.unit(1, 3);
      run.weights();
    }
    assert.deepEqual(endOf(run), trained());
  });

  test('and with another p from some step on, as if it had been known before', () => {
    const run = begin();
    run.advance(20);
    run.changeP(0.1);
    run.advance(40);
    run.changeP(0.7);
    run.changeP(0);
    run.advance(STEPS);
    const changes = [
      { step: 20, p: 0.1 },
      { step: 40, p: 0 },
    ];
    assert.deepEqual(run.training, { ...training, changes });
    const end = endOf(run);
    assert.deepEqual(end, trained({ ...training, changes }));
    assert.notDeepEqual(end.moment.losses, trained().moment.losses);
  });
});

describe('what is told of a moment', () => {
  test('before the first step nothing is off, and there is no loss with masks', () => {
    const { step, losses, masks } = begin().moment();
    assert.equal(step, 0);
    assert.ok(Number.isNaN(losses.masked));
    assert.ok(masks.every((mask) => mask.every((on) => on === 1)));
  });

  test('masks are those that the step was taken with: what PyTorch draws after the data and the layers', () => {
    const run = begin();
    run.advance(2);
    const { masks } = run.moment();
    run.dispose();
    torch.manualSeed(42);
    for (const points of [30, 500]) {
      torch.rand(points, 1);
      torch.randn(points, 1);
    }
    for (const [outputs, inputs] of [
      [64, 1],
      [64, 64],
      [64, 64],
      [1, 64],
    ] as const) {
      torch.empty(outputs, inputs).uniform_();
      torch.empty(outputs).uniform_();
    }
    const drawn = () =>
      Array.from({ length: 3 }, () => torch.dropout(torch.ones(30, 64), 0.5, true).at(0));
    drawn();
    assert.deepEqual(
      masks.map((mask) => [...mask]),
      drawn().map((mask) => Array.from(mask.toTypedArray(), (kept) => Number(kept !== 0))),
    );
  });

  test('of a transformer the mask is that of its feed-forward part, for the first token', () => {
    const run = begin({ scenario: 'transformer', p: 0.5, seed: 42 });
    run.advance(1);
    const { masks } = run.moment();
    run.dispose();
    torch.manualSeed(42);
    torch.randint(0, 20, [80, 12]);
    torch.rand(80);
    torch.randint(0, 20, [400, 12]);
    torch.randn(20, 32);
    torch.randn(12, 1, 32);
    const layers = [
      ...[[32, 32], [32], [96, 32]],
      ...[[64, 32], [64], [32, 64], [32]],
      ...[[2, 32], [2]],
    ];
    for (const shape of layers) torch.empty(shape).uniform_();
    const draw = (...shape: number[]) => torch.dropout(torch.ones(shape), 0.5, true);
    draw(12, 80, 32);
    draw(320, 12, 12);
    draw(12, 80, 32);
    const first = draw(12, 80, 64).at(0, 0).toTypedArray();
    assert.deepEqual(
      masks.map((mask) => [...mask]),
      [Array.from(first, (kept) => Number(kept !== 0))],
    );
  });

  test('a unit alone and the rest without it make up the layer', () => {
    const run = begin();
    run.advance(STEPS);
    const { predictions } = run.moment();
    const last = run.unit(2, 0);
    const none = run.unit(2, 1);
    assert.ok(last && none);
    // The output is linear in the last hidden layer: alone + without = all + the bias.
    const bias = predictions.map(
      (all, i) => (last.alone[i] as number) + (last.without[i] as number) - all,
    );
    const other = predictions.map(
      (all, i) => (none.alone[i] as number) + (none.without[i] as number) - all,
    );
    for (const [i, each] of bias.entries()) {
      assert.ok(Math.abs(each - (bias[0] as number)) < 1e-5);
      assert.ok(Math.abs(each - (other[i] as number)) < 1e-5);
    }
    run.dispose();
  });
});

test('no tensor is held longer than it is needed', () => {
  const held = torch.heldTensors;
  const run = begin();
  run.advance(5);
  run.moment();
  const running = torch.heldTensors;
  run.advance(STEPS);
  run.moment();
  run.unit(0, 0);
  run.weights();
  assert.equal(torch.heldTensors, running);
  run.dispose();
  assert.equal(torch.heldTensors, held);
});
