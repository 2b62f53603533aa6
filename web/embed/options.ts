// The options of the embed, recorded as the settings are: what a figure offers its readers, and when it is
// fetched. They are no part of the experiment, and no link holds them. And what a figure is without attributes,
// which depends on the address of its script.
import { SMALL } from '../experiment/offers.ts';
import { FIRST_SETTINGS, type Settings } from '../experiment/settings.ts';

/** What a program may give for each option. */
export interface GivenOptions {
  /**
   * What readers are offered: names out of `p seed engine layer inplace input draws call derivation
   * gradient printed`, each also as `seed:locked`, and `more` for a button that shows those that are not named.
   */
  controls: string;
  /** `eager` to load at once; else it waits until it is nearly in sight. */
  loading: 'eager' | 'lazy';
}

/** The options as attributes: null where there is none. */
export type Options = { [Name in keyof GivenOptions]: string | null };

/** The properties of a figure without attributes. null of `controls` offers everything. */
export type Defaults = Readonly<Settings & Options>;

/**
 * Of `embed/1/dropout-playground.js` and `dropout-playground/embed/1`. Posts of other people rely on it, so that it
 * never changes: other defaults are another version with an address of its own.
 */
export const VERSION_1: Defaults = Object.freeze({
  input: '[[1, 2, 3, 4], [5, 6, 7, 8]]',
  p: '0.5',
  seed: '42',
  engine: 'torch-cpu',
  layer: 'Dropout',
  inplace: 'false',
  call: '1',
  gradient: '',
  skip: '0',
  reseed: '',
  earlier: '',
  controls: SMALL,
  loading: null,
});

/** Of `embed/dropout-playground.js` and `dropout-playground/embed`, from before there were versions. Nor does it. */
export const UNVERSIONED: Defaults = Object.freeze({
  ...FIRST_SETTINGS,
  // All that there was.
  controls:
    'p seed engine layer inplace input call derivation gradient printed skip reseed earlier',
  loading: null,
});
