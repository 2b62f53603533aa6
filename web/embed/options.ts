// The options of the embed, recorded as the settings are: what a figure offers its readers, and when it is
// fetched. They are no part of the experiment, and no link holds them.

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
