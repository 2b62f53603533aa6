// The whole state of an experiment, as text that may be wrong: what attributes and links hold.
export interface Settings {
  /** A tensor, as `parse()` reads it. */
  input: string;
  /** The probability of an element to be zeroed. */
  p: string;
  seed: string;
  /** An engine, and after commas its options: `torch-cpu`, `jax,partitionable=false`. */
  engine: string;
  /** A class of torch.nn: `Dropout`, `Dropout2d`. */
  layer: string;
  /** `true`, or nothing as in an attribute without a value; all else is `false`. */
  inplace: string;
  /** Which call since the seeding is shown, from 1. */
  call: string;
  /** The upstream gradient as a tensor of the output's shape; empty for ones. */
  gradient: string;
}

/** Frozen. */
export const DEFAULT_SETTINGS: Settings = Object.freeze({
  input: '[1, 2, 3, 4]',
  p: '0.5',
  seed: '42',
  engine: 'torch-cpu',
  layer: 'Dropout',
  inplace: 'false',
  call: '1',
  gradient: '',
});

export const SETTINGS = Object.freeze(Object.keys(DEFAULT_SETTINGS)) as readonly (keyof Settings)[];

/** What is wrong with a field, to be shown beside it. */
export type FieldErrors = { [Field in keyof Settings]?: Error };
