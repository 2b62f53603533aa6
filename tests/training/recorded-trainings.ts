// The trainings that tests/fixtures/torch-scenarios.json has PyTorch's losses of. Run by itself, it prints their programs
// for tests/fixtures/torch-scenarios.py.
import { pathToFileURL } from 'node:url';
import { programOf } from '../../web/training/program.ts';
import type { AnyTraining } from '../../web/training/training.ts';

export const RECORDED: readonly AnyTraining[] = [
  { scenario: 'curve', p: 0, seed: 42, steps: 500 },
  { scenario: 'curve', p: 0.5, seed: 42, steps: 500 },
  { scenario: 'curve', p: 0.5, seed: 42, steps: 500, activation: 'tanh' },
  { scenario: 'glyphs', p: 0, seed: 42, steps: 500 },
  { scenario: 'glyphs', p: 0.5, seed: 42, steps: 500 },
  { scenario: 'disc', p: 0, seed: 42, steps: 500 },
  { scenario: 'disc', p: 0.5, seed: 42, steps: 500 },
  { scenario: 'linear', p: 0, seed: 42, steps: 500 },
  { scenario: 'linear', p: 0.2, seed: 42, steps: 500 },
  { scenario: 'transformer', p: 0, seed: 42, steps: 500 },
  { scenario: 'transformer', p: 0.3, seed: 42, steps: 500 },
  { scenario: 'band', p: 0.1, seed: 42, steps: 500 },
  { scenario: 'band', p: 0.1, seed: 42, steps: 500, activation: 'tanh' },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const programs = RECORDED.map((training) => ({ training, source: programOf(training) }));
  console.log(JSON.stringify(programs));
}
