// A forward of a large tensor that gives the program its turn between slices.
import { native } from './instance.ts';
import { handle } from './native-object.ts';
import { nextTask } from './next-task.ts';
import { Tensor } from './tensor.ts';
import type { NativeDropout } from './wasm/dropout-playground.js';

export interface ForwardProgress {
  /** Elements done until now. */
  readonly done: number;
  readonly total: number;
}

export interface ForwardAsyncOptions {
  /** Stops it; layer and generator are then as they were before. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ForwardProgress) => void) | undefined;
}

// Half a frame, so that a page that computes still draws.
const SLICE_MS = 8;
const FIRST_SLICE = 2 ** 16;

/** See DropoutLayer.forwardAsync. */
export async function forwardInSlices(
  layer: () => NativeDropout,
  x: Tensor,
  { signal, onProgress }: ForwardAsyncOptions,
): Promise<Tensor> {
  signal?.throwIfAborted();
  const forward = native().SlicedForward.create(layer(), x[handle]);
  try {
    let elements = FIRST_SLICE;
    for (let done = forward.done(); done < x.size; ) {
      await nextTask();
      signal?.throwIfAborted();
      // Throws if one of them was disposed of meanwhile.
      layer();
      x[handle];
      const start = performance.now();
      forward.advance(elements);
      const milliseconds = performance.now() - start;
      done = forward.done();
      onProgress?.({ done, total: x.size });
      // Whole blocks of every engine, as fast as the last slice went.
      const factor = Math.min(4, SLICE_MS / Math.max(milliseconds, 0.1));
      elements = Math.max(FIRST_SLICE, Math.floor((elements * factor) / FIRST_SLICE) * FIRST_SLICE);
    }
    const output = forward.finish();
    return output ? new Tensor(output, x) : x;
  } finally {
    forward.delete();
  }
}
