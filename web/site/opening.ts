// The experiment that the page opens with if its address names none.
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** It has positive and negative numbers, kept and dropped ones, and a -0. The default one drops nothing. */
export const OPENING: Settings = {
  ...DEFAULT_SETTINGS,
  input: '[[1, 0.5, -1.5, 2], [0.5, 3, 2, 0.5], [1.5, -1, -0.5, 1]]',
  seed: '123',
};
