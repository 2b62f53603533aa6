// An experiment without its input, which may be large: what the other fields say, and whether they are right.
import type { FigureCore } from '../core/figure-core.ts';
import type { LayerName } from '../core/index.ts';
import { LAYER_RECORDS } from '../core/records.ts';
import { type Result, run } from './experiment.ts';
import type { FieldErrors, Settings } from './settings.ts';

/** On a single element, in as many dimensions as the layer takes. */
export function runOnOneElement(core: FigureCore, settings: Settings): Result | FieldErrors {
  const rank = Math.min(4, LAYER_RECORDS[settings.layer as LayerName]?.mostRank ?? 4);
  const shape = Array(rank).fill(1).join(', ');
  return run(core, { ...settings, input: `torch.zeros(${shape})`, gradient: '' });
}
