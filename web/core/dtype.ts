// The element types, in the order by which the wasm module numbers them.
import { rangeError } from './errors.ts';

export const DTYPES = ['float32', 'float64', 'int64'] as const;

export type DType = (typeof DTYPES)[number];

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
