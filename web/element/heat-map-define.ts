// Registers <tensor-heat-map>, which few readers see: grids/fetch-heat-map.ts fetches this when one is needed.
import { define } from './define.ts';
import { TensorHeatMap } from './grids/tensor-heat-map.ts';

define({ 'tensor-heat-map': TensorHeatMap });

declare global {
  interface HTMLElementTagNameMap {
    'tensor-heat-map': TensorHeatMap;
  }
}
