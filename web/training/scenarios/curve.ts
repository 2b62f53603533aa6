// Few and noisy points of a curve: without dropout the network goes through each of them.
import type { Tensor, Torch } from '../../core/torch.ts';
import { Perceptron } from '../perceptron.ts';
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
  grid: (torch) => torch.linspace(-1.08, 1.08, 109).unsqueeze(1),
};
