// How parameters begin in PyTorch: what is drawn, and in which order.
import type { Tensor } from '../core/torch.ts';

/** Between -bound and bound. The leaf of a history may be written to only without one. */
export function drawUniform(parameter: Tensor, bound: number): void {
  parameter.data.uniform_(-bound, bound);
}

/** nn.Linear: the weight [outputs, inputs], then the bias. */
export function initialiseLinear(weight: Tensor, bias: Tensor): void {
  const inputs = weight.shape[1] as number;
  // In this order, which says how it is rounded: kaiming_uniform_(weight, a=math.sqrt(5)).
  const gain = Math.sqrt(2 / (1 + Math.sqrt(5) * Math.sqrt(5)));
  drawUniform(weight, Math.sqrt(3) * (gain / Math.sqrt(inputs)));
  drawUniform(bias, 1 / Math.sqrt(inputs));
}
