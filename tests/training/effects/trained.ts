// Trains 24 seeds, and says how likely it is that nothing is to be seen in them.
//
// A training is the same wherever it runs, so these tests do not fail by chance. What could be chance is the claim: where
// dropout does nothing, it is better than none in every second seed. `chance` is how often at least so many of 24 seeds
// would then be better, which is the rate of false alarms of the claim.
import { load } from '../../../web/core/torch-node.ts';
import { SCENARIOS } from '../../../web/training/scenarios/scenarios.ts';
import type { Outcome, Training } from '../../../web/training/training.ts';
import { TrainingRun } from '../../../web/training/training-run.ts';

export const SEEDS = Array.from({ length: 24 }, (_, seed) => seed);

/** For each seed what comes of each p, at the end of the scenario's steps. */
export async function outcomesOf(
  training: Omit<Training, 'p' | 'seed'>,
  ps: readonly number[],
): Promise<Outcome[][]> {
  const torch = await load();
  return SEEDS.map((seed) =>
    ps.map((p) => {
      const run = new TrainingRun(torch, SCENARIOS[training.scenario], { ...training, p, seed });
      run.advance(run.steps);
      const outcome = run.outcome();
      run.dispose();
      return outcome;
    }),
  );
}

export const lossesOf = (rows: readonly (readonly Outcome[])[]): number[][] =>
  rows.map((row) => row.map(({ losses }) => losses.validation));

export const accuraciesOf = (rows: readonly (readonly Outcome[])[]): number[][] =>
  rows.map((row) => row.map(({ accuracies }) => accuracies?.validation ?? Number.NaN));

/** How likely at least so many heads are, of as many coins as there are seeds. */
export function chance(heads: number, coins = SEEDS.length): number {
  let ways = 1;
  let sum = 0;
  for (let k = 0; k <= coins; k++) {
    if (k >= heads) sum += ways;
    ways = (ways * (coins - k)) / (k + 1);
  }
  return sum / 2 ** coins;
}
