// The steps of the lesson: the question, the right answer, and what the playground shows before and after it.
//
// Nothing in the playground is hidden: before the guess it shows an experiment from which the answer cannot be
// read off, and after it one that shows the answer.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';

/** The part of the playground in which the answer is seen. */
export type Part = 'input' | 'mask' | 'scale' | 'train' | 'eval' | 'calls' | 'gradient';

export interface Step {
  title: string;
  question: string;
  choices: readonly string[];
  /** Index of the right choice. */
  answer: number;
  /** The explanation, shown with the answer. */
  because: string;
  before: Settings;
  after: Settings;
  part: Part;
}

/** With seed 3, each p below drops some elements and keeps some, in both calls. */
const EXAMPLE: Settings = { ...DEFAULT_SETTINGS, input: '[[1, 2, 3, 4], [5, 6, 7, 8]]', seed: '3' };
const HALF: Settings = { ...EXAMPLE, p: '0.5' };
const QUARTER_KEPT: Settings = { ...EXAMPLE, p: '0.75' };

/** Seed 4 drops two of ten elements, which is the average; seed 6 drops four. */
const TEN: Settings = { ...DEFAULT_SETTINGS, input: 'torch.ones(10)', p: '0.2', seed: '4' };

/** In the language of the page. */
export function lessonSteps(): readonly Step[] {
  return [
    {
      title: msg('What p means', { id: 'lesson-p-title' }),
      question: msg('Now p is 0, and drop(x) is x. What will p = 0.25 do?', {
        id: 'lesson-p-question',
      }),
      choices: [
        msg('Multiply each number by 0.25', { id: 'lesson-p-1' }),
        msg('Drop each number with probability 0.25', { id: 'lesson-p-2' }),
        msg('Keep a quarter of the numbers', { id: 'lesson-p-3' }),
      ],
      answer: 1,
      because: msg(
        'p is the probability of being dropped, drawn for each number by itself. Keras and Flax call it rate; in the paper of 2014 p was the probability of being kept.',
        { id: 'lesson-p-because' },
      ),
      before: { ...EXAMPLE, p: '0' },
      after: { ...EXAMPLE, p: '0.25' },
      part: 'mask',
    },
    {
      title: msg('drop(x) does not drop x', { id: 'lesson-drop-title' }),
      question: msg('nn.Dropout(0.5) is a layer, and drop(x) calls it. What comes out?', {
        id: 'lesson-drop-question',
      }),
      choices: [
        msg('Zeros only: x is dropped', { id: 'lesson-drop-1' }),
        msg('Some zeros, the others as they were', { id: 'lesson-drop-2' }),
        msg('Some zeros, the others larger', { id: 'lesson-drop-3' }),
      ],
      answer: 2,
      because: msg('About half of the numbers become 0, and those that are left are doubled.', {
        id: 'lesson-drop-because',
      }),
      before: { ...EXAMPLE, p: '0' },
      after: HALF,
      part: 'train',
    },
    {
      title: msg('Why survivors grow', { id: 'lesson-scale-title' }),
      question: msg('With p = 0.5 survivors are multiplied by 2. By what with p = 0.75?', {
        id: 'lesson-scale-question',
      }),
      choices: ['0.25', '0.75', '4'],
      answer: 2,
      because: msg(
        'By 1 / (1 − p). Only a quarter survives, so each counts for four, and on average the sum stays what it was: what comes after the layer sees numbers of the same size.',
        { id: 'lesson-scale-because' },
      ),
      before: HALF,
      after: QUARTER_KEPT,
      part: 'scale',
    },
    {
      title: msg('Eval changes nothing', { id: 'lesson-eval-title' }),
      question: msg('Training is over: drop.eval(). What is drop(x) now, with p = 0.5?', {
        id: 'lesson-eval-question',
      }),
      choices: [
        msg('x, as it is', { id: 'lesson-eval-1' }),
        msg('x × 0.5', { id: 'lesson-eval-2' }),
        msg('Other numbers are dropped', { id: 'lesson-eval-3' }),
      ],
      answer: 0,
      because: msg(
        'The scaling was done in training, so that nothing is left to do. Who forgets model.eval() gets other predictions at every call.',
        { id: 'lesson-eval-because' },
      ),
      before: QUARTER_KEPT,
      after: HALF,
      part: 'eval',
    },
    {
      title: msg('Each call draws anew', { id: 'lesson-calls-title' }),
      question: msg('We call drop(x) a second time. What comes out?', {
        id: 'lesson-calls-question',
      }),
      choices: [
        msg('The same again', { id: 'lesson-calls-1' }),
        msg('Other numbers are dropped', { id: 'lesson-eval-3' }),
        msg('The survivors grow once more', { id: 'lesson-calls-3' }),
      ],
      answer: 1,
      because: msg(
        'The generator goes on with every call. The same seed brings the same calls in the same order: go back to the first one in the strip, and forth again.',
        { id: 'lesson-calls-because' },
      ),
      before: HALF,
      after: { ...HALF, call: '2' },
      part: 'calls',
    },
    {
      title: msg('An average, not a count', { id: 'lesson-average-title' }),
      question: msg('Of ten ones p = 0.2 has just dropped two. And with another seed?', {
        id: 'lesson-average-question',
      }),
      choices: [
        msg('Two again, but others', { id: 'lesson-average-1' }),
        msg('Two at most', { id: 'lesson-average-2' }),
        msg('Any number of them, two on average', { id: 'lesson-average-3' }),
      ],
      answer: 2,
      because: msg(
        'No draw knows of the others: here four of ten are dropped, and with seed 1 none. Step through some seeds, or see millions of calls further down.',
        { id: 'lesson-average-because' },
      ),
      before: TEN,
      after: { ...TEN, seed: '6' },
      part: 'mask',
    },
    {
      title: msg('inplace writes into x', { id: 'lesson-inplace-title' }),
      question: msg('nn.Dropout(0.5, inplace=True): what does x hold after the call?', {
        id: 'lesson-inplace-question',
      }),
      choices: [
        msg('What it held before', { id: 'lesson-inplace-1' }),
        msg('The output', { id: 'lesson-inplace-2' }),
        msg('Zeros', { id: 'lesson-inplace-3' }),
      ],
      answer: 1,
      because: msg(
        'Input and output are one tensor: it saves memory, and whoever needs x later finds it changed.',
        { id: 'lesson-inplace-because' },
      ),
      before: HALF,
      after: { ...HALF, inplace: 'true' },
      part: 'input',
    },
    {
      title: msg('The gradient takes the same way', { id: 'lesson-gradient-title' }),
      question: msg(
        'Going back, each output gets the gradient 1. What reaches a dropped element of x?',
        {
          id: 'lesson-gradient-question',
        },
      ),
      choices: ['0', '1', '2'],
      answer: 0,
      because: msg(
        'It goes through the same mask and the same scale: nothing for the dropped, twice as much for the survivors. What was dropped learns nothing from this call.',
        { id: 'lesson-gradient-because' },
      ),
      before: HALF,
      after: HALF,
      part: 'gradient',
    },
  ];
}
