// Reads the values of options. An unreadable text is a usage error. The package itself refuses values out of range,
// in the words of the framework.
import { type Engine, LAYERS, type LayerName } from 'dropout-playground';
import { kindOf } from '../core/errors.ts';
import { type BeforeSettings, readBefore } from '../experiment/before-layer.ts';
import { readProbability, readSeed } from '../experiment/read-settings.ts';
import { DEFAULT_SETTINGS } from '../experiment/settings.ts';
import { type Arguments, UsageError } from './arguments.ts';

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

/** The text of --seed or --reseed. @throws UsageError */
export function seedText(text: string, engine: Engine, option = 'seed'): string {
  try {
    readSeed(text, engine);
    return text;
  } catch (error) {
    const kind = kindOf(error);
    // A seed out of range and a float are refused when it is used, in the framework's words.
    const isKey = /[[(]/.test(text);
    if (kind === 'seed' && !isKey) return text;
    if (kind !== 'no-whole-number')
      throw new UsageError(`--${option}: ${(error as Error).message}`);
    const hint = isKey ? '; keys are for --engine jax, flax-linen and flax-nnx' : '';
    throw new UsageError(`--${option} must be a whole number, but got '${text}'${hint}`);
  }
}

/** The texts of --skip, --reseed and --earlier. @throws UsageError */
export function beforeTexts({ values }: Arguments, engine: Engine): BeforeSettings {
  const { skip, reseed, earlier } = { ...DEFAULT_SETTINGS, ...values };
  const again = reseed.trim() === '' ? reseed : seedText(reseed, engine, 'reseed');
  try {
    // A seed out of range is refused in the framework's words, as --seed is.
    readBefore({ skip, reseed: again.trim() === '' ? '' : '0', earlier }, engine);
  } catch (error) {
    const option = values.earlier === undefined ? 'skip' : 'earlier';
    throw new UsageError(`--${option}: ${(error as Error).message}`);
  }
  return { skip, reseed: again, earlier };
}

/** The value of --layer. @throws UsageError */
export function layerName(text: string): LayerName {
  const layer = LAYERS.find((name) => name === text);
  if (layer) return layer;
  throw new UsageError(`unknown layer '${text}'; known are ${LAYERS.join(', ')}`);
}

/** The value of --skip. The package refuses what is too large. @throws UsageError */
export function skipCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--skip must be a whole number from 0, but got '${text}'`);
}

/** The value of --calls. @throws UsageError */
export function callCount(text: string, most = Number.MAX_SAFE_INTEGER): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  const bounds = most === Number.MAX_SAFE_INTEGER ? 'from 1' : `from 1 to ${most}`;
  throw new UsageError(`--calls must be a whole number ${bounds}, but got '${text}'`);
}
