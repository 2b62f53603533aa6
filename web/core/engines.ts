// The engines: their names, their options, and seeds as each framework takes them.
import { toBytes, viewAs } from './bytes.ts';
import { rangeError, typeError } from './errors.ts';
import { native } from './instance.ts';
import { Key, keyOfSeed, keyOfWords } from './jax/key.ts';
import { formIndex, formsOf, type MaskForm } from './mask-form.ts';
import { pythonTypeName } from './python.ts';
import { ENGINE_RECORDS } from './records.ts';
import { toSeed } from './seed.ts';
import type { SeedKind } from './seed-kind.ts';
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

/** What makes a generator of each engine that has options, which its record names. */
const FACTORIES: Partial<Record<Engine, Factory>> = {
  'torch-cpu': ({ normalKernel, form }) =>
    native().torchCpu(isScalar(normalKernel), toForm('torch-cpu', form)),
  'torch-cpu-mkl': ({ normalKernel, form }) =>
    native().torchCpuMkl(isScalar(normalKernel), toForm('torch-cpu-mkl', form)),
  'torch-cuda': ({ gpu = 'A100' }) => native().torchCuda(...toGpu(gpu)),
  jax: ({ partitionable = true }) => native().jax(Boolean(partitionable)),
  'flax-linen': ({ partitionable = true, path = '' }) =>
    native().flaxLinen(Boolean(partitionable), String(path)),
  'flax-nnx': ({ partitionable = true, version }) =>
    native().flaxNnx(Boolean(partitionable), isOneOf(version, '0.11', '0.10')),
  numpy: ({ form }) => native().numpy(toForm('numpy', form)),
  'numpy-pcg64': ({ form }) => native().numpyPcg64(toForm('numpy-pcg64', form)),
} satisfies Record<EngineWithOptions, Factory>;

/** How a seed of each kind is given to the module. */
const SEEDERS: Record<SeedKind, (generator: NativeGenerator, seed: Seed) => void> = {
  integer: (generator, seed) => generator.seed(toSeed(seed)),
  key: (generator, seed) => generator.seedWithKey(toBytes(Uint32Array.from(jaxKey(seed).steps))),
  word: (generator, seed) => generator.seed(numpySeed(seed)),
  entropy: (generator, seed) => generator.seedWithWords(toBytes(entropyOf(seed))),
  text: (generator, seed) => generator.seedWithText(toBytes(codeUnitsOf(tfjsSeed(seed)))),
};

export type Engine = keyof typeof ENGINE_RECORDS;

type Factory = (options: EngineOptions) => NativeGenerator;

type EngineWithOptions = {
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

/** @throws RangeError (`engine`) for an engine, an option or a value there is not. */
export function createGenerator(engine: Engine, options: EngineOptions): NativeGenerator {
  requireEngine(engine);
  const known: readonly string[] = ENGINE_RECORDS[engine].options;
  for (const option of Object.keys(options)) {
    if (!known.includes(option)) {
      throw rangeError('engine', "the engine {0} has no option '{1}'", engine, option);
    }
  }
  return FACTORIES[engine]?.(options) ?? native().generatorNamed(engine);
}

/** @throws RangeError or TypeError (`seed`), in the framework's words. */
export function seedGenerator(engine: Engine, generator: NativeGenerator, seed: Seed): void {
  SEEDERS[ENGINE_RECORDS[engine].seedKind](generator, seed);
}

// True for the second of the two values an option may have, false for the first, which is the default.
function isOneOf<Value extends string>(
  value: Value | undefined,
  first: Value,
  second: Value,
): boolean {
  if (value === undefined || value === first) return true;
  if (value === second) return false;
  throw rangeError(
    'engine',
    "expected '{0}' or '{1}', but got '{2}'",
    first,
    second,
    String(value),
  );
}

function isScalar(kernel: EngineOptions['normalKernel']): boolean {
  return !isOneOf(kernel, 'avx2', 'scalar');
}

function toForm(engine: Engine, form?: MaskForm): number {
  const forms = formsOf(engine);
  if (form === undefined) return formIndex(forms[0] as MaskForm);
  if (forms.includes(form)) return formIndex(form);
  throw rangeError(
    'engine',
    "{0} has no form '{1}'; it has {2}",
    engine,
    String(form),
    forms.map((known) => `'${known}'`).join(', '),
  );
}

function toGpu(gpu: Gpu): [number, number] {
  if (typeof gpu === 'string') {
    const [multiprocessors, threads] = viewAs(Uint32Array, native().cudaGpu(gpu));
    if (multiprocessors !== undefined && threads !== undefined) return [multiprocessors, threads];
    throw rangeError('engine', "unknown GPU '{0}'; known are {1}", gpu, native().cudaGpuNames());
  }
  const { multiprocessors, threadsPerMultiprocessor } = (gpu ?? {}) as Exclude<Gpu, string>;
  if (!isWhole(multiprocessors, 1) || !isWhole(threadsPerMultiprocessor, 256)) {
    throw rangeError(
      'engine',
      'a GPU has 1 multiprocessor or more, each of 256 threads or more: { multiprocessors, threadsPerMultiprocessor }',
    );
  }
  return [multiprocessors, threadsPerMultiprocessor];
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value < 2 ** 20;
}

function isWholeNumber(seed: unknown): seed is number | bigint {
  return typeof seed === 'bigint' || (typeof seed === 'number' && Number.isInteger(seed));
}

function jaxKey(seed: Seed): Key {
  if (seed instanceof Key) return seed;
  // As text, since that is what the message says of it.
  if (typeof seed === 'string') return keyOfSeed(seed as unknown as number);
  return typeof seed === 'object' && seed !== null ? keyOfWords(seed) : keyOfSeed(seed);
}

function numpySeed(seed: Seed): bigint {
  if (!isWholeNumber(seed)) {
    if (typeof seed === 'number') {
      throw typeError(
        'seed',
        "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'",
      );
    }
    throw typeError(
      'seed',
      'np.random.seed expected an integer, but got {0}',
      pythonTypeName(seed),
    );
  }
  const whole = BigInt(seed);
  if (whole < 0n || whole >= 2n ** 32n) {
    throw rangeError('seed', 'Seed must be between 0 and 2**32 - 1');
  }
  return whole;
}

function pcg64Seed(seed: Seed): bigint {
  if (!isWholeNumber(seed)) {
    throw typeError(
      'seed',
      'SeedSequence expects int or sequence of ints for entropy not {0}',
      String(seed),
    );
  }
  const whole = BigInt(seed);
  if (whole < 0n) throw rangeError('seed', 'expected non-negative integer');
  return whole;
}

// Of a list, the words of one number after those of another.
function entropyOf(seed: Seed): Uint32Array {
  const numbers =
    typeof seed === 'object' && seed !== null && 'length' in seed ? Array.from(seed) : [seed];
  return Uint32Array.from(numbers.flatMap((number) => [...wordsOf(pcg64Seed(number))]));
}

function tfjsSeed(seed: Seed): string {
  if (typeof seed === 'string' || typeof seed === 'number' || typeof seed === 'bigint') {
    return String(seed);
  }
  throw typeError(
    'seed',
    'a seed of TensorFlow.js is a number or text, not {0}',
    pythonTypeName(seed),
  );
}

// Least significant word first; 0 is one word.
function wordsOf(seed: bigint): Uint32Array {
  const words: number[] = [];
  for (let rest = seed; rest > 0n || words.length === 0; rest >>= 32n) {
    words.push(Number(rest & 0xffffffffn));
  }
  return Uint32Array.from(words);
}

function codeUnitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
