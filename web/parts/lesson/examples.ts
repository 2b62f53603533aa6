// The experiments that steps of the lesson show.
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';

/** With seed 3, p = 0.25, 0.5 and 0.75 drop some elements and keep some, in the first two calls. */
export const EXAMPLE: Settings = {
  ...DEFAULT_SETTINGS,
  input: '[[1, 2, 3, 4], [5, 6, 7, 8]]',
  seed: '3',
};

export const HALF: Settings = { ...EXAMPLE, p: '0.5' };
export const QUARTER_KEPT: Settings = { ...EXAMPLE, p: '0.75' };
