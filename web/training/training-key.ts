// By what a training's numbers are known: two that give the same ones have the same key.
import { scenarioOf } from './scenarios/scenarios.ts';
import type { AnyTraining } from './training.ts';

export function trainingKey(training: AnyTraining): string {
  const defaults = scenarioOf(training);
  const { scenario, p, seed, changes = [], activation = 'relu' } = training;
  const { steps, width, noise } = {
    steps: training.steps ?? defaults.steps,
    width: training.width ?? defaults.width,
    noise: training.noise ?? defaults.noise,
  };
  const added = (training.scenario === 'band' && training.added) || [];
  return JSON.stringify([scenario, p, seed, changes, steps, width, noise, activation, added]);
}
