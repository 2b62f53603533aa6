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
  manualSeed(seed: bigint): void;
  initialSeed(): bigint;
  state(): Uint8Array;
  restore(state: Uint8Array): void;
  rand(extents: Float64Array, dtype: number): NativeTensor;
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
}

interface NativeModule {
  Generator: new () => NativeGenerator;
  Dropout: new (p: number, inplace: boolean, generator: NativeGenerator) => NativeDropout;
  allocate(extents: Float64Array, dtype: number): NativeTensor;
  full(extents: Float64Array, value: number, dtype: number): NativeTensor;
  /** dtype -1 leaves it to the text. */
  parse(text: string, dtype: number): NativeTensor;

  /** Set by the package: makes what a call throws. line and column are 0 but for kind "text". */
  createError: (kind: NativeErrorKind, message: string, line: number, column: number) => Error;
}

type NativeErrorKind = 'text' | 'memory' | 'dtype' | 'value' | 'state';

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
  NativeTensor,
};
export default function create(options: NativeModuleOptions): Promise<NativeModule>;
