// Registers the elements that only large tensors need. Few readers see one, so grids/fetch-heat-map.ts fetches
// this file for the first large tensor.
import { define } from '../design/define.ts';
import { TensorHeatMap } from './grids/tensor-heat-map.ts';
import { LargeProgress } from './large-progress.ts';

define({ 'large-progress': LargeProgress, 'tensor-heat-map': TensorHeatMap });

declare global {
  interface HTMLElementTagNameMap {
    'large-progress': LargeProgress;
    'tensor-heat-map': TensorHeatMap;
  }
}
