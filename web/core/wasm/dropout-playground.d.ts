// What src/bindings exposes: the contract between the wasm module and this folder, the only one
// that knows it. Kept by hand; the glue and the wasm beside it are built.

/** An object of the module; its memory is freed by delete() and by nothing else. */
interface NativeHandle {
  delete(): void;
}

/** dtype: an index into the list in ../dtype.ts. extents: whole numbers. */
interface NativeTensor extends NativeHandle {
  /** Over the module's memory: detached when that grows, dangling once the tensor is deleted. */
  view(): Float32Array | Float64Array | BigInt64Array;
  extents(): number[];
  dtype(): number;
  clone(): NativeTensor;
  to(dtype: number): NativeTensor;
  equal(other: NativeTensor): boolean;
  sum(): number;
  mean(): number;
  variance(): number;
  print(): string;
}

interface NativeGenerator extends NativeHandle {
  clone(): NativeGenerator;
  /** Without sign. */
  seed(seed: bigint): void;
  /** Least significant word first. */
  seedWithWords(words: Uint32Array): void;
  seedWithText(text: string): void;
  /** May come with a sign: the module hands 64 bits over. */
  initialSeed(): bigint | undefined;
  state(): Uint8Array;
  restore(state: Uint8Array): void;
  rand(extents: Float64Array, dtype: number): NativeTensor;
  randn(extents: Float64Array, dtype: number): NativeTensor;
  randint(low: bigint, high: bigint, extents: Float64Array): NativeTensor;
  randperm(extents: Float64Array): NativeTensor;
}

interface NativeGenerators {
  torchCpu(scalarNormals: boolean): NativeGenerator;
  torchCpuMkl(scalarNormals: boolean): NativeGenerator;
  torchCuda(multiprocessors: number, threadsPerMultiprocessor: number): NativeGenerator;
  jax(partitionable: boolean): NativeGenerator;
  flaxLinen(partitionable: boolean, path: string): NativeGenerator;
  flaxNnx(partitionable: boolean, forks: boolean): NativeGenerator;
  numpy(): NativeGenerator;
  numpyPcg64(): NativeGenerator;
  tfjs(): NativeGenerator;
  fast(): NativeGenerator;
}

/** null stands for "the argument itself". */
interface NativeDropout extends NativeHandle {
  /** Uniform, threshold and 1 or 0 of each decision; undefined if nothing was drawn. */
  decisions(): Float64Array | undefined;
  scale(dtype: number): number;
  setP(p: number): void;
  setInplace(inplace: boolean): void;
  setTraining(training: boolean): void;
  forward(x: NativeTensor): NativeTensor | null;
  backward(gradient: NativeTensor): NativeTensor | null;
  mask(): NativeTensor | null;
}

/** A forward in slices. Deleted before finish(), it leaves layer and generator as they were. */
interface NativeSlicedForward extends NativeHandle {
  /** How many elements have been done. */
  done(): number;
  advance(elements: number): void;
  /** What forward() gives; once, when all have been done. */
  finish(): NativeTensor | null;
}

/** What an input and an output tell; p undefined leaves it to them. */
interface NativeObservedMask extends NativeHandle {
  p(): number;
  known(): number;
  /** That a mask drawn by chance agrees. */
  chance(): number;
}

interface NativeSeedScan extends NativeHandle {
  /** How many calls of each seed are looked at. */
  calls(): number;
  /** Two numbers a match: which seed, counted from `first`, without sign, and which call, from 1. */
  scan(first: bigint, count: number): Uint32Array;
}

interface NativeModule {
  Generator: NativeGenerators;
  /** kind: an index into the list in ../layers.ts. */
  Dropout: new (
    kind: number,
    p: number,
    inplace: boolean,
    generator: NativeGenerator,
  ) => NativeDropout;
  SlicedForward: new (layer: NativeDropout, x: NativeTensor) => NativeSlicedForward;
  ObservedMask: new (
    input: NativeTensor,
    output: NativeTensor,
    p: number | undefined,
  ) => NativeObservedMask;
  SeedScan: new (
    engine: NativeGenerator,
    mask: NativeObservedMask,
    dtype: number,
    calls: number,
  ) => NativeSeedScan;
  /** Multiprocessors and threads for each; undefined for an unknown name. */
  cudaGpu(name: string): [number, number] | undefined;
  cudaGpuNames(): string[];
  arange(start: number, end: number, step: number, dtype: number): NativeTensor;
  linspace(start: number, end: number, steps: number, dtype: number): NativeTensor;
  allocate(extents: Float64Array, dtype: number): NativeTensor;
  full(extents: Float64Array, value: number, dtype: number): NativeTensor;
  /** dtype -1 leaves it to the text. */
  parse(text: string, dtype: number, generator: NativeGenerator | null): NativeTensor;

  /** Set by the package: makes what a call throws. line and column are 0 but for kind "text". */
  createError: (kind: NativeErrorKind, message: string, line: number, column: number) => Error;
}

type NativeErrorKind = 'engine' | 'text' | 'memory' | 'dtype' | 'value' | 'state';

interface NativeModuleOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports;
}

export type {
  NativeDropout,
  NativeErrorKind,
  NativeGenerator,
  NativeHandle,
  NativeModule,
  NativeModuleOptions,
  NativeObservedMask,
  NativeSeedScan,
  NativeSlicedForward,
  NativeTensor,
};
export default function create(options: NativeModuleOptions): Promise<NativeModule>;
