// An experiment without its input, which may be large: what the other fields say, and whether they are right.
import type { FigureCore } from '../core/figure-core.ts';
import { type Result, run } from './experiment.ts';
import type { FieldErrors, Settings } from './settings.ts';

/** On a single element, in as many dimensions as the layer takes. */
export function runOnOneElement(core: FigureCore, settings: Settings): Result | FieldErrors {
  const shape = settings.layer === 'Dropout1d' ? '1, 1' : '1, 1, 1, 1';
  return run(core, { ...settings, input: `torch.zeros(${shape})`, gradient: '' });
}
