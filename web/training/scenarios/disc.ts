// Two classes in the plane, of which one lies in a disc and both are noisy.
import type { Torch } from '../../core/torch.ts';
import { Perceptron, perceptronProgram } from '../perceptron.ts';
import { numberText } from '../python-text.ts';
import type { Examples, Scenario } from '../scenario.ts';

const RADIUS_SQUARED = 2.5;

/** Points of the grid on a side. */
const SIDE = 41;

function points(torch: Torch, count: number, noise: number): Examples {
  const inputs = torch.rand(count, 2).mul(4).sub(2);
  const moved = inputs.add(torch.randn(count, 2).mul(noise));
  const targets = moved.pow(2).sum(1).lt(RADIUS_SQUARED).to('int64');
  return { inputs, targets };
}

export const disc: Scenario = {
  steps: 300,
  width: 64,
  noise: 0.4,
  learningRate: 0.01,
  loss: 'crossEntropy',
  ps: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95],
  data: (torch, noise) => ({
    training: points(torch, 60, noise),
    validation: points(torch, 500, noise),
  }),
  network: (torch, width, activation) => new Perceptron(torch, [2, width, width, 2], activation),
  python: {
    data: (noise) => `def points(count):
    x = torch.rand(count, 2) * 4 - 2
    moved = x + ${numberText(noise)} * torch.randn(count, 2)
    y = (moved.pow(2).sum(1) < ${RADIUS_SQUARED}).long()
    return x, y


x, y = points(60)
x_val, y_val = points(500)`,
    model: (width, activation, p) => perceptronProgram([2, width, width, 2], activation, p),
  },
  grid(torch) {
    const side = torch.linspace(-2, 2, SIDE);
    // Row by row from below, x before y.
    const x = side.repeat(SIDE);
    const y = side.repeatInterleave(SIDE);
    return torch.stack([x, y], 1);
  },
};
