// What a lab trains, as its attributes say it, each recorded once: links, React's types, the custom-elements manifest and
// the guide's table are made of this file, which needs nothing else.

/** What a program may give for each, as JSX does with `p={0.5}`. The attribute is its text. */
export interface GivenLab {
  /** What is learned: `curve`, `glyphs`, `disc`, `linear` (where it does not help) or `transformer`. */
  scenario: string;
  /** The probability that a unit of the right network is off in a step, 0 to 0.95. */
  p: number | string;
  /** The seed of the examples, of the first weights and of the masks. */
  seed: number | string;
  /** After how many steps the training ends, up to 5,000; empty for what the scenario has. */
  steps: number | string;
  /** Units of a hidden layer: 16, 32, 64 or 128; empty for what the scenario has. */
  width: number | string;
  /** How noisy the examples are, or which share of the labels is wrong; empty for what the scenario has. */
  noise: number | string;
  /** `relu` or `tanh`; empty for `relu`. */
  activation: string;
}

/** Texts, as they were written: a wrong one means the scenario's own. */
export type LabSettings = { [Name in keyof GivenLab]: string };

/** What a lab trains of which nothing else is said. An empty text means what the scenario has. */
export const DEFAULT_LAB: LabSettings = Object.freeze({
  scenario: 'curve',
  p: '0.5',
  seed: '42',
  steps: '',
  width: '',
  noise: '',
  activation: '',
});

export const LAB_SETTINGS = Object.keys(DEFAULT_LAB) as readonly (keyof LabSettings)[];
