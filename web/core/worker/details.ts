// What is told of a call besides its output, on the worker's side.
import type { Playground } from '../api.ts';
import type { Dropout } from '../dropout.ts';
import { Generator } from '../generator.ts';
import type { Tensor, TypedArray } from '../tensor.ts';
import type { Description, DropoutDetails, GradientDetails } from './request.ts';

/**
 * Of the layer's last call, which made `output` of `input`.
 *
 * The mask is turned into bytes and let go before anything else is made, so that there is never more
 * than one tensor beside these two.
 */
export function detailsOf(layer: Dropout, input: Tensor, output: Tensor): DropoutDetails {
  const mask = layer.mask as Tensor;
  try {
    const decisions = new Uint8Array(mask.view() as Float32Array);
    return {
      scale: layer.scale(input.dtype),
      kept: forEachElement(decisions, input.size),
      decisions,
      dropped: mask.size - mask.sum(),
      input: descriptionOf(input),
      mask: descriptionOf(mask),
      output: descriptionOf(output),
    };
  } finally {
    mask.dispose();
  }
}

/** Of an upstream gradient of the output's shape, a text for parse(), or '' for ones. */
export function gradientOf(
  { ones, parse }: Playground,
  layer: Dropout,
  { shape, dtype }: Tensor,
  text: string,
): GradientDetails {
  const isOnes = text.trim() === '';
  const upstream = isOnes ? ones(shape, { dtype }) : converted(parse, text, dtype);
  let gradient = upstream;
  try {
    gradient = layer.backward(upstream);
    return {
      upstream: descriptionOf(upstream),
      upstreamValues: isOnes ? new Uint8Array(upstream.size).fill(1) : upstream.toTypedArray(),
      gradient: descriptionOf(gradient),
      gradientValues: gradient.toTypedArray(),
    };
  } finally {
    upstream.dispose();
    if (gradient !== upstream) gradient.dispose();
  }
}

// What is drawn in it comes from a generator of its own, so that the layer's goes on undisturbed.
function converted(parse: Playground['parse'], text: string, dtype: Tensor['dtype']): Tensor {
  const generator = new Generator();
  const read = parse(text, { generator });
  try {
    return read.to(dtype);
  } finally {
    read.dispose();
    generator.dispose();
  }
}

function descriptionOf(tensor: Tensor): Description {
  return {
    shape: tensor.shape,
    dtype: tensor.dtype,
    printed: String(tensor),
    sum: tensor.sum(),
    mean: tensor.mean(),
    largest: largestMagnitude(tensor.view()),
  };
}

function largestMagnitude(values: TypedArray): number {
  let largest = 0;
  for (let i = 0; i < values.length; ++i) {
    const magnitude = Math.abs(Number(values[i]));
    if (magnitude > largest && magnitude !== Number.POSITIVE_INFINITY) largest = magnitude;
  }
  return largest;
}

// A channel's decision for all of its elements.
function forEachElement(decisions: Uint8Array, size: number): Uint8Array {
  if (decisions.length === size || decisions.length === 0) return decisions;
  const inside = size / decisions.length;
  const kept = new Uint8Array(size);
  for (let channel = 0; channel < decisions.length; ++channel) {
    kept.fill(decisions[channel] as number, channel * inside, (channel + 1) * inside);
  }
  return kept;
}
