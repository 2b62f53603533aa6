// The program that one takes away prints, in our own Python, the losses that the training had, digit by digit.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load, type Torch } from '../../web/core/torch-node.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { programOf } from '../../web/training/program.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import type { AnyTraining } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';
import { startInterpreter } from '../python/start-interpreter.ts';

let torch: Torch;
let interpreter: Interpreter;
before(async () => {
  [torch, interpreter] = await Promise.all([load(), startInterpreter()]);
});

function printed(source: string): string {
  const texts = { stdout: '', stderr: '' };
  const take = (stream: 'stdout' | 'stderr') => (bytes: Uint8Array) => {
    texts[stream] += Buffer.from(bytes);
  };
  interpreter.run(
    { source, filename: 'training.py' },
    { stdout: take('stdout'), stderr: take('stderr') },
  );
  assert.equal(texts.stderr, '');
  return texts.stdout;
}

/** What the program would print, of the run. */
function told(training: AnyTraining): string {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  const lines: string[] = [];
  for (let part = 1; part <= 10; part++) {
    run.advance((part * run.steps) / 10);
    const { losses, accuracies } = run.outcome();
    const shares = accuracies ? [accuracies.training, accuracies.validation] : [];
    lines.push(
      [
        String(run.step).padStart(4),
        ...[losses.masked, losses.training, losses.validation].map((loss) => loss.toFixed(6)),
        ...shares.map((share) => share.toFixed(4)),
      ].join(' '),
    );
  }
  if (training.scenario === 'band') {
    const band = run.band(100);
    lines.push(...[band?.mean, band?.sd].map((numbers) => String(torch.tensor(numbers ?? []))));
  }
  run.dispose();
  return `${lines.join('\n')}\n`;
}

const TRAININGS: readonly AnyTraining[] = [
  { scenario: 'curve', p: 0.5, seed: 42, steps: 200 },
  { scenario: 'curve', p: 0, seed: 7, steps: 200, width: 20, noise: 0.5, activation: 'tanh' },
  {
    ...({ scenario: 'curve', p: 0.5, seed: 1, steps: 50 } as const),
    changes: [
      { step: 10, p: 0 },
      { step: 25, p: 0.9 },
    ],
  },
  { scenario: 'glyphs', p: 0.3, seed: 42, steps: 100 },
  { scenario: 'disc', p: 0.2, seed: 42, steps: 100 },
  { scenario: 'linear', p: 0.1, seed: 42, steps: 100 },
  { scenario: 'linear', p: 0.1, seed: 42, steps: 20, noise: 0.2 },
  { scenario: 'transformer', p: 0.3, seed: 42, steps: 20 },
  {
    ...({ scenario: 'transformer', p: 0.5, seed: 1, steps: 20, activation: 'tanh' } as const),
    changes: [{ step: 10, p: 0.1 }],
  },
  { scenario: 'band', p: 0.1, seed: 42, steps: 100 },
  {
    scenario: 'band',
    p: 0.1,
    seed: 42,
    steps: 50,
    activation: 'tanh',
    added: [
      [0, 1.5],
      [-1.25, 0],
    ],
  },
];

describe('the program of a training prints its losses', () => {
  for (const training of TRAININGS) {
    test(JSON.stringify(training), () => {
      assert.equal(printed(programOf(training)), told(training));
    });
  }
});
