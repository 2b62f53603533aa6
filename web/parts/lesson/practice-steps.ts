// Where dropout goes, what goes wrong, and what other machines make of the same seed.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS } from '../../experiment/settings.ts';
import { mistakes } from '../mistakes/mistakes.ts';
import { HALF } from './examples.ts';
import type { Step } from './step.ts';

/** The mistake that a step shows. */
const WRONG = 'functional';

export function practiceSteps(): readonly Step[] {
  const settings = mistakes().find(({ key }) => key === WRONG)?.settings ?? DEFAULT_SETTINGS;
  return [
    {
      name: 'where-it-goes',
      at: 'places',
      title: msg('Where it goes', { id: 'lesson-where-title' }),
      question: msg(
        'Hidden units are one place. A transformer also drops attention weights, whose rows sum to 1. What do they sum to then?',
        { id: 'lesson-where-question' },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('Still to 1', { id: 'lesson-where-1' }),
          msg('To 1 on average only', { id: 'lesson-where-2' }),
          msg('Always to less than 1', { id: 'lesson-where-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'What is left is scaled, and no row is divided by its sum again. Choose other hatched places: embeddings, between the layers of an LSTM, what a block adds.',
        { id: 'lesson-where-because' },
      ),
      before: { place: 'hidden' },
      after: { place: 'weights', pointing: 'detail' },
    },
    {
      name: 'inplace-writes-into-x',
      at: 'figure',
      title: msg('inplace writes into x', { id: 'lesson-inplace-title' }),
      question: msg('nn.Dropout(0.5, inplace=True): what does x hold after the call?', {
        id: 'lesson-inplace-question',
      }),
      asks: {
        kind: 'choice',
        choices: [
          msg('What it held before', { id: 'lesson-inplace-1' }),
          msg('The output', { id: 'lesson-inplace-2' }),
          msg('Zeros', { id: 'lesson-inplace-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'Input and output are one tensor: it saves memory, and whoever needs x later finds it changed.',
        { id: 'lesson-inplace-because' },
      ),
      before: { settings: HALF },
      after: { settings: { ...HALF, inplace: 'true' }, pointing: 'input' },
    },
    {
      name: 'what-goes-wrong',
      at: 'figure',
      title: msg('F.dropout does not know of eval()', { id: 'lesson-wrong-title' }),
      question: msg(
        'A model calls F.dropout(x, 0.5) in its forward(). What does it do after model.eval()?',
        { id: 'lesson-wrong-question' },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('Nothing: eval mode turns it off', { id: 'lesson-wrong-1' }),
          msg('It goes on dropping', { id: 'lesson-wrong-2' }),
          msg('It raises an error', { id: 'lesson-wrong-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'A function has no mode, and its training is True by default. Both outputs are those after model.eval(): as it was, and with training=self.training.',
        { id: 'lesson-wrong-because' },
      ),
      before: { settings },
      after: { settings, mistake: WRONG, pointing: 'train' },
    },
    {
      name: 'another-machine',
      at: 'machines',
      title: msg('Another machine', { id: 'lesson-machine-title' }),
      question: msg(
        'With p = 0 all machines agree. And with p = 0.5 and the same seed, on a Mac, on Linux, on a GPU?',
        { id: 'lesson-machine-question' },
      ),
      asks: {
        kind: 'choice',
        choices: [
          msg('They agree: a seed is a seed', { id: 'lesson-machine-1' }),
          msg('Some drop other numbers', { id: 'lesson-machine-2' }),
          msg('They agree up to rounding', { id: 'lesson-machine-3' }),
        ],
        answer: 1,
      },
      because: msg(
        'A seed starts a generator; which one it is, and how its words become draws, is up to each framework, version and device. Cells that differ are marked.',
        { id: 'lesson-machine-because' },
      ),
      before: { settings: { ...DEFAULT_SETTINGS, p: '0' } },
      after: { settings: DEFAULT_SETTINGS, pointing: 'cards' },
    },
  ];
}
