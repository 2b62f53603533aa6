// What is drawn: call after call, from a seed, each number by itself.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';
import { HALF } from './examples.ts';
import type { Step } from './step.ts';

/** Seed 4 drops two of ten elements, which is the average; seed 6 drops four, seed 1 none. */
const TEN: Settings = { ...DEFAULT_SETTINGS, input: 'torch.ones(10)', p: '0.2', seed: '4' };

export function callSteps(): readonly Step[] {
  return [
    {
      name: 'each-call-draws-anew',
      at: 'figure',
      title: msg('Each call draws anew', { id: 'lesson-calls-title' }),
      question: msg('We call drop(x) a second time. What comes out?', {
        id: 'lesson-calls-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('The same again', { id: 'lesson-calls-1' }),
          msg('Other numbers are dropped', { id: 'lesson-eval-3' }),
          msg('The survivors grow once more', { id: 'lesson-calls-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'The generator goes on with every call. The strip has them in a row: go back to the first one, and forth again.',
        { id: 'lesson-calls-because' },
      ),
      before: { settings: HALF },
      after: { settings: { ...HALF, call: '2' }, pointing: 'calls' },
    },
    {
      name: 'the-seed-repeats',
      at: 'figure',
      title: msg('The seed repeats', { id: 'lesson-seed-title' }),
      question: msg(
        'Two calls are done. Now torch.manual_seed(3) again, and drop(x): what comes?',
        {
          id: 'lesson-seed-question',
        },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('What a third call would give', { id: 'lesson-seed-1' }),
          msg('The same as in this call', { id: 'lesson-seed-2' }),
          msg('The first call once more', { id: 'lesson-seed-3' }),
        ],
        answer: 2,
      },
      because: msg(
        'A seed puts the generator back to its beginning: the same calls come, in the same order. A program without a seed draws something else each time it starts.',
        { id: 'lesson-seed-because' },
      ),
      before: { settings: { ...HALF, call: '2' } },
      after: { settings: HALF, pointing: 'calls' },
    },
    {
      name: 'an-average-not-a-count',
      at: 'figure',
      title: msg('An average, not a count', { id: 'lesson-average-title' }),
      question: msg('Of ten ones p = 0.2 has just dropped two. And with another seed?', {
        id: 'lesson-average-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('Two again, but others', { id: 'lesson-average-1' }),
          msg('Two at most', { id: 'lesson-average-2' }),
          msg('Any number of them, two on average', { id: 'lesson-average-3' }),
        ],
        answer: 2,
      },
      because: msg(
        'No draw knows of the others: here four of ten are dropped, and with seed 1 none. Step through some seeds, or see millions of calls further down.',
        { id: 'lesson-average-because' },
      ),
      before: { settings: TEN },
      after: { settings: { ...TEN, seed: '6' }, pointing: 'mask' },
    },
  ];
}
