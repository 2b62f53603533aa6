// Into how many bins of equal width the numbers drawn are counted.
import type { Engine } from '../../core/index.ts';
import { ENGINE_RECORDS } from '../../core/records.ts';

/** How many numbers lie in each bin, from 0 on. */
export interface Histogram {
  kept: Uint32Array;
  dropped: Uint32Array;
}

/** So many that a step of p by a hundredth is two whole bins. */
const BINS = 200;

/** `fast` draws bytes: a bin for each, since others would hold now one and now two. */
const BYTES = 256;

export function binsOf(engine: Engine): number {
  return ENGINE_RECORDS[engine].comparison === 'table' ? BYTES : BINS;
}
