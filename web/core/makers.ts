// Tensors that need no generator: of one value, or of evenly spaced ones.
import { type DType, dtypeIndex } from './dtype.ts';
import { typeError } from './errors.ts';
import { native } from './instance.ts';
import { pythonTypeName } from './python.ts';
import { type Shape, toExtents } from './shape.ts';
import { Tensor } from './tensor.ts';

export interface MakerOptions {
  /** Default: float32. */
  dtype?: DType;
}

/**
 * torch.full: every element is `value`, rounded to the dtype.
 *
 * @throws TypeError (`type`) for a value that is no number.
 */
export function full(
  shape: Shape,
  value: number,
  { dtype = 'float32' }: MakerOptions = {},
): Tensor {
  if (typeof value !== 'number') {
    throw typeError(
      'type',
      `full(): argument 'fill_value' (position 2) must be Number, not ${pythonTypeName(value)}`,
    );
  }
  return new Tensor(native().full(toExtents(shape), value, dtypeIndex(dtype)));
}

export function ones(shape: Shape, options?: MakerOptions): Tensor {
  return full(shape, 1, options);
}

export function zeros(shape: Shape, options?: MakerOptions): Tensor {
  return full(shape, 0, options);
}

/**
 * torch.arange(end), or (start, end, step): from start towards end, which is left out.
 *
 * @param options dtype: default int64 if all numbers are whole, as in PyTorch, else float32.
 * @throws RangeError (`value`), in PyTorch's words, for a step of 0 or of the wrong sign.
 */
export function arange(
  start: number,
  end?: number,
  step = 1,
  { dtype }: MakerOptions = {},
): Tensor {
  const [first, last] = end === undefined ? [0, start] : [start, end];
  const whole = [first, last, step].every(Number.isInteger);
  const index = dtypeIndex(dtype ?? (whole ? 'int64' : 'float32'));
  return new Tensor(native().arange(first, last, step, index));
}

/**
 * torch.linspace: `steps` numbers from start to end, both included.
 *
 * @throws RangeError (`value`), in PyTorch's words, for a negative number of steps.
 */
export function linspace(
  start: number,
  end: number,
  steps: number,
  { dtype = 'float32' }: MakerOptions = {},
): Tensor {
  return new Tensor(native().linspace(start, end, steps, dtypeIndex(dtype)));
}
