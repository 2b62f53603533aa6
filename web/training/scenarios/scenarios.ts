// All scenarios, by their names.
import type { Scenario } from '../scenario.ts';
import type { AnyTraining, ScenarioName } from '../training.ts';
import { band } from './band.ts';
import { curve } from './curve.ts';
import { disc } from './disc.ts';
import { glyphs } from './glyphs.ts';
import { linear } from './linear.ts';
import { transformer } from './transformer.ts';

export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  curve,
  disc,
  glyphs,
  linear,
  transformer,
};

export function scenarioOf(training: AnyTraining): Scenario {
  if (training.scenario === 'band') return band(training.added);
  return SCENARIOS[training.scenario];
}
