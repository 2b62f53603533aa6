// What is said of a sweep, for losses that one can count by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectOf, quartiles, trainingsOf } from '../../web/training/sweep.ts';
import { trainingKey } from '../../web/training/training-key.ts';

test('a sweep is seed by seed', () => {
  const trainings = trainingsOf({ scenario: 'curve', seeds: [1, 2], ps: [0, 0.5], width: 8 });
  assert.deepEqual(
    trainings.map(({ seed, p, width }) => [seed, p, width]),
    [
      [1, 0, 8],
      [1, 0.5, 8],
      [2, 0, 8],
      [2, 0.5, 8],
    ],
  );
});

test('quartiles are those of numpy', () => {
  // np.quantile([3, 1, 4, 1.5], [.25, .5, .75])
  assert.deepEqual(quartiles([3, 1, 4, 1.5]), { lower: 1.375, median: 2.25, upper: 3.25 });
  assert.deepEqual(quartiles([2]), { lower: 2, median: 2, upper: 2 });
});

test('the best p is inside where it is neither the first nor the last, and clearly so below both', () => {
  const rows = [
    [1, 0.5, 1],
    [1, 0.95, 1],
    [0.5, 1, 1],
    [1, 0.7, 0.6],
    [1, 0.88, 0.95],
  ];
  assert.deepEqual(effectOf(rows), {
    seeds: 5,
    better: [0, 4, 2],
    bestInside: 3,
    clearlyInside: 1,
  });
});

test('trainings that give the same numbers have the same key, and no others', () => {
  const training = { scenario: 'curve', p: 0.5, seed: 1 } as const;
  const key = trainingKey(training);
  for (const same of [
    { steps: 1000 },
    { width: 64 },
    { noise: 0.7 },
    { changes: [] },
    { activation: 'relu' },
  ] as const) {
    assert.equal(trainingKey({ ...training, ...same }), key);
  }
  const others = [
    ...([{ p: 0.4 }, { seed: 2 }, { steps: 999 }, { width: 63 }, { noise: 0 }] as const),
    ...([{ changes: [{ step: 3, p: 0 }] }, { activation: 'tanh' }, { scenario: 'disc' }] as const),
  ];
  for (const other of others) assert.notEqual(trainingKey({ ...training, ...other }), key);
  const band = { ...training, scenario: 'band' } as const;
  assert.notEqual(trainingKey({ ...band, added: [[0, 1]] }), trainingKey(band));
});
