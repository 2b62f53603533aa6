// What src/bindings exposes: the contract between the wasm module and this folder. No other folder knows the
// module. This file is kept by hand; the glue and the wasm beside it are built.

/** An object of the module; its memory is freed by delete() and by nothing else. */
interface NativeHandle {
  delete(): void;
}

/** Numbers of another type, as toBytes() in ../bytes.ts gives them. */
type Bytes = Uint8Array;

/**
 * Where numbers lie in the module's memory, for viewAs() and copyAs() in ../bytes.ts. There until the
 * next call.
 */
type BytesAt = number;

/** For Message in ../message.ts, as long. */
type MessageAt = number;

/** dtype: an index into the list in ../dtype.ts. extents: of a Float64Array, whole numbers. */
interface NativeTensor extends NativeHandle {
  /** A Float64Array: the dtype, the address of the elements, and then the extents. */
  layout(): BytesAt;
  /** A message of the tensor alone. */
  describe(): MessageAt;
  clone(): NativeTensor;
  to(dtype: number): NativeTensor;
  equal(other: NativeTensor): boolean;
  sum(): number;
  mean(): number;
  variance(): number;
  print(): string;
}

interface NativeGenerator extends NativeHandle {
  /** Without sign. */
  seed(seed: bigint): void;
  /** A Uint32Array, least significant word first. */
  seedWithWords(words: Bytes): void;
  /** A Uint16Array. */
  seedWithText(codeUnits: Bytes): void;
  /** A BigUint64Array of one, or of none. */
  initialSeed(): BytesAt;
  state(): BytesAt;
  restore(state: Bytes): void;
  rand(extents: Bytes, dtype: number): NativeTensor;
  randn(extents: Bytes, dtype: number): NativeTensor;
  randint(low: bigint, high: bigint, extents: Bytes): NativeTensor;
  randperm(extents: Bytes): NativeTensor;
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
  scale(dtype: number): number;
  setP(p: number): void;
  setInplace(inplace: boolean): void;
  setTraining(training: boolean): void;
  forward(x: NativeTensor): NativeTensor | null;
  backward(gradient: NativeTensor): NativeTensor | null;
  mask(): NativeTensor | null;
  /** A byte for each element of the mask; none before any forward. */
  kept(): BytesAt;
  /**
   * What the last forward did, of one draw: a message of how many elements it had, its scale, the threshold, the bytes of kept()
   * and the uniforms, of which there are some if `explained`; of the mask; and, if `backward`, of the
   * gradient of the output and that of the input. null stands for ones, whose elements, as the mask's,
   * are nowhere. Empty before any forward.
   */
  lastCall(explained: boolean, backward: boolean, upstream: NativeTensor | null): MessageAt;
}

/** A forward in slices. Deleted before finish(), it leaves layer and generator as they were. */
interface NativeSlicedForward extends NativeHandle {
  /** How many elements have been done. */
  done(): number;
  advance(elements: number): void;
  /** What forward() gives; once, when all have been done. */
  finish(): NativeTensor | null;
}

/** What an input and an output tell of a mask. A p below 0 means that they are to tell p, too. */
interface NativeObservedMask extends NativeHandle {
  p(): number;
  known(): number;
  /** The probability that a mask drawn by chance agrees. */
  chance(): number;
}

interface NativeSeedScan extends NativeHandle {
  /** How many calls of each seed are looked at. */
  calls(): number;
  /**
   * A Uint32Array, two numbers a match: which seed, counted from `first`, without sign, and which
   * call, from 1.
   */
  scan(first: bigint, count: number): BytesAt;
}

interface NativeModule {
  /** The memory; another array whenever it has grown. */
  readonly HEAPU8: Uint8Array;
  /** stackSave() tells how far down the stack reaches in HEAPU8, in bytes; stackRestore() puts it there. */
  stackSave(): number;
  stackRestore(top: number): void;
  /** Frees the texts and bytes that the arguments of a call were copied to. */
  giveAllBack(): void;
  Generator: NativeGenerators;
  /** kind: an index into the list in ../dropout.ts. */
  Dropout: {
    create(kind: number, p: number, inplace: boolean, generator: NativeGenerator): NativeDropout;
  };
  SlicedForward: {
    create(layer: NativeDropout, x: NativeTensor): NativeSlicedForward;
  };
  ObservedMask: {
    create(input: NativeTensor, output: NativeTensor, p: number): NativeObservedMask;
  };
  SeedScan: {
    create(
      engine: NativeGenerator,
      mask: NativeObservedMask,
      dtype: number,
      calls: number,
    ): NativeSeedScan;
  };
  /** A Uint32Array: multiprocessors and threads for each; empty for an unknown name. */
  cudaGpu(name: string): BytesAt;
  /** Separated by commas. */
  cudaGpuNames(): string;
  arange(start: number, end: number, step: number, dtype: number): NativeTensor;
  linspace(start: number, end: number, steps: number, dtype: number): NativeTensor;
  allocate(extents: Bytes, dtype: number): NativeTensor;
  full(extents: Bytes, value: number, dtype: number): NativeTensor;
  /** dtype -1 leaves it to the text. */
  parse(text: string, dtype: number, generator: NativeGenerator | null): NativeTensor;

  /** Set by the package: told during parse() what it reads otherwise than it is written. As createError. */
  tellNote: (template: string, values: string) => void;

  /**
   * Set by the package: makes what a call throws. values: a list in JSON. line and column are 0 but in a
   * text.
   */
  createError: (
    kind: NativeErrorKind,
    template: string,
    values: string,
    line: number,
    column: number,
  ) => Error;
}

type NativeErrorKind =
  | 'value'
  | 'probability'
  | 'dtype'
  | 'integers'
  | 'engine'
  | 'layer'
  | 'memory'
  | 'state'
  | 'text'
  | 'generator-missing'
  | 'nothing-survives';

/** Without the names of WebAssembly's types, which programs that have only the types of Node do not know. */
interface NativeModuleOptions {
  instantiateWasm(imports: object, done: (instance: object, module: object) => void): object;
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
/** What the wasm file of this glue holds in its section `build`. */
export declare const build: string;

export default function create(options: NativeModuleOptions): Promise<NativeModule>;
