// Where dropout does not help: the rule is simple, nothing is noisy, and there are examples enough.
import type { Tensor, Torch } from '../../core/torch.ts';
import { Perceptron, perceptronProgram } from '../perceptron.ts';
import { numberText } from '../python-text.ts';
import type { Examples, Scenario } from '../scenario.ts';

const FEATURES = 5;

function points(torch: Torch, count: number, noise: number, rule: Tensor): Examples {
  const inputs = torch.randn(count, FEATURES);
  const exact = inputs.matmul(rule);
  const targets = noise === 0 ? exact : exact.add(torch.randn(count, 1).mul(noise));
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
  python: {
    data: (noise) => `rule = torch.randn(${FEATURES}, 1)


def points(count):
    x = torch.randn(count, ${FEATURES})
    y = x @ rule${noise === 0 ? '' : ` + ${numberText(noise)} * torch.randn(count, 1)`}
    return x, y


x, y = points(200)
x_val, y_val = points(500)`,
    model: (width, activation, p) => perceptronProgram([FEATURES, width, width, 1], activation, p),
  },
  network: (torch, width, activation) =>
    new Perceptron(torch, [FEATURES, width, width, 1], activation),
};
