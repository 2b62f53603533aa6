// A tensor as the page shows it: plain values, which outlive the tensor.
import type { Tensor, TypedArray } from '../core/index.ts';
import { alignedTexts, decimalsOf, shortestText } from './number-text.ts';

export interface Figure {
  shape: readonly number[];
  dtype: string;
  size: number;
  /** Row-major. Of a large tensor bytes, if it is one of 0 and 1. */
  values: TypedArray | Uint8Array;
  /** Of a tensor of at most MOST_CELLS elements; a larger one is drawn as a heat map. */
  cells: Cells | null;
  /** What print(tensor) gives. */
  printed: string;
  sum: number;
  mean: number;
  /** The largest finite magnitude: what gets the strongest tint. */
  largest: number;
}

export interface Cells {
  values: readonly number[];
  /** With their points aligned. */
  texts: readonly string[];
  /** The fewest digits that read back as the same value: what one edits. */
  shortest: readonly string[];
}

/** Beyond this many elements numbers can no longer be read, and cells would make the page slow. */
export const MOST_CELLS = 400;

/** @param beside A figure that it is compared with: its points stand where that one's do. */
export function figureOf(tensor: Tensor, beside?: Figure): Figure {
  const values = tensor.toTypedArray();
  return {
    shape: tensor.shape,
    dtype: tensor.dtype,
    size: tensor.size,
    values,
    cells: tensor.size <= MOST_CELLS ? cellsOf(values, tensor.dtype, beside) : null,
    printed: String(tensor),
    sum: tensor.sum(),
    mean: tensor.mean(),
    largest: largestMagnitude(values),
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

function cellsOf(elements: TypedArray, dtype: string, beside?: Figure): Cells {
  const values = Array.from(elements as Iterable<number | bigint>, Number);
  return {
    values,
    texts: alignedTexts(values, decimalsOf(beside?.cells?.values ?? [])),
    shortest: values.map((value) => shortestText(value, dtype)),
  };
}
