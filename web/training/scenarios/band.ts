// MC dropout: few points in two clusters, and what is between and beside them is anybody's guess.
import type { Tensor, Torch } from '../../core/torch.ts';
import { Perceptron, perceptronProgram } from '../perceptron.ts';
import { numberText } from '../python-text.ts';
import type { Examples, Scenario } from '../scenario.ts';
import { noisySine } from './curve.ts';

const POINTS = 30;

/** In turn one of the left cluster, [-1, -0.3), and one of the right, [0.3, 1). */
function clusters(torch: Torch, noise: number): Examples {
  const u = torch.rand(POINTS, 1);
  const isLeft = torch.arange(POINTS).remainder(2).eq(0).unsqueeze(1);
  const inputs = torch.where(isLeft, u.mul(0.7).sub(1), u.mul(0.7).add(0.3));
  return { inputs, targets: noisySine(torch, inputs, noise) };
}

/** The curve itself, where the clusters are. */
function truth(torch: Torch): Examples {
  const right = torch.linspace(0.3, 1, 36).unsqueeze(1);
  const inputs = torch.cat([right.neg(), right]);
  return { inputs, targets: torch.sin(inputs.mul(4)) };
}

function withPoints(
  torch: Torch,
  { inputs, targets }: Examples,
  added: readonly (readonly [x: number, y: number])[],
): Examples {
  if (added.length === 0) return { inputs, targets };
  const column = (at: 0 | 1): Tensor => torch.tensor(added.map((point) => [point[at]]));
  return { inputs: torch.cat([inputs, column(0)]), targets: torch.cat([targets, column(1)]) };
}

function appended(added: readonly (readonly [x: number, y: number])[]): string {
  if (added.length === 0) return '';
  const column = (at: 0 | 1) => added.map((point) => `[${numberText(point[at])}]`).join(', ');
  return `
x = torch.cat([x, torch.tensor([${column(0)}])])
y = torch.cat([y, torch.tensor([${column(1)}])])`;
}

/** @param added Points of the reader's, behind those that are drawn. */
export const band = (added: readonly (readonly [x: number, y: number])[] = []): Scenario => ({
  steps: 600,
  width: 100,
  noise: 0.1,
  learningRate: 0.01,
  weightDecay: 1e-4,
  loss: 'mseLoss',
  ps: [0.1],
  data: (torch, noise) => ({
    training: withPoints(torch, clusters(torch, noise), added),
    validation: truth(torch),
  }),
  python: {
    data: (noise) => `u = torch.rand(${POINTS}, 1)
is_left = (torch.arange(${POINTS}) % 2 == 0).unsqueeze(1)
x = torch.where(is_left, 0.7 * u - 1, 0.7 * u + 0.3)
y = torch.sin(4 * x) + ${numberText(noise)} * torch.randn(${POINTS}, 1)${appended(added)}

right = torch.linspace(0.3, 1, 36).unsqueeze(1)
x_val = torch.cat([-right, right])
y_val = torch.sin(4 * x_val)`,
    model: (width, activation, p) => perceptronProgram([1, width, width, 1], activation, p),
  },
  network: (torch, width, activation) => new Perceptron(torch, [1, width, width, 1], activation),
  grid: (torch) => torch.linspace(-2, 2, 81).unsqueeze(1),
});
