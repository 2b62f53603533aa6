// Writes a searched engine as the settings do, so that a match can be shown.
import type { SearchedEngine } from '../../core/index.ts';
import { engineText } from '../read-settings.ts';

const DEFAULTS: Readonly<Record<string, unknown>> = {
  partitionable: true,
  path: '',
  version: '0.11',
};

/** Leaves out options with the engine's default: `jax`, not `jax,partitionable=true`. */
export function searchedEngineText({ engine, options = {} }: SearchedEngine): string {
  const others = Object.entries(options).filter(([name, value]) => value !== DEFAULTS[name]);
  return engineText({ engine, options: Object.fromEntries(others) });
}
