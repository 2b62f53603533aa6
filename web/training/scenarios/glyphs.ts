// Few images of digits, some with wrong labels: without dropout the network learns the wrong ones by heart.
import { Perceptron, perceptronProgram } from '../perceptron.ts';
import { numberText } from '../python-text.ts';
import type { Scenario } from '../scenario.ts';
import { CLASSES, GLYPH_PROGRAM, glyphImages, PIXELS, STYLE_COUNT } from './glyph-images.ts';

const TRAINING = 100;
const ALL = 600;

/** Standard deviation of what is added to each pixel. */
const GRAIN = 0.3;

export const glyphs: Scenario = {
  steps: 500,
  width: 64,
  noise: 0.3,
  learningRate: 0.003,
  loss: 'crossEntropy',
  batch: 20,
  ps: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95],
  data(torch, noise) {
    const images = torch.tensor(glyphImages()).view(CLASSES, STYLE_COUNT, PIXELS);
    const digits = torch.randint(0, CLASSES, [ALL]);
    const chosen = torch.randint(0, STYLE_COUNT, [ALL]);
    const inputs = images.at(digits, chosen).add(torch.randn(ALL, PIXELS).mul(GRAIN));
    const right = digits.at([null, TRAINING]);
    const isWrong = torch.rand(TRAINING).lt(noise);
    const labels = torch.where(isWrong, torch.randint(0, CLASSES, [TRAINING]), right);
    return {
      training: { inputs: inputs.at([null, TRAINING]), targets: labels, right },
      validation: { inputs: inputs.at([TRAINING, null]), targets: digits.at([TRAINING, null]) },
    };
  },
  network: (torch, width, activation) =>
    new Perceptron(torch, [PIXELS, width, width, CLASSES], activation),
  python: {
    data: (noise) => `${GLYPH_PROGRAM}

digits = torch.randint(0, ${CLASSES}, (${ALL},))
chosen = torch.randint(0, ${STYLE_COUNT}, (${ALL},))
inputs = images[digits, chosen] + ${numberText(GRAIN)} * torch.randn(${ALL}, ${PIXELS})
is_wrong = torch.rand(${TRAINING}) < ${numberText(noise)}
labels = torch.where(is_wrong, torch.randint(0, ${CLASSES}, (${TRAINING},)), digits[:${TRAINING}])
x, y = inputs[:${TRAINING}], labels
x_val, y_val = inputs[${TRAINING}:], digits[${TRAINING}:]`,
    model: (width, activation, p) =>
      perceptronProgram([PIXELS, width, width, CLASSES], activation, p),
  },
};
