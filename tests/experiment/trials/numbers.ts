// Lists of numbers, as the tests of trials count with them.
import { edgesOf } from '../../../web/experiment/trials/bins.ts';
import type { Distribution } from '../../../web/experiment/trials/expectation.ts';

export const upTo = (length: number) => Array.from({ length }, (_, i) => i);

export const total = (values: Iterable<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** The bin that holds a value, found by its edges alone; the outermost hold what lies beyond. */
export function binAmong({ bins }: Distribution, value: number): number {
  const edges = edgesOf(bins);
  const above = edges.findIndex((edge) => edge > value);
  return Math.min(Math.max((above < 0 ? edges.length : above) - 1, 0), bins.count - 1);
}
