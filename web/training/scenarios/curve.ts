// Few and noisy points of a curve: without dropout the network goes through each of them.
import type { Tensor, Torch } from '../../core/torch.ts';
import { Perceptron, perceptronProgram } from '../perceptron.ts';
import { numberText } from '../python-text.ts';
import type { Examples, Scenario } from '../scenario.ts';

function points(torch: Torch, count: number, noise: number): Examples {
  const inputs = torch.rand(count, 1).mul(2).sub(1);
  return { inputs, targets: noisySine(torch, inputs, noise) };
}

/** sin 4x, and the noise. */
export function noisySine(torch: Torch, inputs: Tensor, noise: number): Tensor {
  return torch.sin(inputs.mul(4)).add(torch.randn(inputs.shape).mul(noise));
}

export const curve: Scenario = {
  steps: 1000,
  width: 64,
  noise: 0.7,
  learningRate: 0.01,
  loss: 'mseLoss',
  ps: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95],
  data: (torch, noise) => ({
    training: points(torch, 30, noise),
    validation: points(torch, 500, noise),
  }),
  network: (torch, width, activation) =>
    new Perceptron(torch, [1, width, width, width, 1], activation),
  python: {
    data: (noise) => `def points(count):
    x = torch.rand(count, 1) * 2 - 1
    y = torch.sin(4 * x) + ${numberText(noise)} * torch.randn(count, 1)
    return x, y


x, y = points(30)
x_val, y_val = points(500)`,
    model: (width, activation, p) => perceptronProgram([1, width, width, width, 1], activation, p),
  },
  grid: (torch) => torch.linspace(-1.08, 1.08, 109).unsqueeze(1),
};
