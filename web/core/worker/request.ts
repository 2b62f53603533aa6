// What DropoutWorker is asked, and answers.
import type { LayerName } from '../dropout.ts';
import type { DType } from '../dtype.ts';
import type { Engine, EngineOptions, Seed } from '../engines.ts';
import type { Description } from '../message.ts';
import type { Shape } from '../shape.ts';
import type { TypedArray } from '../tensor.ts';

export type { Description } from '../message.ts';

export interface DropoutRequest {
  /** What `tensor()` takes with a shape; or a text for `parse()`, which draws from the generator. */
  input: { data: TypedArray; shape: Shape } | string;
  /** Default: 0.5. */
  p?: number | undefined;
  seed: Seed;
  /** Default: 'torch-cpu'. */
  engine?: Engine | undefined;
  options?: EngineOptions | undefined;
  /** Default: 'Dropout'. */
  layer?: LayerName | undefined;
  /** Whether each call changes the input of the next. Default: false. */
  inplace?: boolean | undefined;
  /** Which call after the seeding is wanted, all on this input. Default: 1. */
  call?: number | undefined;
  /** What is wanted besides the output. Default: nothing. */
  details?: DetailsRequest | undefined;
}

/** `{}` asks for all but the gradient. */
export interface DetailsRequest {
  /** Also the gradient for this upstream gradient, a text for `parse()`; '' stands for ones. */
  gradient?: string | undefined;
}

export interface DropoutResult {
  readonly shape: Shape;
  readonly dtype: DType;
  /** What went in, row-major; with `inplace`, as it was before the call that was wanted. */
  readonly input: TypedArray;
  /** What came out. */
  readonly output: TypedArray;
  /** As far as they were asked for. */
  readonly details?: DropoutDetails | undefined;
}

/** What a page tells of a call: worked out in the worker, since it takes about as long as the call. */
export interface DropoutDetails {
  /** What survivors were multiplied by. */
  readonly scale: number;
  /** 1 kept, 0 dropped, for each element of the input. */
  readonly kept: Uint8Array;
  /** The same in the mask's own shape; the same array, where that is the input's. */
  readonly decisions: Uint8Array;
  /** How many of the decisions are 0. */
  readonly dropped: number;
  readonly input: Description;
  readonly mask: Description;
  readonly output: Description;
  /** If it was asked for. */
  readonly gradient?: GradientDetails | undefined;
}

export interface GradientDetails {
  readonly upstream: Description;
  /** Bytes for ones, a quarter of what they are in their dtype. */
  readonly upstreamValues: TypedArray | Uint8Array;
  readonly gradient: Description;
  readonly gradientValues: TypedArray;
}

/** Where an error was found: reading the input, in the layer's call, or in the upstream gradient. */
export type Stage = 'input' | 'forward' | 'gradient';
