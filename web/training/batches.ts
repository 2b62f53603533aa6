// Which examples a step sees.
import type { Tensor, Torch } from '../core/torch.ts';
import type { Examples } from './scenario.ts';

export class Batches {
  readonly #torch: Torch;
  readonly #examples: Examples;
  readonly #size: number | undefined;
  /** The order of this epoch, and how many of it were seen. */
  #order: Tensor | null = null;
  #seen = 0;

  /** @param size Of a batch; without it, each has all examples. It divides their number. */
  constructor(torch: Torch, examples: Examples, size: number | undefined) {
    this.#torch = torch;
    this.#examples = examples;
    this.#size = size;
  }

  /** The next, which an epoch's first draws the order for. */
  next(): Examples {
    if (this.#size === undefined) return this.#examples;
    const { inputs, targets } = this.#examples;
    const count = inputs.shape[0] as number;
    if (!this.#order || this.#seen === count) {
      this.#order?.dispose();
      this.#order = this.#torch.randperm(count).keep();
      this.#seen = 0;
    }
    const batch = this.#order.narrow(0, this.#seen, this.#size);
    this.#seen += this.#size;
    return { inputs: inputs.at(batch), targets: targets.at(batch) };
  }

  dispose(): void {
    this.#order?.dispose();
  }
}
