// How many workers a sweep has: one a core, since the page does nothing but draw meanwhile.
import { isSparing } from '../../design/sparing.ts';

/** Each has an instance of the operations with a memory of its own. */
const MOST = 4;

export function sweepWorkers(): number {
  return isSparing() ? 1 : Math.min(MOST, navigator.hardwareConcurrency ?? 1);
}
