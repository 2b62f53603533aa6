// What is told of a call besides its output, on the worker's side.
import type { Dropout } from '../dropout.ts';
import type { Back, LastCall } from '../last-call.ts';
import type { Described } from '../message.ts';
import type { Description, DropoutDetails, GradientDetails } from './request.ts';

/**
 * Of the layer's last call, which made `output` of `input`.
 *
 * @param gradient The gradient of the output, if that of the input is wanted: a text for parse(), or ''
 *   for ones.
 */
export function detailsOf(
  layer: Dropout,
  input: Described,
  output: Described,
  gradient: string | undefined,
): DropoutDetails {
  const upstream =
    gradient === undefined ? {} : { upstream: { text: gradient, dtype: input.dtype } };
  const { scale, kept, decisions, dropped, mask, back } = layer.lastCall(upstream) as LastCall;
  return {
    scale,
    kept,
    decisions,
    dropped,
    input: descriptionOf(input),
    mask,
    output: descriptionOf(output),
    gradient: back ? gradientOf(back) : undefined,
  };
}

function gradientOf({ upstream, gradient }: Back): GradientDetails {
  return {
    upstream: descriptionOf(upstream),
    upstreamValues: upstream.values,
    gradient: descriptionOf(gradient),
    gradientValues: gradient.values,
  };
}

function descriptionOf({ shape, dtype, printed, sum, mean, largest }: Description): Description {
  return { shape, dtype, printed, sum, mean, largest };
}
