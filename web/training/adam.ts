// torch.optim.Adam.
import type { Tensor, Torch } from '../core/torch.ts';
import type { ParameterVector } from './parameter-vector.ts';
import { power } from './power.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

export interface AdamOptions {
  readonly learningRate: number;
  readonly weightDecay?: number | undefined;
}

export class Adam {
  readonly #torch: Torch;
  readonly #vector: ParameterVector;
  readonly #options: AdamOptions;
  readonly #average: Tensor;
  readonly #squares: Tensor;
  #steps = 0;

  constructor(torch: Torch, vector: ParameterVector, options: AdamOptions) {
    this.#torch = torch;
    this.#vector = vector;
    this.#options = options;
    this.#average = torch.zerosLike(vector.elements).keep();
    this.#squares = torch.zerosLike(vector.elements).keep();
  }

  /** Goes one step down the loss. */
  step(loss: Tensor): void {
    const gradients = this.#torch.grad([loss], this.#vector.parameters) as Tensor[];
    this.#torch.noGrad(() => this.#update(this.#torch.cat(gradients.map((each) => each.view(-1)))));
  }

  #update(gradients: Tensor): void {
    const { learningRate, weightDecay } = this.#options;
    const { elements } = this.#vector;
    const step = ++this.#steps;
    this.#torch.adamStep_(elements, gradients, this.#average, this.#squares, {
      lr: learningRate,
      beta1: BETA1,
      beta2: BETA2,
      eps: EPSILON,
      weightDecay: weightDecay ?? 0,
      biasCorrection1: 1 - power(BETA1, step),
      biasCorrection2: Math.sqrt(1 - power(BETA2, step)),
    });
  }

  dispose(): void {
    this.#average.dispose();
    this.#squares.dispose();
  }
}
