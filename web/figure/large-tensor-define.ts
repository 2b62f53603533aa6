// Registers what only large tensors need, which few readers see: grids/fetch-heat-map.ts fetches this
// for the first.
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
