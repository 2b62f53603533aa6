// What the layer does to a tensor: p, the mask, the scale, train and eval.
import { msg } from '@lit/localize';
import { formatNumber } from '../../i18n/number-format.ts';
import { EXAMPLE, HALF, QUARTER_KEPT } from './examples.ts';
import type { Step } from './step.ts';

export function layerSteps(): readonly Step[] {
  return [
    {
      name: 'what-p-means',
      at: 'figure',
      title: msg('What p means', { id: 'lesson-p-title' }),
      question: msg('Now p is 0, and drop(x) is x. What will p = 0.25 do?', {
        id: 'lesson-p-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('Multiply each number by 0.25', { id: 'lesson-p-1' }),
          msg('Drop each number with probability 0.25', { id: 'lesson-p-2' }),
          msg('Keep a quarter of the numbers', { id: 'lesson-p-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'p is the probability of being dropped, drawn for each number by itself. Keras and Flax call it rate; in the paper of 2014 p was the probability of being kept.',
        { id: 'lesson-p-because' },
      ),
      before: { settings: { ...EXAMPLE, p: '0' } },
      after: { settings: { ...EXAMPLE, p: '0.25' }, pointing: 'mask' },
    },
    {
      name: 'what-comes-out',
      at: 'figure',
      title: msg('drop(x) does not drop x', { id: 'lesson-drop-title' }),
      question: msg('nn.Dropout(0.5) is a layer, and drop(x) calls it. What comes out?', {
        id: 'lesson-drop-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('Zeros only: x is dropped', { id: 'lesson-drop-1' }),
          msg('Some zeros, the others as they were', { id: 'lesson-drop-2' }),
          msg('Some zeros, the others larger', { id: 'lesson-drop-3' }),
        ],
        answer: 2,
      },
      because: msg('About half of the numbers become 0, and those that are left are doubled.', {
        id: 'lesson-drop-because',
      }),
      before: { settings: { ...EXAMPLE, p: '0' } },
      after: { settings: HALF, pointing: 'train' },
    },
    {
      name: 'why-survivors-grow',
      at: 'figure',
      title: msg('Why survivors grow', { id: 'lesson-scale-title' }),
      question: msg(
        'With p = 0.5 survivors are multiplied by 2. By what with p = 0.75? Move the handle.',
        { id: 'lesson-scale-question' },
      ),
      asks: {
        kind: 'estimate',
        from: 0,
        to: 6,
        step: 0.25,
        begin: 2,
        answer: [4, 4],
        text: (value) => `× ${formatNumber(value)}`,
      },
      because: msg(
        'By 1 / (1 − p). Only a quarter survives, so each counts for four, and on average the sum stays what it was: what comes after the layer sees numbers of the same size.',
        { id: 'lesson-scale-because' },
      ),
      before: { settings: HALF },
      after: { settings: QUARTER_KEPT, pointing: 'scale' },
    },
    {
      name: 'what-scaling-is-for',
      at: 'average',
      title: msg('What the scaling is for', { id: 'lesson-why-scale-title' }),
      question: msg('Why are survivors multiplied by 1 / (1 − p) at all?', {
        id: 'lesson-why-scale-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('It avoids underflow', { id: 'lesson-why-scale-1' }),
          msg('On average the output is x, as in eval mode', { id: 'lesson-why-scale-2' }),
          msg('It makes training faster', { id: 'lesson-why-scale-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'Single calls are off, their mean is x: the next layer sees sums of the same size in both modes. That it avoids underflow is often read, and is not so: float32 goes down to 1e-38.',
        { id: 'lesson-why-scale-because' },
      ),
      before: { settings: HALF },
      after: { settings: HALF, pointing: 'pictures' },
    },
    {
      name: 'eval-changes-nothing',
      at: 'figure',
      title: msg('Eval changes nothing', { id: 'lesson-eval-title' }),
      question: msg('Training is over: drop.eval(). What is drop(x) now, with p = 0.5?', {
        id: 'lesson-eval-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('x, as it is', { id: 'lesson-eval-1' }),
          msg('x × 0.5: eval scales instead', { id: 'lesson-eval-2' }),
          msg('Other numbers are dropped', { id: 'lesson-eval-3' }),
        ],
        answer: 0,
      },
      because: msg(
        'The scaling was done in training, so that nothing is left to do. That eval scales the values is often read; so it was in the paper of 2014. Who forgets model.eval() gets other predictions at every call.',
        { id: 'lesson-eval-because' },
      ),
      before: { settings: QUARTER_KEPT },
      after: { settings: HALF, pointing: 'eval' },
    },
    {
      name: 'the-gradient-takes-the-same-way',
      at: 'figure',
      title: msg('The gradient takes the same way', { id: 'lesson-gradient-title' }),
      question: msg(
        'Going back, each output gets the gradient 1. What reaches a dropped element of x?',
        {
          id: 'lesson-gradient-question',
        },
      ),
      asks: { kind: 'choice', choices: ['0', '1', '2'], answer: 0 },
      because: msg(
        'It goes through the same mask and the same scale: nothing for the dropped, twice as much for the survivors. What was dropped learns nothing from this call.',
        { id: 'lesson-gradient-because' },
      ),
      before: { settings: HALF },
      after: { settings: HALF, pointing: 'gradient' },
    },
  ];
}
