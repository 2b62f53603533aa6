// Where dropout does not help: the rule is simple, nothing is noisy, and there are examples enough.
import type { Tensor, Torch } from '../../core/torch.ts';
import { Perceptron } from '../perceptron.ts';
import type { Examples, Scenario } from '../scenario.ts';

const FEATURES = 5;

function points(torch: Torch, count: number, noise: number, rule: Tensor): Examples {
  const inputs = torch.randn(count, FEATURES);
  const targets = inputs.matmul(rule).add(torch.randn(count, 1).mul(noise));
  return { inputs, targets };
}

export const linear: Scenario = {
  steps: 300,
  width: 64,
  noise: 0,
  learningRate: 0.01,
  loss: 'mseLoss',
  batch: 50,
  ps: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95],
  data(torch, noise) {
    const rule = torch.randn(FEATURES, 1);
    return {
      training: points(torch, 200, noise, rule),
      validation: points(torch, 500, noise, rule),
    };
  },
  network: (torch, width, activation) =>
    new Perceptron(torch, [FEATURES, width, width, 1], activation),
};
