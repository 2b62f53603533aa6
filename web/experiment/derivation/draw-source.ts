// Where an engine's draws come from, in a few words; the same in every language, as names are.
import type { Result } from '../experiment.ts';
import { isByHand } from './derivation.ts';

export function sourceOf({ engine, options, x }: Pick<Result, 'engine' | 'options' | 'x'>): string {
  if (engine.startsWith('torch-cpu') && isByHand(options)) return 'mt19937, 24 bit';
  switch (engine) {
    case 'torch-cpu':
      return 'mt19937, 53 bit';
    case 'torch-cpu-mkl':
      return 'mt19937 → MCG31m1';
    case 'torch-cuda':
      return 'Philox4x32-10';
    case 'jax':
    case 'flax-linen':
    case 'flax-nnx':
      return 'threefry2x32';
    case 'numpy':
      return 'mt19937, 53 bit';
    case 'numpy-pcg64':
      return x.dtype === 'float32' ? 'PCG64, 24 bit' : 'PCG64, 53 bit';
    case 'tfjs':
      return 'Alea';
    case 'fast':
      return 'Philox4x32-10';
  }
}
