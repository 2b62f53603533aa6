// Whether a figure can begin with the core's first part (scripts/first-part-profile.mjs says what that can do).
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** Lists of numbers without an exponent, and ones or zeros. */
const PLAIN = /^(?:torch\.(?:ones|zeros))?[-+.,\d\s[\]()]*$/;

/**
 * A guess by the looks of the settings. A wrong guess costs one request: a figure that needs the rest fetches
 * it, but the whole core in one file would have been there sooner than in two.
 */
export function firstPartSuffices({ engine, input, layer, gradient }: Settings): boolean {
  return (
    engine === DEFAULT_SETTINGS.engine &&
    PLAIN.test(input.trim()) &&
    !layer.includes('Alpha') &&
    gradient === DEFAULT_SETTINGS.gradient
  );
}
