// A run of each of the lab's scenarios, from the first draw to the losses at its end, here and as its program in PyTorch; and
// a sweep.
import { readOut } from '../passes.mjs';
import { timed } from '../rounds.mjs';

const P = 0.5;
const SWEEP_SEEDS = 8;

/**
 * For each scenario its cases.
 *
 * @param {typeof import('./lab.ts')} lab
 * @param {import('../../web/core/torch.ts').Torch} torch
 * @param {((source: string) => Promise<object>) | undefined} pytorch  who runs a program there, if anybody does
 */
export async function runCases(lab, torch, pytorch) {
  const all = [];
  for (const scenario of Object.keys(lab.SCENARIOS)) {
    const training = { scenario, p: P, seed: 42 };
    const own = {
      name: 'dropout-playground',
      sample: timed((times) => {
        for (let i = 0; i < times; i++) readOut(train(lab, torch, training).losses.validation);
      }),
    };
    const others = pytorch ? [await pytorch(lab.programOf(training))] : [];
    const cases = [own, ...others.map((other) => ({ ...other, against: own.name }))];
    all.push({ setting: `${scenario}, p = ${P}`, cases });
  }
  return all;
}

/**
 * Milliseconds of the sweep of each scenario over its p's and eight seeds, on one thread.
 *
 * @param {typeof import('./lab.ts')} lab
 * @param {import('../../web/core/torch.ts').Torch} torch
 * @param {(text: string) => unknown} progress
 */
export async function sweepTimes(lab, torch, progress) {
  const results = [];
  for (const [scenario, { ps }] of Object.entries(lab.SCENARIOS)) {
    await progress(`a sweep: ${scenario}`);
    const seeds = Array.from({ length: SWEEP_SEEDS }, (_, seed) => seed);
    const start = performance.now();
    for (const training of lab.trainingsOf({ scenario, seeds })) train(lab, torch, training);
    const ms = performance.now() - start;
    const name = `${scenario}: ${ps.length} p × ${SWEEP_SEEDS} seeds`;
    results.push({ section: 'lab-sweeps', name, ms: { lower: ms, median: ms, upper: ms } });
  }
  return results;
}

function train({ SCENARIOS, TrainingRun }, torch, training) {
  const run = new TrainingRun(torch, SCENARIOS[training.scenario], training);
  run.advance(run.steps);
  const outcome = run.outcome();
  run.dispose();
  return outcome;
}
