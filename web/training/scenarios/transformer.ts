// Few sequences, some with wrong labels: whether more than four of the tokens are among the first seven.
import type { Torch } from '../../core/torch.ts';
import { numberText } from '../python-text.ts';
import type { Examples, Scenario } from '../scenario.ts';
import { Transformer, type TransformerSizes, transformerProgram } from '../transformer.ts';

const SIZES = { tokens: 20, length: 12, features: 32, heads: 4, classes: 2 } as const;
const TRAINING = 80;
const VALIDATION = 400;

const sizes = (width: number): TransformerSizes => ({ ...SIZES, width });

function sequences(torch: Torch, count: number): Examples {
  const inputs = torch.randint(0, SIZES.tokens, [count, SIZES.length]);
  return { inputs, targets: inputs.lt(7).sum(1).gt(4).to('int64') };
}

export const transformer: Scenario = {
  steps: 150,
  width: 64,
  noise: 0.15,
  learningRate: 0.003,
  loss: 'crossEntropy',
  ps: [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95],
  data(torch, noise) {
    const { inputs, targets: right } = sequences(torch, TRAINING);
    const isWrong = torch.rand(TRAINING).lt(noise);
    const targets = torch.where(isWrong, right.mul(-1).add(1), right);
    return { training: { inputs, targets, right }, validation: sequences(torch, VALIDATION) };
  },
  network: (torch, width, activation) => new Transformer(torch, sizes(width), activation),
  python: {
    data: (noise) => `def sequences(count):
    x = torch.randint(0, ${SIZES.tokens}, (count, ${SIZES.length}))
    y = ((x < 7).sum(1) > 4).long()
    return x, y


x, y = sequences(${TRAINING})
is_wrong = torch.rand(${TRAINING}) < ${numberText(noise)}
y = torch.where(is_wrong, 1 - y, y)
x_val, y_val = sequences(${VALIDATION})`,
    model: (width, activation, p) => transformerProgram(sizes(width), activation, p),
    changeOfP: (p) => `model.block.self_attn.dropout = ${numberText(p)}`,
  },
};
