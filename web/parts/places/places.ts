// The places in networks where dropout stands, each with a tensor as it comes there, and a program that calls it.
import { msg } from '@lit/localize';
import { DEFAULT_SETTINGS, type Settings } from '../../experiment/settings.ts';
import { PLACE_PROGRAMS, type PlaceName } from './place-programs.ts';

export interface Place {
  name: PlaceName;
  network: string;
  title: string;
  /** What the tensor is, and what its dropout means. */
  about: string;
  /** As modules of PyTorch are given it. */
  code: string;
  settings: Settings;
  program: string;
  /** Whether the rows of the tensor sum to 1, which dropout changes. */
  hasRowSums: boolean;
}

export interface Network {
  name: string;
  about: string;
  /** Who put dropout there: the paper and its address. */
  sources: readonly (readonly [string, string])[];
}

/** Each with where dropout stands in it. */
export function networks(): Record<'mlp' | 'rnn' | 'transformer', Network> {
  return {
    mlp: {
      name: 'MLP',
      about: msg('after every hidden layer', { id: 'place-mlp' }),
      sources: [['Srivastava et al. 2014', 'https://jmlr.org/papers/v15/srivastava14a.html']],
    },
    rnn: {
      name: 'RNN, LSTM, GRU',
      about: msg('between the layers, not from step to step', { id: 'place-rnn' }),
      // The second has one mask for all steps.
      sources: [
        ['Zaremba et al. 2014', 'https://arxiv.org/abs/1409.2329'],
        ['Gal, Ghahramani 2016', 'https://arxiv.org/abs/1512.05287'],
      ],
    },
    transformer: {
      name: msg('Transformer block', { id: 'transformer-block' }),
      about: msg('at four places, and on the embedding', { id: 'place-transformer' }),
      sources: [['Vaswani et al. 2017', 'https://arxiv.org/abs/1706.03762']],
    },
  };
}

export function placeNamed(name: PlaceName): Place {
  const { mlp, rnn, transformer } = networks();
  const { input, p } = PLACE_TENSORS[name];
  const place = {
    name,
    settings: { ...DEFAULT_SETTINGS, input, p },
    program: PLACE_PROGRAMS[name],
    hasRowSums: name === 'weights',
  };
  switch (name) {
    case 'hidden':
      return {
        ...place,
        network: mlp.name,
        title: msg('hidden units', { id: 'place-hidden' }),
        about: msg(
          'A row has the units of a hidden layer for one example. Each example loses other units, so that none can rely on another.',
          { id: 'place-hidden-about' },
        ),
        code: 'nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Dropout(0.5), …)',
      };
    case 'words':
      return {
        ...place,
        network: rnn.name,
        title: msg('the words that come in', { id: 'place-words' }),
        about: msg(
          'A row is the embedding of one word. Dropout takes some of its numbers, not the whole word.',
          { id: 'place-words-about' },
        ),
        code: 'nn.Dropout(0.2)(embedding(words))',
      };
    case 'between':
      return {
        ...place,
        network: rnn.name,
        title: msg('between two layers', { id: 'place-between' }),
        about: msg(
          'A row is what the first layer says at one step. Each step draws its own mask; what a layer tells its own next step stays whole.',
          { id: 'place-between-about' },
        ),
        code: 'nn.LSTM(4, 4, num_layers=2, dropout=0.5)',
      };
    case 'embedding':
      return {
        ...place,
        network: transformer.name,
        title: msg('embedding', { id: 'place-embedding' }),
        about: msg(
          'A row is one token: its embedding and its position, added. The block begins with some of these numbers missing.',
          { id: 'place-embedding-about' },
        ),
        code: 'nn.Dropout(0.1)(tokens + positions)',
      };
    case 'weights':
      return {
        ...place,
        network: transformer.name,
        title: msg('attention weights', { id: 'place-weights' }),
        about: msg(
          'A row says how much one word attends to each of four. With weights dropped, a row does not sum to 1 any more; on average it does.',
          { id: 'place-weights-about' },
        ),
        code: 'nn.MultiheadAttention(4, 1, dropout=0.1)',
      };
    case 'residual':
      return {
        ...place,
        network: transformer.name,
        title: msg('what a block adds', { id: 'place-residual' }),
        about: msg(
          'Only what is added can be dropped. The path around it stays whole, so that no token is lost.',
          { id: 'place-residual-about' },
        ),
        code: 'x = x + nn.Dropout(0.1)(attention(x))',
      };
    case 'feedforward':
      return {
        ...place,
        network: transformer.name,
        title: msg('hidden units of the feed-forward part', { id: 'place-feedforward' }),
        about: msg('As in an MLP: the units between its two Linear layers.', {
          id: 'place-feedforward-about',
        }),
        code: 'nn.TransformerEncoderLayer(4, 1, 4, dropout=0.1)',
      };
  }
}

/** What comes to each place. Made up, but as it comes there: ReLU leaves no negative number, softmax rows that sum to 1. */
const PLACE_TENSORS: Readonly<Record<PlaceName, { input: string; p: string }>> = {
  hidden: { input: '[[0.9, 0, 1.7, 0.4], [0, 2.1, 0.6, 0], [1.3, 0.2, 0, 0.8]]', p: '0.5' },
  words: {
    input: '[[0.2, -1.1, 0.7, 0.4], [1.5, 0.3, -0.6, 0.9], [-0.8, 0.5, 1.2, -0.3]]',
    p: '0.2',
  },
  between: {
    input: '[[0.3, -0.5, 0.1, 0.6], [-0.2, 0.4, 0.7, -0.1], [0.5, 0.2, -0.4, 0.8]]',
    p: '0.5',
  },
  embedding: {
    input: '[[0.7, -0.2, 1.1, 0.5], [0.1, 0.9, -1.3, 0.6], [-0.4, 0.8, 0.3, 1.2]]',
    p: '0.1',
  },
  weights: {
    input:
      '[[0.6, 0.2, 0.15, 0.05], [0.1, 0.4, 0.3, 0.2], [0.05, 0.15, 0.7, 0.1], [0.25, 0.25, 0.1, 0.4]]',
    p: '0.1',
  },
  residual: {
    input: '[[0.3, 0.1, -0.6, 0.2], [0.5, -0.3, 0.4, 0.9], [-0.1, 0.7, 0.2, -0.4]]',
    p: '0.1',
  },
  feedforward: {
    input: '[[0.8, -0.1, 0, 1.6], [-0.2, 0.5, 1.1, 0.3], [1.4, -0.1, 0.6, 0.9]]',
    p: '0.1',
  },
};
