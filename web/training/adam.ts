// torch.optim.Adam: the same operations in the same order, and so the same bits.
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
    const down = weightDecay ? gradients.add(elements, { alpha: weightDecay }) : gradients;
    this.#average.mul_(BETA1).add_(down, { alpha: 1 - BETA1 });
    this.#squares.mul_(BETA2).addcmul_(down, down, { value: 1 - BETA2 });
    const size = learningRate / (1 - power(BETA1, step));
    const correction = Math.sqrt(1 - power(BETA2, step));
    const denominator = this.#squares.sqrt().div(correction).add_(EPSILON);
    elements.addcdiv_(this.#average, denominator, { value: -size });
  }

  dispose(): void {
    this.#average.dispose();
    this.#squares.dispose();
  }
}
