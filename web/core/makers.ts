// Tensors of one value, which need no generator.
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
