// The package in a browser, a worker, Deno or Bun: the wasm is fetched.
import { api, type Playground } from './api.ts';
import { ownWasm } from './own-wasm.ts';
import type { WasmSource } from './wasm-source.ts';
import { startWholeCore } from './whole-core.ts';

export type { Playground } from './api.ts';
export type { Draws } from './draws.ts';
export type {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  DropoutOptions,
  FeatureAlphaDropout,
  LayerName,
} from './dropout.ts';
export { LAYERS } from './dropout.ts';
export type { DType } from './dtype.ts';
export type { Engine, EngineOptions, Gpu, Seed } from './engines.ts';
export { ENGINES } from './engines.ts';
export type {
  ErrorCode,
  ErrorDetails,
  ErrorKind,
  PlaygroundError,
  TextError,
  WasmError,
  WasmFailure,
} from './errors.ts';
export type { Generator, GeneratorState } from './generator.ts';
export type {
  EngineReport,
  Identification,
  IdentifyOptions,
  MaskForm,
  SearchedEngine,
  SearchProgress,
  SeedMatch,
  Skip,
  Way,
  WayReport,
} from './identify/identify.ts';
export type { SeedList, SeedRange } from './identify/seed-list.ts';
export { WELL_KNOWN_SEEDS } from './identify/seed-list.ts';
export type { ForwardAsyncOptions, ForwardProgress } from './in-slices.ts';
export type { Key } from './jax/key.ts';
export type { Jax, JaxRandom, KeyDataOptions } from './jax/random.ts';
export type { MakerOptions } from './makers.ts';
export type { Note } from './notes.ts';
export type { Phrase, PhraseValue } from './phrase.ts';
export { parseSeed } from './seed.ts';
export type { Shape } from './shape.ts';
export type { NestedArray, NestedNumbers, Tensor, TypedArray } from './tensor.ts';
export type {
  NumericTypedArray,
  ParseOptions,
  TensorData,
  TensorOptions,
} from './tensor-from-data.ts';
export type { WasmSource } from './wasm-source.ts';

export interface LoadOptions {
  /** The wasm itself, or where it is. Default: the file beside this module. */
  wasm?: WasmSource;
}

/**
 * Starts the one wasm instance of the program; later calls share it, whatever their options.
 *
 * @example
 * ```js
 * import { load } from 'dropout-playground';
 *
 * const { ones, Generator, Dropout } = await load();
 * const generator = new Generator('torch-cpu').manualSeed(123);
 * console.log(String(new Dropout(0.5, { generator }).forward(ones([6, 6]))));
 * // tensor([[2., 2., 0., 2., 2., 0.],
 * //         [0., 0., 0., 2., 0., 2.],
 * //         [2., 2., 2., 2., 0., 2.],
 * //         [0., 2., 2., 0., 0., 2.],
 * //         [0., 2., 0., 2., 0., 2.],
 * //         [0., 2., 2., 2., 2., 0.]])
 * ```
 *
 * @throws Error (`wasm`) that says what is missing. A later call tries again.
 */
export async function load({ wasm }: LoadOptions = {}): Promise<Playground> {
  await startWholeCore(() => ({
    wasm: wasm ?? ownWasm(),
    read: (url) => fetch(url),
  }));
  return api;
}
