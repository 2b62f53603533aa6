// A multilayer perceptron with dropout behind each hidden layer, as nn.Sequential(Linear, ReLU, Dropout, …, Linear).
import type { Tensor, Torch } from '../core/torch.ts';
import { initialiseLinear } from './initialisers.ts';
import type { Network, UnitOutputs } from './network.ts';
import { ParameterVector } from './parameter-vector.ts';
import { numberText } from './python-text.ts';
import type { Activation, LayerWeights } from './training.ts';

export class Perceptron implements Network {
  readonly vector: ParameterVector;
  readonly widths: readonly number[];
  readonly #torch: Torch;
  readonly #activation: Activation;

  /** @param sizes Of the input, of each hidden layer, and of the output. */
  constructor(torch: Torch, sizes: readonly number[], activation: Activation) {
    this.#torch = torch;
    this.#activation = activation;
    this.widths = sizes.slice(1, -1);
    const shapes = sizes
      .slice(1)
      .flatMap((outputs, i) => [[outputs, sizes[i] as number], [outputs]]);
    this.vector = new ParameterVector(torch, shapes);
    for (const [weight, bias] of this.#layers()) initialiseLinear(weight, bias);
  }

  forward(inputs: Tensor, p: number, train: boolean): Tensor {
    return this.#through(this.#layers(), inputs, (hidden) =>
      train ? this.#torch.dropout(hidden, p, true) : hidden,
    );
  }

  masks(examples: number, p: number): Uint8Array[] {
    return this.widths.map((width) => {
      const mask = this.#torch.dropout(this.#torch.ones(examples, width), p, true);
      return mask.select(0, 0).ne(0).toTypedArray() as Uint8Array;
    });
  }

  weights(): LayerWeights[] {
    return this.#layers().map(([weight]) => {
      const [outputs, inputs] = weight.shape as readonly [number, number];
      return { outputs, inputs, weights: weight.toTypedArray() as Float32Array };
    });
  }

  unit(inputs: Tensor, layer: number, unit: number): UnitOutputs {
    const layers = this.#layers();
    const hidden = this.#hidden(layers.slice(0, layer + 1), inputs);
    const own = this.#torch.zeros(this.widths[layer] as number);
    own.select(0, unit).fill_(1);
    const rest = layers.slice(layer + 1);
    return {
      activations: hidden.select(1, unit),
      alone: this.#through(rest, hidden.mul(own)),
      without: this.#through(rest, hidden.mul(own.eq(0))),
    };
  }

  #layers(): [weight: Tensor, bias: Tensor][] {
    const { parameters } = this.vector;
    return Array.from({ length: parameters.length / 2 }, (_, i) => [
      parameters[2 * i] as Tensor,
      parameters[2 * i + 1] as Tensor,
    ]);
  }

  /** The last of these layers has no activation behind it. */
  #through(
    layers: readonly (readonly [Tensor, Tensor])[],
    inputs: Tensor,
    drop: (hidden: Tensor) => Tensor = (hidden) => hidden,
  ): Tensor {
    const [weight, bias] = layers.at(-1) as readonly [Tensor, Tensor];
    return this.#torch.linear(this.#hidden(layers.slice(0, -1), inputs, drop), weight, bias);
  }

  #hidden(
    layers: readonly (readonly [Tensor, Tensor])[],
    inputs: Tensor,
    drop: (hidden: Tensor) => Tensor = (hidden) => hidden,
  ): Tensor {
    let hidden = inputs;
    for (const [weight, bias] of layers) {
      hidden = drop(this.#torch.linear(hidden, weight, bias)[this.#activation]());
    }
    return hidden;
  }
}

const MODULES: Readonly<Record<Activation, string>> = { relu: 'nn.ReLU()', tanh: 'nn.Tanh()' };

/** The same in Python: draws `model`. */
export function perceptronProgram(
  sizes: readonly number[],
  activation: Activation,
  p: number,
): string {
  const modules = sizes.slice(1).flatMap((outputs, i) => {
    const linear = `nn.Linear(${sizes[i]}, ${outputs})`;
    const isLast = i === sizes.length - 2;
    return isLast ? [linear] : [linear, MODULES[activation], `nn.Dropout(${numberText(p)})`];
  });
  return `model = nn.Sequential(\n${modules.map((module) => `    ${module},\n`).join('')})`;
}
