// Common mistakes with dropout, each with what comes of it and what comes of doing it right.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';
import { type Thread, thread } from '../../experiment/thread.ts';
import type { OutputCode, OutputCodes } from '../../figure/output-codes.ts';

/** An output of an experiment. */
export interface Outcome {
  settings: Settings;
  of: 'train' | 'eval';
}

export interface Mistake {
  key: string;
  title: string;
  why: string;
  /** Where to look in the experiment. */
  look: string;
  /** The code of both outputs of the experiment, if these are not a layer's in train and in eval mode. */
  codes?: (settings: Settings) => OutputCodes;
  /** The code, and what it gives: one after the other where it is called several times. */
  wrong: { code: string; gives: readonly Outcome[] };
  right: { code: string; gives: readonly Outcome[] };
  thread: Thread | null;
  /** What the figure shows of it. */
  settings: Settings;
}

const ATTENTION_WEIGHTS = `[[1, 0, 0, 0],
 [0.55, 0.45, 0, 0],
 [0.38, 0.31, 0.31, 0],
 [0.28, 0.25, 0.24, 0.23]]`;

const FUNCTIONAL: Settings = { ...DEFAULT_SETTINGS, input: 'torch.ones(2, 5)', seed: '0' };
const ATTENTION: Settings = {
  ...DEFAULT_SETTINGS,
  input: ATTENTION_WEIGHTS,
  p: '0.2',
  seed: '4',
};
/** Of ten seed 4 leaves one. */
const KEEP: Settings = {
  ...DEFAULT_SETTINGS,
  input: 'torch.full((2, 5), 9.)',
  p: '0.9',
  seed: '4',
};
const IMAGE: Settings = {
  ...DEFAULT_SETTINGS,
  input: 'torch.ones(2, 3, 4)',
  layer: 'Dropout2d',
  seed: '0',
  engine: 'torch-cpu-mkl',
};
const SCORES: Settings = {
  ...DEFAULT_SETTINGS,
  input: '[[0.4, -inf, 1.2], [0.9, 0.7, -inf]]',
  seed: '0',
};
/** What softmax makes of the scores, with two decimals. */
const SOFTMAX: Settings = { ...SCORES, input: '[[0.31, 0., 0.69], [0.55, 0.45, 0.]]' };

/** In the language of the page. */
export function mistakes(): readonly Mistake[] {
  return [
    {
      key: 'functional',
      title: msg('F.dropout without training=', { id: 'mistake-functional' }),
      why: msg(
        'The function knows nothing of the model it stands in, and training is True by default: it goes on dropping after model.eval().',
        { id: 'mistake-functional-why' },
      ),
      look: msg(
        'Both outputs are those after model.eval(): without training= half is dropped still, with it x comes out unchanged.',
        { id: 'look-functional' },
      ),
      codes: ({ p }) => ({
        train: afterEval(`F.dropout(x, ${p})`),
        eval: afterEval(`F.dropout(x, ${p}, training=self.training)`),
      }),
      wrong: { code: 'F.dropout(x, 0.5)', gives: [train(FUNCTIONAL)] },
      right: { code: 'F.dropout(x, 0.5, training=self.training)', gives: [evaluation(FUNCTIONAL)] },
      thread: thread('pytorch/pytorch', 26338),
      settings: FUNCTIONAL,
    },
    {
      key: 'eval',
      title: msg('No eval() before predicting', { id: 'mistake-eval' }),
      why: msg(
        'The model stays in train mode, and each prediction is another one. Step through the calls: one input, many outputs.',
        { id: 'mistake-eval-why' },
      ),
      look: msg(
        'Step through the calls: x and the eval output stay the same, the train output never does.',
        { id: 'look-eval' },
      ),
      wrong: {
        code: 'y = model(x)',
        gives: [1, 2].map((call) => train({ ...DEFAULT_SETTINGS, call: String(call) })),
      },
      right: {
        code: 'model.eval(); y = model(x)',
        gives: [evaluation(DEFAULT_SETTINGS), evaluation(DEFAULT_SETTINGS)],
      },
      thread: null,
      settings: { ...DEFAULT_SETTINGS, call: '3' },
    },
    {
      key: 'attention',
      title: msg('Attention that drops in evaluation', { id: 'mistake-attention' }),
      why: msg(
        'scaled_dot_product_attention is a function, too: it drops whenever dropout_p is not 0. Rows of weights no longer sum to 1.',
        { id: 'mistake-attention-why' },
      ),
      look: msg(
        'Both are the weights inside of the function after model.eval(): with dropout_p=self.p their rows do not sum to 1, with 0.0 they do.',
        { id: 'look-attention' },
      ),
      codes: () => ({
        train: afterEval('torch.dropout(weights, self.p, True)'),
        eval: afterEval('torch.dropout(weights, 0.0, True)'),
      }),
      wrong: { code: 'dropout_p=self.p', gives: [train(ATTENTION)] },
      right: { code: 'dropout_p=self.p if self.training else 0.0', gives: [evaluation(ATTENTION)] },
      thread: thread('pytorch/pytorch', 124464),
      settings: ATTENTION,
    },
    {
      key: 'keep',
      title: msg('p as the probability of keeping', { id: 'mistake-keep' }),
      why: msg(
        'Who means to keep nine of ten and writes 0.9 drops nine of ten, and the one that is left counts for ten.',
        { id: 'mistake-keep-why' },
      ),
      look: msg('The mask leaves one of ten, and the train output has it ten times as large.', {
        id: 'look-keep',
      }),
      wrong: { code: 'nn.Dropout(0.9)', gives: [train(KEEP)] },
      right: { code: 'nn.Dropout(0.1)', gives: [train({ ...KEEP, p: '0.1' })] },
      thread: null,
      settings: KEEP,
    },
    {
      key: '2d',
      title: msg('Dropout2d on a 3-D input', { id: 'mistake-2d' }),
      why: msg(
        'Meant as (C, H, W), read as (N, C, L): whole rows of an image are dropped, not its channels.',
        { id: 'mistake-2d-why' },
      ),
      look: msg('The mask has one decision for each row, where one for each channel was meant.', {
        id: 'look-2d',
      }),
      wrong: { code: 'nn.Dropout2d(0.5)(image)', gives: [train(IMAGE)] },
      right: {
        code: 'nn.Dropout2d(0.5)(image[None])[0]',
        gives: [train({ ...IMAGE, input: 'torch.ones(1, 2, 3, 4)' })],
      },
      thread: thread('pytorch/pytorch', 69801),
      settings: IMAGE,
    },
    {
      key: 'inf',
      title: msg('inf before dropout', { id: 'mistake-inf' }),
      why: msg(
        'Dropping multiplies by 0, and inf times 0 is nan, from which no loss recovers. Mask scores with -inf, take the softmax, and only then drop.',
        { id: 'mistake-inf-why' },
      ),
      look: msg('Where the mask is 0, the train output has nan instead of -inf.', {
        id: 'look-inf',
      }),
      wrong: { code: 'drop(scores)', gives: [train(SCORES)] },
      right: { code: 'drop(softmax(scores))', gives: [train(SOFTMAX)] },
      thread: thread('pytorch/pytorch', 59421),
      settings: SCORES,
    },
  ];
}

function train(settings: Settings): Outcome {
  return { settings, of: 'train' };
}

function evaluation(settings: Settings): Outcome {
  return { settings, of: 'eval' };
}

function afterEval(code: string): OutputCode {
  return { name: msg('after model.eval()', { id: 'after-eval' }), code };
}
