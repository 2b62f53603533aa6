// All scenarios, by their names.
import type { Scenario } from '../scenario.ts';
import type { ScenarioName } from '../training.ts';
import { curve } from './curve.ts';

const SCENARIOS: Readonly<Partial<Record<ScenarioName, Scenario>>> = {
  curve,
};

export function scenarioOf(name: ScenarioName): Scenario {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new RangeError(`there is no scenario ${name}`);
  return scenario;
}
