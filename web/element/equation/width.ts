// How much room figures take beside each other.

import { type Figure, MOST_CELLS } from '../experiment/figure.ts';
import { besideEachOther } from '../grids/slices.ts';

// In rem, by the measures of styles/cells.ts, with the space between two.
const MASK = 2.7;
const LEAST = 3.1;
const cell = (characters: number) => Math.max(LEAST, 1 + 0.55 * characters) + 0.2;

// By how many characters 2.2222 is longer than 2: a product is taken for so long even where it is a
// whole number, else a moving p would move everything.
const DECIMALS = 5;

/**
 * `narrow` if figures and a mask fit into one line of a wide page, `medium` if two do, else `wide`. A
 * heat map takes as much as it is given.
 *
 * @param product What p decides the numbers of. All are shown in its shape.
 */
export function widthOf(figures: readonly Figure[], product: Figure): 'narrow' | 'medium' | 'wide' {
  const { shape, size } = product;
  if (size > MOST_CELLS) return 'narrow';
  const columns = (shape.at(-1) ?? 1) * besideEachOther(shape);
  const longest = ({ cells }: Figure) =>
    Math.max(0, ...(cells?.texts ?? []).map((text) => text.length));
  const given = figures.map(longest);
  const least = DECIMALS + Math.max(...given);
  const widths = [MASK, ...[...given, Math.max(least, longest(product))].map(cell)].map(
    (width) => columns * width,
  );
  if (widths.reduce((sum, width) => sum + width, 0) <= 56) return 'narrow';
  return Math.max(...widths) <= 31.5 ? 'medium' : 'wide';
}
