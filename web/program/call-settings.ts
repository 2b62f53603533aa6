// A dropout call of a program as the settings of a figure.
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';
import type { DropoutCall } from '../python/dropout-call.ts';
import { ON_THE_CPU, type ProgramEngine } from '../python/program-engines.ts';

/**
 * - `settings`: of a figure that shows the call
 * - `eval`: it leaves its input as it is
 * - `tensor`: it is too large for a figure, or lies in memory in another order than it is printed
 * - `state`: nobody knows how many words its generator has drawn since a seed
 */
export type CallSettings =
  | { kind: 'settings'; settings: Settings }
  | { kind: 'eval' | 'tensor' | 'state' };

/** @param engine The machine of the program. */
export function callSettings(call: DropoutCall, engine: ProgramEngine): CallSettings {
  const { input, p, layer, inplace, training, seed, words, device } = call;
  if (!training) return { kind: 'eval' };
  if (input === null) return { kind: 'tensor' };
  const isOnGpu = device === 'cuda';
  // Of a GPU, figures skip no words.
  if (seed === null || words === null || (isOnGpu && words > 0)) return { kind: 'state' };
  return {
    kind: 'settings',
    settings: {
      ...DEFAULT_SETTINGS,
      ...{ input, layer, seed, p: String(p), inplace: String(inplace), skip: String(words) },
      engine: isOnGpu ? engine : ON_THE_CPU[engine],
    },
  };
}
