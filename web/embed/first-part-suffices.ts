// Whether a figure can begin with the core's first part (scripts/first-part-profile.mjs says what that can do).
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** Lists of numbers without an exponent, and ones or zeros. */
const PLAIN = /^(?:torch\.(?:ones|zeros))?[-+.,\d\s[\]()]*$/;

/** Those that scripts/first-part-profile.mjs calls. */
const LAYERS: readonly string[] = ['Dropout', 'Dropout1d', 'Dropout2d', 'Dropout3d'];

/** The settings that need more unless they are the default ones. */
const ORDINARY = ['engine', 'gradient', 'skip', 'reseed', 'earlier'] as const;

/**
 * A guess by the looks of the settings. A wrong guess costs one request: a figure that needs the rest fetches
 * it, but the whole core in one file would have been there sooner than in two.
 */
export function firstPartSuffices(settings: Settings): boolean {
  return (
    ORDINARY.every((name) => settings[name] === DEFAULT_SETTINGS[name]) &&
    PLAIN.test(settings.input.trim()) &&
    LAYERS.includes(settings.layer)
  );
}
