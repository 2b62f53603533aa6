// Where two outputs are the same.
import type { Figure } from '../experiment/figure.ts';

export interface Agreement {
  /** 1 where the two differ, row-major. */
  differs: Uint8Array;
  /** How many elements are the same. */
  same: number;
}

/** Bit by bit, so that 0. is not -0.; but nan is nan, whose bits PyTorch does not print. */
export function agreementOf(reference: Figure, other: Figure): Agreement {
  const differs = Uint8Array.from({ length: other.size }, (_, i) =>
    Object.is(reference.values[i], other.values[i]) ? 0 : 1,
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
