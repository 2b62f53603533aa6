// What an operation of dropout-playground/torch costs by itself: calls with tensors of four elements, in chains as long
// as a program's.
import { timed } from './rounds.mjs';

const LENGTH = 100;

/** @param {import('../web/core/operations/torch.ts').Torch} torch */
export function overhead(torch) {
  const ones = torch.tensor([1, 1, 1, 1]);
  const x = torch.tensor([1, 2, 3, 4]);
  const w = torch.tensor([1, 2, 3, 4], { requiresGrad: true });
  const chain = (from, next) => {
    let y = from;
    for (let i = 0; i < LENGTH; i++) y = next(y);
    return y;
  };
  const inTidy = (use) => () => torch.tidy(() => void use());
  const thereAndBack = (next) =>
    inTidy(() => {
      w.grad = null;
      chain(w, next).backward({ gradient: ones });
    });
  const cases = {
    add: inTidy(() => chain(x, (y) => y.add(ones))),
    'add, recorded': inTidy(() => chain(w, (y) => y.add(ones))),
    'add, forward and backward': thereAndBack((y) => y.add(ones)),
    'mul, forward and backward': thereAndBack((y) => y.mul(ones)),
    'relu, forward and backward': thereAndBack((y) => y.relu()),
    'add and dispose, outside of tidy': () => {
      for (let i = 0; i < LENGTH; i++) x.add(ones).dispose();
    },
  };
  return Object.entries(cases).map(([name, use]) => ({
    name,
    elements: LENGTH,
    sample: timed((times) => {
      for (let i = 0; i < times; i++) use();
    }),
  }));
}
