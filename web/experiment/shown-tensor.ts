// A tensor as the page shows it: plain values, which outlive the tensor.

import type { TypedArray } from '../core/index.ts';
import { MOST_CELLS } from './most-cells.ts';
import { alignedTexts, decimalsOf, shortestText } from './number-text.ts';

export interface ShownTensor {
  shape: readonly number[];
  dtype: string;
  size: number;
  /** Row-major. Bytes for a tensor of 0 and 1, such as a mask. */
  values: TypedArray | Uint8Array;
  /** Null for a tensor of more than MOST_CELLS elements, which is drawn as a heat map. */
  cells: Cells | null;
  /** What print(tensor) gives. */
  printed: string;
  sum: number;
  mean: number;
  /** The largest finite magnitude, which has the strongest tint. */
  largest: number;
}

export interface Cells {
  values: readonly number[];
  /** The numbers with their points aligned. */
  texts: readonly string[];
  /** The fewest digits that read back as the same value, for editing. */
  shortest: readonly string[];
}

/** What the core says of a tensor. */
type Described = Omit<ShownTensor, 'size' | 'cells'>;

/** @param beside A tensor that it is compared with, whose points it is aligned with. */
export function shownTensorOf(
  { shape, dtype, printed, sum, mean, largest, values }: Described,
  beside?: ShownTensor,
): ShownTensor {
  const size = values.length;
  const cells = size <= MOST_CELLS ? cellsOf(values, dtype, beside) : null;
  return { shape, dtype, size, values, cells, printed, sum, mean, largest };
}

function cellsOf(elements: ShownTensor['values'], dtype: string, beside?: ShownTensor): Cells {
  const values = Array.from(elements as Iterable<number | bigint>, Number);
  return {
    values,
    texts: alignedTexts(values, decimalsOf(beside?.cells?.values ?? [])),
    shortest: values.map((value) => shortestText(value, dtype)),
  };
}
