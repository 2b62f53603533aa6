// What the lesson says of the lab's two trainings holds for the ones that it shows.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load, type Torch } from '../../web/core/torch-node.ts';
import { DEFAULT_LAB } from '../../web/parts/lab/lab-attributes.ts';
import { trainingOf } from '../../web/parts/lab/lab-settings.ts';
import { POINTS, WEIGHTS } from '../../web/parts/lesson/network-steps.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import type { Losses } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';

let torch: Torch;
before(async () => {
  torch = await load();
});

/** The losses every 50 steps, to the end. */
function courseOf(p: number): Losses[] {
  const training = { ...trainingOf(DEFAULT_LAB), p };
  const run = new TrainingRun(torch, scenarioOf(training), training);
  const course: Losses[] = [];
  while (run.step < run.steps) {
    run.advance(run.step + 50);
    course.push(run.outcome().losses);
  }
  run.dispose();
  return course;
}

describe('the lesson', () => {
  test('counts the weights and the points of the network that it shows', () => {
    const training = trainingOf(DEFAULT_LAB);
    const run = new TrainingRun(torch, scenarioOf(training), training);
    // A bias for each output of a layer.
    const weights = run.weights().map(({ outputs, weights }) => outputs + weights.length);
    assert.equal(
      weights.reduce((sum, count) => sum + count, 0),
      WEIGHTS,
    );
    run.dispose();
    const { training: points } = scenarioOf(training).data(torch, 0.7);
    assert.equal(points.inputs.shape[0], POINTS);
  });

  test('says that without dropout the validation loss soon rises again, while the training loss goes on falling', () => {
    const course = courseOf(0);
    const least = Math.min(...course.map(({ validation }) => validation));
    const at = course.findIndex(({ validation }) => validation === least);
    assert.ok(at < 4, `${at}`);
    const [then, end] = [course[at] as Losses, course.at(-1) as Losses];
    assert.ok(end.validation > 1.05 * then.validation, `${then.validation} ${end.validation}`);
    assert.ok(end.training < 0.8 * then.training, `${then.training} ${end.training}`);
  });

  test('says that with dropout it ends with a higher training loss, and a lower validation loss', () => {
    const without = courseOf(0).at(-1) as Losses;
    const own = courseOf(0.5).at(-1) as Losses;
    assert.ok(own.training > 1.3 * without.training);
    assert.ok(own.validation < 0.9 * without.validation);
  });
});
