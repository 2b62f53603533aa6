// The engines: their names, their options, and seeds as each framework takes them.
import { rangeError } from './errors.ts';
import { native } from './instance.ts';
import type { Key } from './jax/key.ts';
import type { MaskForm } from './mask-form.ts';
import { ENGINE_RECORDS } from './records.ts';
import { seedRulesOf } from './seeds/seed-rules.ts';
import type { NativeGenerator } from './wasm/dropout-playground.js';

/** A GPU by its name, such as 'A100' or 'RTX 4090', or by what it can hold. */
export type Gpu = string | { multiprocessors: number; threadsPerMultiprocessor: number };

export interface EngineOptions {
  /**
   * `torch-cpu`, `torch-cpu-mkl`, `numpy`, `numpy-pcg64`: how the program draws the mask. Default:
   * `'layer'`, or with NumPy `'rand<keep'`.
   */
  form?: MaskForm;
  /** `torch-cpu`, `torch-cpu-mkl`: the code that makes normals; `avx2` on nearly every PC. */
  normalKernel?: 'avx2' | 'scalar';
  /** `torch-cuda`: matters for tensors that fill the GPU. Default: 'A100'. */
  gpu?: Gpu;
  /** `jax`, `flax-linen`, `flax-nnx`: jax_threefry_partitionable, true since JAX 0.5. */
  partitionable?: boolean;
  /** `flax-linen`: names of the submodules down to the layer, such as 'Dropout_0'. */
  path?: string;
  /** `flax-nnx`: since 0.11 each layer takes a stream of its own from the generator. */
  version?: '0.11' | '0.10';
}

/**
 * A number where the framework takes numbers; a text with `tfjs` only; with `jax`, `flax-linen` and `flax-nnx`
 * also a key, made by `jax.random`, or its two words; a list of numbers with `numpy-pcg64`, too.
 */
export type Seed = number | bigint | string | Key | readonly number[] | Uint32Array;

export type Engine = keyof typeof ENGINE_RECORDS;

/** Makes a generator of an engine that has options. */
export type Factory = (options: EngineOptions) => NativeGenerator;

export type EngineWithOptions = {
  [E in Engine]: (typeof ENGINE_RECORDS)[E]['options'] extends readonly [] ? never : E;
}[Engine];

export const ENGINES = Object.freeze(Object.keys(ENGINE_RECORDS) as Engine[]);

/** @throws RangeError (`engine`) for an engine there is not. */
export function requireEngine(engine: string): asserts engine is Engine {
  if (Object.hasOwn(ENGINE_RECORDS, engine)) return;
  throw rangeError(
    'engine',
    "unknown engine '{0}'; known are {1}",
    String(engine),
    ENGINES.join(', '),
  );
}

let factories: Partial<Record<Engine, Factory>> = {};

/** A figure's own module has engines without options alone, and the whole core adds those. */
export function addFactories(added: typeof factories): void {
  factories = added;
}

/** @throws RangeError (`engine`) for an engine, an option or a value there is not. */
export function createGenerator(engine: Engine, options: EngineOptions): NativeGenerator {
  requireEngine(engine);
  const known: readonly string[] = ENGINE_RECORDS[engine].options;
  for (const option of Object.keys(options)) {
    if (!known.includes(option)) {
      throw rangeError('engine', "the engine {0} has no option '{1}'", engine, option);
    }
  }
  return factories[engine]?.(options) ?? native().generatorNamed(engine);
}

/** @throws RangeError or TypeError (`seed`), in the framework's words. */
export function seedGenerator(engine: Engine, generator: NativeGenerator, seed: Seed): void {
  seedRulesOf(ENGINE_RECORDS[engine].seedKind).give(generator, seed);
}
