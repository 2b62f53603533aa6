// Why dropout: a network that learns its examples by heart, on the lab.
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/number-format.ts';
import { DEFAULT_LAB } from '../lab/lab-attributes.ts';
import type { Step } from './step.ts';

/** Weights and biases of the lab's network on the curve: 1-64-64-64-1. */
export const WEIGHTS = 8513;
export const POINTS = 30;

export function networkSteps(): readonly Step[] {
  return [
    {
      name: 'why-networks-memorise',
      at: 'why',
      title: msg('A network memorises', { id: 'lesson-memorise-title' }),
      question: msg(
        str`On the left a network without dropout will learn ${formatNumber(POINTS)} noisy points of a curve. Where will its fit end?`,
        { id: 'lesson-memorise-question' },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('Near the true curve', { id: 'lesson-memorise-1' }),
          msg('Bent towards single points', { id: 'lesson-memorise-2' }),
          msg('As a straight line', { id: 'lesson-memorise-3' }),
        ],
        answer: 1,
      },
      because: msg(
        str`It has ${formatNumber(WEIGHTS)} weights for ${formatNumber(POINTS)} points, and learns their noise by heart. Its loss on these points goes on falling; on new ones, as validation loss, it soon rises again. That is overfitting.`,
        { id: 'lesson-memorise-because' },
      ),
      before: { lab: { settings: DEFAULT_LAB, does: 'rewind' } },
      after: { lab: { settings: DEFAULT_LAB, does: 'play' }, pointing: 'of-fit' },
    },
    {
      name: 'why-dropout-helps',
      at: 'why',
      title: msg('Less is learnt by heart', { id: 'lesson-helps-title' }),
      question: msg(
        'With p = 0.5 the same network ends with a higher training loss and a lower validation loss. Why?',
        { id: 'lesson-helps-question' },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('It is trained for longer', { id: 'lesson-helps-1' }),
          msg('It has fewer weights', { id: 'lesson-helps-2' }),
          msg('It cannot rely on any single unit', { id: 'lesson-helps-3' }),
        ],
        answer: 2,
      },
      because: msg(
        'Other units are missing in every step, so that none can fit one point with the help of another. What many of them agree on is left. “Learnt by heart” is the gap between both losses.',
        { id: 'lesson-helps-because' },
      ),
      before: { lab: { settings: DEFAULT_LAB, does: 'play' } },
      after: { lab: { settings: DEFAULT_LAB, does: 'play' }, pointing: 'losses' },
    },
    {
      name: 'neurons-off',
      at: 'why',
      title: msg('Neurons off', { id: 'lesson-off-title' }),
      question: msg('Now one step of training with p = 0.5. Which units are off in it?', {
        id: 'lesson-off-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('Half of them, the same in every step', { id: 'lesson-off-1' }),
          msg('About half, others in every step', { id: 'lesson-off-2' }),
          msg('All of them, by half', { id: 'lesson-off-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'A unit that is off says 0 in this step. Press “Step”: others are off. Dropout learns with a new, thinner network each time, and uses all units in the end.',
        { id: 'lesson-off-because' },
      ),
      before: { lab: { settings: DEFAULT_LAB, does: 'rewind' } },
      after: { lab: { settings: DEFAULT_LAB, does: 'step' }, pointing: 'of-network' },
    },
    {
      name: 'how-much-dropout',
      at: 'why',
      title: msg('How much dropout', { id: 'lesson-much-title' }),
      question: msg('With which p is the validation loss lowest? Move the handle to your guess.', {
        id: 'lesson-much-question',
      }),
      asks: {
        kind: 'estimate',
        from: 0,
        to: 0.95,
        step: 0.05,
        begin: 0,
        answer: [0.1, 0.7],
        text: (value) => `p = ${formatNumber(value)}`,
      },
      because: msg(
        'Without dropout it memorises; near p = 1 hardly a unit is left to learn with, and it underfits. The best p lies between, but where depends on the network and its data: people try some, as this chart does with several seeds.',
        { id: 'lesson-much-because' },
      ),
      before: { lab: { settings: DEFAULT_LAB, does: 'play' } },
      after: { lab: { settings: DEFAULT_LAB, does: 'play' }, pointing: 'losses-over-p' },
    },
  ];
}
