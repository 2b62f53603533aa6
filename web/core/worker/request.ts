// What the two sides of a worker say to each other.
import type { LayerName } from '../dropout.ts';
import type { DType } from '../dtype.ts';
import type { Engine, EngineOptions, Seed } from '../engines.ts';
import type { ErrorCode } from '../errors.ts';
import type { ForwardProgress } from '../forward-in-slices.ts';
import type { Shape } from '../shape.ts';
import type { TypedArray } from '../tensor.ts';

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
  /** Which call after the seeding is wanted, all on this input. Default: 1. */
  call?: number | undefined;
}

export interface DropoutResult {
  readonly shape: Shape;
  readonly dtype: DType;
  /** What went in, row-major. */
  readonly input: TypedArray;
  /** What came out. */
  readonly output: TypedArray;
}

/** Errors lose their class and their code on the way; these are what they are made of again. */
export interface FailedRequest {
  readonly name: string;
  readonly message: string;
  readonly code?: ErrorCode | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What the worker offers. A request is named by a number of the asker's. */
export interface DropoutService {
  dropout(
    id: number,
    request: DropoutRequest,
    onProgress: ((progress: ForwardProgress) => void) | null,
  ): Promise<DropoutResult | { readonly failed: FailedRequest }>;
  abort(id: number): void;
}
