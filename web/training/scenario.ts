// What a scenario says, which is what a program in PyTorch would say of it.
import type { Tensor, Torch } from '../core/torch.ts';
import type { Network } from './network.ts';
import type { Activation } from './training.ts';

export interface Examples {
  /** [examples, features]. */
  readonly inputs: Tensor;
  /** Numbers [examples, 1], or classes [examples] as int64. */
  readonly targets: Tensor;
  /** Of classes that were changed here and there, what they were before. */
  readonly right?: Tensor;
}

export interface Data {
  readonly training: Examples;
  readonly validation: Examples;
}

export interface Scenario {
  readonly steps: number;
  readonly width: number;
  readonly noise: number;
  readonly learningRate: number;
  readonly weightDecay?: number;
  readonly loss: 'mseLoss' | 'crossEntropy';
  /** Examples of a step, shuffled in each epoch. Default: all, in their order. */
  readonly batch?: number;
  /** The p's of its sweep. */
  readonly ps: readonly number[];
  /** Draws the examples: the first that is drawn after the seed is set. */
  data(torch: Torch, noise: number): Data;
  /** Draws the first parameters: what is drawn next. */
  network(torch: Torch, width: number, activation: Activation): Network;
  /** The same in PyTorch's Python. */
  readonly python: ScenarioProgram;
  /** The points [points, features] at which the network's outputs are drawn, if they are. */
  grid?(torch: Torch): Tensor;
}

/** What of a program is the scenario's own. */
export interface ScenarioProgram {
  /** Statements that draw `x`, `y`, `x_val` and `y_val`, in the order of data(). */
  data(noise: number): string;
  /** Statements that draw `model`, in the order of network(). */
  model(width: number, activation: Activation, p: number): string;
  /** A statement that changes p where that is in no nn.Dropout. */
  changeOfP?(p: number): string;
}
