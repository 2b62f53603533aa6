// What a training is, and what is told of it while it goes on.

/** What is learned. Each has its data, network, loss, optimizer and number of steps. */
export type ScenarioName = 'curve' | 'glyphs' | 'disc' | 'linear' | 'transformer';

/** What stands behind each hidden layer, before its dropout. */
export type Activation = 'relu' | 'tanh';

/**
 * All that a training depends on: whoever trains the same again gets the same numbers, to the last bit,
 * however its steps are cut into slices.
 */
export interface Training {
  readonly scenario: ScenarioName;
  /** Probability that a hidden unit is off in a step. */
  readonly p: number;
  /** What another p was chosen from which step on, in the order of their steps. Usually none. */
  readonly changes?: readonly { readonly step: number; readonly p: number }[];
  readonly seed: number;
  /** Default: the scenario's. */
  readonly steps?: number | undefined;
  /** Units of a hidden layer. Default: the scenario's. */
  readonly width?: number | undefined;
  /** Of the curve the standard deviation of the noise, of classes the share of wrong labels. Default: the scenario's. */
  readonly noise?: number | undefined;
  readonly activation?: Activation | undefined;
}

/** A training for MC dropout's band: 600 steps on points in two clusters. */
export interface BandTraining extends Omit<Training, 'scenario'> {
  readonly scenario: 'band';
  /** Points of the reader's, behind those that are drawn. */
  readonly added?: readonly (readonly [x: number, y: number])[] | undefined;
}

export type AnyTraining = Training | BandTraining;

/** Three losses, since nobody should wonder why validation is better than training. */
export interface Losses {
  /** Of the batch of this step, with its masks: what the step goes down. */
  readonly masked: number;
  /** Of all training examples, in eval mode. */
  readonly training: number;
  /** Of examples that were not trained on, in eval mode. */
  readonly validation: number;
}

/** Shares of examples that are classified right, in eval mode. */
export interface Accuracies {
  readonly training: number;
  readonly validation: number;
}

/** How a training stands after a step. */
export interface Moment {
  /** Steps taken until now; 0 before the first. */
  readonly step: number;
  /** `masked` is NaN before the first step. */
  readonly losses: Losses;
  /** Of classes only. */
  readonly accuracies?: Accuracies | undefined;
  /**
   * What the network says in eval mode at each point of the scenario's grid: the value of a curve, or the
   * probability of the second class of a disc. Empty where there is nothing to draw.
   */
  readonly predictions: Float32Array;
  /** For each hidden layer: 1 for a unit that was on in this step for the first example of the batch, 0 for one that was off. */
  readonly masks: readonly Uint8Array[];
}

/** A layer's weights, [outputs, inputs] row by row. */
export interface LayerWeights {
  readonly outputs: number;
  readonly inputs: number;
  readonly weights: Float32Array;
}

/** What came of a training. */
export interface Outcome {
  readonly losses: Losses;
  /** Of classes only. */
  readonly accuracies?: Accuracies | undefined;
}

/** What a hidden unit computes in eval mode, at each point of the scenario's grid. */
export interface UnitView {
  readonly activations: Float32Array;
  /** What the network says where all others of the unit's layer are off. */
  readonly alone: Float32Array;
  /** What it says where the unit is off. */
  readonly without: Float32Array;
}

/** What passes with masks say at each point of the grid. */
export interface Band {
  readonly mean: Float32Array;
  /** Standard deviation, with n - 1. */
  readonly sd: Float32Array;
  /** [passes, points], row by row. */
  readonly passes: Float32Array;
}
