// The calls of a layer on an input, as many as are asked for, and all that is shown of one of them.
import type { Back, LastCall } from '../core/figure-core.ts';
import type { Draws, Dropout, Engine, ForwardProgress, Tensor } from '../core/index.ts';
import { binsOf, type Histogram } from './draws/bins.ts';
import { LARGE } from './large-input.ts';
import { type ShownTensor, shownTensorOf } from './shown-tensor.ts';

export interface ShownCall {
  /** Before the shown call, which changes it if it is in place. */
  x: ShownTensor;
  /** 1 kept, 0 dropped, for each element of x. */
  kept: Uint8Array;
  /** In its own shape: 1 for the dimensions inside a channel. */
  mask: ShownTensor;
  train: ShownTensor;
  eval: ShownTensor;
  /** What survivors are multiplied by, as the dtype rounds it. */
  scale: number;
  /** What alpha dropout adds to every element after that; 0 for other layers. */
  shift: number;
  /** Of the shown call; null if nothing was drawn, and if these are too many to be recorded. */
  draws: Draws | null;
  /** In their place, if they are too many. */
  histogram: (Histogram & { threshold: number }) | null;
  /** How many elements of the mask are 0. */
  dropped: number;
  /**
   * The masks of the calls from the first on, at least up to the shown one; or of that alone, of a large
   * tensor.
   */
  calls: readonly Call[];
  upstream: ShownTensor;
  gradient: ShownTensor;
}

export interface Call {
  /** The mask, row-major. */
  mask: Uint8Array;
  dropped: number;
}

interface Asked {
  engine: Engine;
  /** Which call is shown, from 1. */
  call: number;
  /** How many are listed, if these are more. */
  calls: number;
  inplace: boolean;
  /** The upstream gradient as text; empty for ones. */
  gradient: string;
}

/**
 * Calls the layer, which is in train mode; a large tensor in slices.
 *
 * @param onGradientError Told of a gradient that is wrong, on which no other figure depends: ones stand in.
 * @throws What forward() throws.
 */
export function* shownCall(
  drop: Dropout,
  x: Tensor,
  { engine, call, calls, inplace, gradient }: Asked,
  onGradientError: (error: Error) => void,
): Generator<ForwardProgress, ShownCall, void> {
  const { size } = x;
  const isLarge = size > LARGE;
  // Each pass over all elements counts as one call: what is told of the shown one takes as long as five.
  const whole = { before: 0, total: size * (call + 5) };
  const listed: Call[] = [];
  for (let earlier = 1; earlier < call; ++earlier, whole.before += size) {
    release(isLarge ? yield* drop.forwardSteps(x, whole) : drop.forward(x), x);
    if (!isLarge) listed.push(callOf(drop.kept()));
  }
  const before = inplace ? x.clone() : x;
  try {
    const y = isLarge ? yield* drop.forwardSteps(x, whole) : drop.forward(x);
    const shown = shownTensorOf(before.describe());
    const train = shownTensorOf(y.describe(), shown);
    const { dtype } = y;
    // At once: so large a one leaves no room for what is told of its mask and its gradient.
    release(y, x);
    yield { done: size * (call + 2), total: whole.total };

    const asked = { draws: !isLarge, upstream: { text: gradient, dtype } };
    let last: LastCall | null;
    try {
      last = drop.lastCall(asked);
    } catch (error) {
      onGradientError(error as Error);
      last = drop.lastCall({ ...asked, upstream: { text: '', dtype } });
    }
    const { scale, shift, kept, decisions, mask, dropped, back } = last as LastCall;
    const areMany = decisions.length > LARGE;
    if (areMany) yield { done: size * (call + 4), total: whole.total };
    listed.push({ mask: decisions, dropped });
    while (!isLarge && listed.length < calls) {
      release(drop.forward(x), x);
      listed.push(callOf(drop.kept()));
    }
    return {
      x: shown,
      kept,
      mask: shownTensorOf({ ...mask, values: decisions }),
      train,
      // In eval mode every layer gives its input back.
      eval: shown,
      scale,
      shift,
      // Of a large tensor, too, whose channels share few.
      draws: isLarge && !areMany ? drop.draws() : (last as LastCall).draws,
      histogram: areMany ? drop.drawCounts(binsOf(engine)) : null,
      dropped,
      calls: listed,
      upstream: shownTensorOf((back as Back).upstream),
      gradient: shownTensorOf((back as Back).gradient),
    };
  } finally {
    release(before, x);
  }
}

// A layer that changes nothing, or its input, gives its input back.
function release(output: Tensor, input: Tensor): void {
  if (output !== input) output.dispose();
}

function callOf(mask: Uint8Array): Call {
  return { mask, dropped: mask.reduce((dropped, kept) => dropped + 1 - kept, 0) };
}
