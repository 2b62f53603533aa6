// The options of the engines, as the module takes them.
import { viewAs } from './bytes.ts';
import type { Engine, EngineOptions, EngineWithOptions, Factory, Gpu } from './engines.ts';
import { rangeError } from './errors.ts';
import { native } from './instance.ts';
import { formIndex, formsOf, type MaskForm } from './mask-form.ts';

/** What makes a generator of each engine that has options, which its record names. */
export const FACTORIES: Partial<Record<Engine, Factory>> = {
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
