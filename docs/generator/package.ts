/**
 * `import { load } from 'dropout-playground'`: what is there before the WebAssembly module is. What
 * `load()` resolves to is in the module `playground`.
 *
 * @module package
 */
export type { Playground } from '../../web/core/api.ts';
export { LAYERS, type LayerName } from '../../web/core/dropout.ts';
export type { DType } from '../../web/core/dtype.ts';
export {
  ENGINES,
  type Engine,
  type EngineOptions,
  type Gpu,
  type Seed,
} from '../../web/core/engines.ts';
export type {
  ErrorCode,
  ErrorDetails,
  ErrorKind,
  PlaygroundError,
  TextError,
  WasmError,
  WasmFailure,
} from '../../web/core/errors.ts';
export {
  type SeedList,
  type SeedRange,
  WELL_KNOWN_SEEDS,
} from '../../web/core/identify/seed-list.ts';
export { type LoadOptions, load } from '../../web/core/index.ts';
export type { Phrase, PhraseValue } from '../../web/core/phrase.ts';
export { parseSeed } from '../../web/core/seed.ts';
export type { WasmSource } from '../../web/core/wasm-source.ts';
