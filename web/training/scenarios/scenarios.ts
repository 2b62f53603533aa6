// All scenarios, by their names.
import type { Scenario } from '../scenario.ts';
import type { AnyTraining, ScenarioName } from '../training.ts';
import { band } from './band.ts';
import { curve } from './curve.ts';
import { disc } from './disc.ts';
import { glyphs } from './glyphs.ts';
import { linear } from './linear.ts';

export const SCENARIOS: Readonly<Partial<Record<ScenarioName, Scenario>>> = {
  curve,
  disc,
  glyphs,
  linear,
};

export function scenarioOf(training: AnyTraining): Scenario {
  if (training.scenario === 'band') return band(training.added);
  const scenario = SCENARIOS[training.scenario];
  if (!scenario) throw new RangeError(`there is no scenario ${training.scenario}`);
  return scenario;
}
