// Ready-made inputs: those that explanations of dropout begin with, and those that show its corner cases.
import { msg } from '@lit/localize';
import { nestedList } from '../../experiment/nested-list.ts';
import type { Settings } from '../../experiment/settings.ts';
import { drawnDigit } from './drawn-digit.ts';

export interface Example {
  name: string;
  settings: Partial<Settings>;
}

// Attention weights of a language model's first layer: each row is a softmax over the words up to its own.
const ATTENTION = `[[1.00, 0, 0, 0, 0, 0],
 [0.55, 0.45, 0, 0, 0, 0],
 [0.38, 0.34, 0.28, 0, 0, 0],
 [0.28, 0.25, 0.22, 0.25, 0, 0],
 [0.22, 0.20, 0.20, 0.18, 0.20, 0],
 [0.20, 0.16, 0.15, 0.17, 0.13, 0.19]]`;

/** In the language of the page. */
export function examples(): readonly Example[] {
  return [
    { name: '[1, 2, 3, 4]', settings: { input: '[1, 2, 3, 4]' } },
    {
      name: msg('3 × 4, with negatives', { id: 'example-matrix' }),
      settings: { input: '[[1, 0.5, -1.5, 2],\n [0.5, 3, 2, 0.5],\n [1.5, -1, -0.5, 1]]' },
    },
    {
      name: msg('attention weights, 6 × 6', { id: 'example-attention' }),
      settings: { input: ATTENTION },
    },
    { name: 'torch.ones(6, 6)', settings: { input: 'torch.ones(6, 6)' } },
    { name: 'torch.rand(3, 4)', settings: { input: 'torch.rand(3, 4)' } },
    { name: 'torch.randn(4, 5)', settings: { input: 'torch.randn(4, 5)' } },
    {
      name: msg('inf, nan and -0', { id: 'example-special' }),
      settings: { input: '[[inf, -inf, nan],\n [-0., 1e-8, 3e38]]' },
    },
    {
      name: msg('channels, for Dropout2d', { id: 'example-channels' }),
      settings: { input: 'torch.ones(2, 4, 3, 3)', layer: 'Dropout2d' },
    },
    {
      name: msg('a drawn digit, 28 × 28', { id: 'example-digit' }),
      // Drawn when it is chosen.
      get settings() {
        return { input: nestedList([28, 28], drawnDigit()) };
      },
    },
    { name: 'torch.randn(64, 64)', settings: { input: 'torch.randn(64, 64)' } },
    {
      name: msg('16 million elements', { id: 'example-large' }),
      settings: { input: 'torch.rand(4000, 4000)' },
    },
  ];
}
