// Which elements of two figures are the same. They are compared bit by bit, so that 0. is not -0.; but any nan
// equals any other, since PyTorch prints all of them alike.
import type { ShownTensor } from './shown-tensor.ts';

export interface Agreement {
  /** 1 where the two differ, row-major. */
  differs: Uint8Array;
  /** How many elements are the same. */
  same: number;
}

export function agreementOf(reference: ShownTensor, other: ShownTensor): Agreement {
  const differs = Uint8Array.from({ length: other.size }, (_, i) =>
    isSameAt(i, reference, other) ? 0 : 1,
  );
  return { differs, same: differs.reduce((same, differ) => same + 1 - differ, 0) };
}

/** How many elements are the same in all. */
export function sameInAll(agreements: readonly Agreement[], size: number): number {
  let same = 0;
  for (let i = 0; i < size; ++i) {
    if (agreements.every(({ differs }) => differs[i] === 0)) ++same;
  }
  return same;
}

/** Whether they are the same tensor. */
export function isSame(one: ShownTensor, other: ShownTensor): boolean {
  if (one.dtype !== other.dtype || String(one.shape) !== String(other.shape)) return false;
  for (let i = 0; i < one.size; ++i) {
    if (!isSameAt(i, one, other)) return false;
  }
  return true;
}

function isSameAt(i: number, one: ShownTensor, other: ShownTensor): boolean {
  return Object.is(one.values[i], other.values[i]);
}
