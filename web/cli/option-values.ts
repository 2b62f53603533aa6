// Reads the values of options. An unreadable text is a usage error. The package itself refuses values out of range,
// in the words of the framework.
import { type Engine, LAYERS, type LayerName } from 'dropout-playground';
import { kindOf } from '../core/errors.ts';
import { readProbability, readSeed } from '../experiment/read-settings.ts';
import { UsageError } from './arguments.ts';

/** The value of --p. @throws UsageError */
export function probability(text: string): number {
  return readProbability(probabilityText(text));
}

/** The text of --p, as figures read it, too. @throws UsageError */
export function probabilityText(text: string): string {
  try {
    readProbability(text);
    return text;
  } catch {
    throw new UsageError(`--p must be a number from 0 to 1, but got '${text}'`);
  }
}

/** The text of --seed. @throws UsageError */
export function seedText(text: string, engine: Engine): string {
  try {
    readSeed(text, engine);
  } catch (error) {
    // Another error is the framework's, in its words.
    if (kindOf(error) === 'no-whole-number') {
      throw new UsageError(`--seed must be a whole number, but got '${text}'`);
    }
  }
  return text;
}

/** The value of --layer. @throws UsageError */
export function layerName(text: string): LayerName {
  const layer = LAYERS.find((name) => name === text);
  if (layer) return layer;
  throw new UsageError(`unknown layer '${text}'; known are ${LAYERS.join(', ')}`);
}

/** The value of --calls. @throws UsageError */
export function callCount(text: string, most = Number.MAX_SAFE_INTEGER): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  const bounds = most === Number.MAX_SAFE_INTEGER ? 'from 1' : `from 1 to ${most}`;
  throw new UsageError(`--calls must be a whole number ${bounds}, but got '${text}'`);
}
