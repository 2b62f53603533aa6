// Which figures begin with the first part of the core: those for which that will do.
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** Lists of numbers without an exponent, and ones or zeros: of what scripts/first-use.mjs tries. */
const PLAIN = /^(?:torch\.(?:ones|zeros))?[-+.,\d\s[\]()]*$/;

/**
 * Told at a glance, for nothing is wrong but a request too many if it is not so: for another the core is
 * sooner there in one file than in two.
 */
export function isUsual({ engine, input, layer, gradient }: Settings): boolean {
  return (
    engine === DEFAULT_SETTINGS.engine &&
    PLAIN.test(input.trim()) &&
    !layer.includes('Alpha') &&
    gradient === DEFAULT_SETTINGS.gradient
  );
}
