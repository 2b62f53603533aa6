/**
 * `const { tensor, Dropout, … } = await load()`: the tensors, the generators, the layers and the search.
 * The types are imported from `dropout-playground`.
 *
 * @module playground
 */

export type { Draws } from '../../web/core/draws.ts';
export {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  type DropoutOptions,
  FeatureAlphaDropout,
} from '../../web/core/dropout.ts';
export { Generator, type GeneratorState } from '../../web/core/generator.ts';
export {
  type EngineReport,
  type Identification,
  type IdentifyOptions,
  identify,
  type SearchedEngine,
  type SearchProgress,
  type SeedMatch,
} from '../../web/core/identify/identify.ts';
export type { ForwardAsyncOptions, ForwardProgress } from '../../web/core/in-slices.ts';
export { arange, full, linspace, type MakerOptions, ones, zeros } from '../../web/core/makers.ts';
export type { Shape } from '../../web/core/shape.ts';
export { type NestedArray, Tensor, type TypedArray } from '../../web/core/tensor.ts';
export {
  type NumericTypedArray,
  type ParseOptions,
  parse,
  type TensorData,
  type TensorOptions,
  tensor,
} from '../../web/core/tensor-from-data.ts';
