// Tensors that need no generator: of one value, or of evenly spaced ones.
import { type DType, dtypeIndex } from './dtype.ts';
import { typeError } from './errors.ts';
import { native } from './instance.ts';
import { pythonTypeName } from './python.ts';
import { type Shape, toExtents, toShape } from './shape.ts';
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
  requireNumber('full', 'fill_value', 2, value);
  const extents = toExtents(shape);
  const made = native().full(extents, value, dtypeIndex(dtype));
  return new Tensor(made, { shape: toShape(extents), dtype });
}

/** torch.ones. */
export function ones(shape: Shape, options?: MakerOptions): Tensor {
  return full(shape, 1, options);
}

/** torch.zeros. */
export function zeros(shape: Shape, options?: MakerOptions): Tensor {
  return full(shape, 0, options);
}

/**
 * torch.arange(end), or (start, end, step): from start towards end, which is left out.
 *
 * @example
 * ```js
 * console.log(String(arange(3)), arange(0, 1, 0.25).toArray());
 * // tensor([0, 1, 2]) [ 0, 0.25, 0.5, 0.75 ]
 * ```
 *
 * @param options dtype: default int64 if all numbers are whole, as in PyTorch, else float32.
 * @throws RangeError (`value`), in PyTorch's words, for a step of 0 or of the wrong sign; TypeError
 *   (`type`) for what is no number.
 */
export function arange(
  start: number,
  end?: number,
  step = 1,
  { dtype }: MakerOptions = {},
): Tensor {
  requireNumber('arange', end === undefined ? 'end' : 'start', 1, start);
  const [first, last] = end === undefined ? [0, start] : [start, end];
  requireNumber('arange', 'end', 2, last);
  requireNumber('arange', 'step', 3, step);
  const whole = [first, last, step].every(Number.isInteger);
  const index = dtypeIndex(dtype ?? (whole ? 'int64' : 'float32'));
  return new Tensor(native().arange(first, last, step, index));
}

/**
 * torch.linspace: `steps` numbers from start to end, both included.
 *
 * @example
 * ```js
 * console.log(linspace(0, 1, 5).toArray());
 * // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 *
 * @throws RangeError (`value`), in PyTorch's words, for a negative number of steps; TypeError (`type`)
 *   for what is no number, or no whole number of steps.
 */
export function linspace(
  start: number,
  end: number,
  steps: number,
  { dtype = 'float32' }: MakerOptions = {},
): Tensor {
  requireNumber('linspace', 'start', 1, start);
  requireNumber('linspace', 'end', 2, end);
  if (!Number.isInteger(steps)) {
    throw typeError(
      'type',
      "linspace(): argument 'steps' (position 3) must be int, not {0}",
      pythonTypeName(steps),
    );
  }
  return new Tensor(native().linspace(start, end, steps, dtypeIndex(dtype)));
}

function requireNumber(call: string, argument: string, position: number, value: unknown): void {
  if (typeof value === 'number') return;
  throw typeError(
    'type',
    "{0}(): argument '{1}' (position {2}) must be Number, not {3}",
    call,
    argument,
    position,
    pythonTypeName(value),
  );
}
