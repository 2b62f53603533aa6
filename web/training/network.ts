// What is trained.
import type { Tensor } from '../core/torch.ts';
import type { ParameterVector } from './parameter-vector.ts';
import type { LayerWeights } from './training.ts';

export interface Network {
  readonly vector: ParameterVector;

  /** [examples, outputs]. With `train`, masks of this p are drawn. */
  forward(inputs: Tensor, p: number, train: boolean): Tensor;

  /**
   * Draws the masks that forward() would draw of so many examples, in its order, and gives for each hidden layer that of
   * the first example.
   */
  masks(examples: number, p: number): readonly Uint8Array[];

  /** Units of each hidden layer. */
  readonly widths: readonly number[];

  /** Of each layer, from the inputs on. */
  weights(): readonly LayerWeights[];

  /** What a unit computes for each of these inputs, in eval mode; absent where units are not drawn. */
  unit?(inputs: Tensor, layer: number, unit: number): UnitOutputs;
}

export interface UnitOutputs {
  /** Its activation: [examples]. */
  readonly activations: Tensor;
  /** [examples, outputs], where all others of its layer are off. */
  readonly alone: Tensor;
  /** [examples, outputs], where it is off. */
  readonly without: Tensor;
}
