// A forward of a large tensor, slice by slice.
import type { Steps } from './in-slices.ts';
import { native } from './instance.ts';
import { handle } from './native-object.ts';
import { Tensor } from './tensor.ts';
import type { NativeDropout, NativeTensor } from './wasm/dropout-playground.js';

// Half a frame, so that a page that computes still draws.
const SLICE_MS = 8;
const FIRST_SLICE = 2 ** 16;

/** The work that a forward is a part of: so much is done before it. */
export interface Whole {
  before: number;
  total: number;
}

/** The output of a layer for `x`: of integers NumPy makes float64. */
export function outputLike(output: NativeTensor, x: Tensor): Tensor {
  return x.dtype === 'int64' ? new Tensor(output) : new Tensor(output, x);
}

/** See DropoutLayer.forwardAsync. */
export function* forwardSteps(
  layer: () => NativeDropout,
  x: Tensor,
  { before, total }: Whole = { before: 0, total: x.size },
): Steps<Tensor> {
  const forward = native().SlicedForward.create(layer(), x[handle]);
  try {
    let elements = FIRST_SLICE;
    for (let done = forward.done(), isSliced = done < x.size; isSliced; done = forward.done()) {
      yield { done: before + done, total };
      if (done === x.size) break;
      // Throws if one of them was disposed of meanwhile.
      layer();
      x[handle];
      const start = performance.now();
      forward.advance(elements);
      const milliseconds = performance.now() - start;
      // Whole blocks of every engine, as fast as the last slice went.
      const factor = Math.min(4, SLICE_MS / Math.max(milliseconds, 0.1));
      elements = Math.max(FIRST_SLICE, Math.floor((elements * factor) / FIRST_SLICE) * FIRST_SLICE);
    }
    const output = forward.finish();
    return output ? outputLike(output, x) : x;
  } finally {
    forward.delete();
  }
}
