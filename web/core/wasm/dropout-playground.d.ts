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
  /** A Uint32Array: the two words of a key of JAX, and for each step from it, num of split, or 0, and which. */
  seedWithKey(words: Bytes): void;
  /** Without sign. */
  skip(count: bigint): void;
  /** A BigUint64Array of one, or of none. */
  initialSeed(): BytesAt;
  state(): BytesAt;
  restore(state: Bytes): void;
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
  /**
   * The threshold of the last forward, and how many of its numbers lie in each of so many equal parts of
   * [0, 1], as doubles: those kept, then those dropped. Nothing if nothing was drawn.
   */
  drawCounts(parts: number): BytesAt;
}

/** A forward in slices. Deleted before finish(), it leaves layer and generator as they were. */
interface NativeSlicedForward extends NativeHandle {
  /** How many elements have been done. */
  done(): number;
  advance(elements: number): void;
  /** What forward() gives; once, when all have been done. */
  finish(): NativeTensor | null;
}

/** What an input and an output tell of a mask. */
interface NativeObservedMask extends NativeHandle {
  p(): number;
  known(): number;
  /** How many elements the mask has. */
  size(): number;
  /** The probability that a mask drawn by chance agrees. */
  chance(): number;
}

interface NativeSeedScan extends NativeHandle {
  /** How many calls of each seed are looked at. */
  calls(): number;
  /**
   * A Uint32Array, three numbers a match: which seed, counted from `first`, without sign, which call,
   * from 1, and which of the skips.
   */
  scan(first: bigint, count: number): BytesAt;
}

interface NativeDrawnInputScan extends NativeHandle {
  /** One way in which the output may have been made; its engine draws the same inputs as the others'. */
  add(engine: NativeGenerator, layer: number, kind: number, p: number): void;
  /** At most the probability that an input drawn by chance fits. */
  chance(): number;
  /** Whether some input fits the output with several p. */
  needsP(): boolean;
  /** That of the last match; -1 before any. */
  p(): number;
  /**
   * As NativeSeedScan's, but the third number is twice the place of what was added, and one more if
   * the words are skipped behind the input.
   */
  scan(first: bigint, count: number): BytesAt;
}

interface NativeModule {
  /** The memory; another array whenever it has grown. */
  readonly HEAPU8: Uint8Array;
  /** stackSave() tells how far down the stack reaches in HEAPU8, in bytes; stackRestore() puts it there. */
  stackSave(): number;
  stackRestore(top: number): void;
  /** form: an index into the list in ../mask-form.ts. */
  torchCpu(scalarNormals: boolean, form: number): NativeGenerator;
  torchCpuMkl(scalarNormals: boolean, form: number): NativeGenerator;
  torchCuda(multiprocessors: number, threadsPerMultiprocessor: number): NativeGenerator;
  jax(partitionable: boolean): NativeGenerator;
  flaxLinen(partitionable: boolean, path: string): NativeGenerator;
  flaxNnx(partitionable: boolean, forks: boolean): NativeGenerator;
  numpy(form: number): NativeGenerator;
  numpyPcg64(form: number): NativeGenerator;
  /** An engine that has no options. */
  generatorNamed(engine: string): NativeGenerator;
  /** kind: an index into the list in ../dropout.ts. */
  Dropout: {
    create(kind: number, p: number, inplace: boolean, generator: NativeGenerator): NativeDropout;
  };
  SlicedForward: {
    create(layer: NativeDropout, x: NativeTensor): NativeSlicedForward;
  };
  /**
   * inputRounding, outputRounding: of a Float64Array, how far each number may be from its print. layer: an
   * index into the list in ../dropout.ts, kind: into that of ../observation.ts. A p below 0 means that the
   * numbers are to tell it.
   */
  ObservedMask: {
    create(
      input: NativeTensor,
      output: NativeTensor,
      inputRounding: Bytes,
      outputRounding: Bytes,
      layer: number,
      kind: number,
      p: number,
    ): NativeObservedMask;
  };
  SeedScan: {
    create(
      engine: NativeGenerator,
      mask: NativeObservedMask,
      dtype: number,
      calls: number,
      /** Of a Uint32Array: numbers of words, each of which is skipped. */
      skips: Bytes,
    ): NativeSeedScan;
  };
  DrawnInputScan: {
    create(
      /** A text that draws. */
      input: string,
      /** 1 for uniforms, 2 for normals, 0 for others. */
      distribution: number,
      /** What was printed of it; null if nothing was. */
      printed: NativeTensor | null,
      inputRounding: Bytes,
      output: NativeTensor,
      outputRounding: Bytes,
      calls: number,
      skip: number,
    ): NativeDrawnInputScan;
  };
  /** A Uint32Array: multiprocessors and threads for each; empty for an unknown name. */
  cudaGpu(name: string): BytesAt;
  /** Separated by commas. */
  cudaGpuNames(): string;
  rand(generator: NativeGenerator, extents: Bytes, dtype: number): NativeTensor;
  randn(generator: NativeGenerator, extents: Bytes, dtype: number): NativeTensor;
  randint(generator: NativeGenerator, low: bigint, high: bigint, extents: Bytes): NativeTensor;
  randperm(generator: NativeGenerator, extents: Bytes): NativeTensor;
  arange(start: number, end: number, step: number, dtype: number): NativeTensor;
  linspace(start: number, end: number, steps: number, dtype: number): NativeTensor;
  allocate(extents: Bytes, dtype: number): NativeTensor;
  full(extents: Bytes, value: number, dtype: number): NativeTensor;
  /** dtype -1 leaves it to the text. */
  parse(
    text: string,
    dtype: number,
    generator: NativeGenerator | null,
    mostBytes: number,
  ): NativeTensor;
  /** In a figure's own module, which parses these texts only. */
  reads?(text: string): boolean;

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
  | 'program'
  | 'generator-missing'
  | 'nothing-survives';

/** Without the names of WebAssembly's types, which programs that have only the types of Node do not know. */
interface NativeModuleOptions {
  instantiateWasm(imports: object, done: (instance: object, module: object) => void): object;
}

export type {
  NativeDrawnInputScan,
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
