// The options of the embed, recorded as the settings are: what a figure offers its readers, and when it is
// fetched. They are no part of the experiment, and no link holds them. And what a figure shows whose attributes
// say nothing.
import type { Settings } from '../experiment/settings.ts';

/** What a program may give for each option. */
export interface GivenOptions {
  /**
   * What readers are offered: names out of `p seed engine layer inplace input call derivation gradient
   * printed`, each also as `seed:locked`. Without it everything.
   */
  controls: string;
  /** `eager` to load at once; else it waits until it is nearly in sight. */
  loading: 'eager' | 'lazy';
}

/** The options as attributes: null where there is none. */
export type Options = { [Name in keyof GivenOptions]: string | null };

export const DEFAULT_OPTIONS: Options = { controls: null, loading: null };

/** Frozen, since the posts that leave attributes out were written with these. The page opens with others. */
export const EMBED_SETTINGS: Settings = Object.freeze({
  input: '[1, 2, 3, 4]',
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
});
