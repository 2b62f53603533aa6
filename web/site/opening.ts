// The experiment that the page opens with where no link names one.
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** Positive and negative, kept and dropped, a -0.: of the default's [1, 2, 3, 4] nothing is dropped. */
export const OPENING: Settings = {
  ...DEFAULT_SETTINGS,
  input: '[[1, 0.5, -1.5, 2], [0.5, 3, 2, 0.5], [1.5, -1, -0.5, 1]]',
  seed: '123',
};
