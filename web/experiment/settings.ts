// The settings of an experiment, each recorded once: its name, what it means, how programs may give it, and
// its default. Attributes, links, the embed's properties, React's types, the custom-elements manifest and
// the guide's table are made of this file. read-settings.ts reads the texts; it is a file of its own since
// it needs the core, while the embed's script has to know names and defaults before it fetches a core.

/** What a program may give for each setting, as JSX does with `p={0.5}`. The attribute is its text. */
export interface GivenSettings {
  /** A tensor as people paste it: a list, what PyTorch or NumPy prints, `torch.ones(6, 6)`. */
  input: string;
  /** The probability of an element to be zeroed, 0 to 1; `1/3` and `50%` as well. */
  p: number | string;
  /** As the engine's framework takes it; with JAX and Flax also a key, such as `split(key(0))[1]` or `[0, 42]`. */
  seed: number | string;
  /** Whose random numbers, and after commas its options: `torch-cpu`, `jax,partitionable=false`. */
  engine: string;
  /** `Dropout`, `Dropout1d`, `Dropout2d`, `Dropout3d`, `AlphaDropout` or `FeatureAlphaDropout`. */
  layer: string;
  /** `true`, or the attribute without a value, if a call changes its input. */
  inplace: boolean | string;
  /** Which call since the seeding is shown, from 1. */
  call: number | string;
  /** The upstream gradient, a tensor of the output's shape; empty for ones. */
  gradient: string;
  /**
   * How many words of 32 bits are drawn first, of which an `nn.Linear(m, n)` draws m × n + n; with
   * `flax-nnx` keys, of which an `nnx.Linear` takes two. After the seed and before the input, or after
   * `reseed`, if that is given; `20, 4` draws 4 more right before the layer.
   */
  skip: number | string;
  /** A seed that is given again, after the input and before the layer; empty for none. */
  reseed: number | string;
  /** The p of a layer that is called on the same input before this one, or of several: `0.3, 0.2`. */
  earlier: number | string;
}

/** The settings as text that may be wrong: what attributes and links hold. */
export type Settings = { [Name in keyof GivenSettings]: string };

/** What the page opens with, and what the command line fills in. PyTorch 2.7 drops three of its eight elements. */
export const DEFAULT_SETTINGS: Settings = Object.freeze({
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
});

/**
 * What was shown by default when links and figures in posts were first made. Frozen: those that leave settings out go on
 * showing it, whatever the page opens with.
 */
export const FIRST_SETTINGS: Settings = Object.freeze({
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

export const SETTINGS = Object.keys(DEFAULT_SETTINGS) as readonly (keyof Settings)[];

/** What is wrong with a field, to be shown beside it. */
export type FieldErrors = { [Field in keyof Settings]?: Error };
