// What the dots of the line of draws are called, where there are few: by the number that each decides about, or by
// its place.
import type { Result } from '../experiment.ts';
import { indices } from '../slices.ts';

/** Longer numbers do not fit into a dot. */
const LONGEST_NUMBER = 3;

type Named = Pick<Result, 'x' | 'mask'>;

/** One for each decision. By numbers only if these are short, and no two alike. */
export function namesOf(result: Named): string[] {
  const numbers = numbersOf(result);
  const areNames =
    new Set(numbers).size === numbers.length &&
    numbers.every(({ length }) => length <= LONGEST_NUMBER);
  const { size } = result.mask;
  return areNames && numbers.length === size
    ? numbers
    : Array.from({ length: size }, (_, i) => `[${placeOf(i, result).join(',')}]`);
}

function numbersOf({ x, mask }: Named): string[] {
  if (!x.cells || mask.size !== x.size) return [];
  return x.cells.shortest.map((text) => text.replace('-', '\u2212'));
}

/** Where a decision's elements are in x: their indices, without those inside of a channel. */
export function placeOf(decision: number, { x, mask }: Named): number[] {
  const outer = [...mask.shape];
  if (mask.size < x.size) while (outer.length > 1 && outer.at(-1) === 1) outer.pop();
  return indices(decision, outer);
}
