// The element types, in the order by which the wasm module numbers them.
import { rangeError } from './errors.ts';

export const DTYPES = ['float32', 'float64', 'int64'] as const;

export type DType = (typeof DTYPES)[number];

/** The elements of a tensor, as JavaScript sees them. */
export type TypedArray = Float32Array | Float64Array | BigInt64Array;

/** Which of them each dtype has. */
export const ARRAYS = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
} as const;

/** The module's number of a dtype; throws a RangeError for a name that is none. */
export function dtypeIndex(dtype: DType): number {
  const index = DTYPES.indexOf(dtype);
  if (index < 0) {
    throw rangeError(
      'value',
      "unknown dtype '{0}'; known are {1}",
      String(dtype),
      DTYPES.join(', '),
    );
  }
  return index;
}
