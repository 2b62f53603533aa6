// How much room figures take beside each other.

import { type Figure, MOST_CELLS } from '../experiment/figure.ts';
import { besideEachOther } from '../grids/slices.ts';

/**
 * `narrow` if they fit into one line of a wide page, `medium` if two do, else `wide`. In rem, by the
 * measures of styles/cells.ts; a heat map takes as much as it is given.
 *
 * @param shape In which all are shown.
 */
export function widthOf(
  figures: readonly Figure[],
  shape: readonly number[],
): 'narrow' | 'medium' | 'wide' {
  const size = shape.reduce((product, extent) => product * extent, 1);
  if (size > MOST_CELLS) return 'narrow';
  const columns = (shape.at(-1) ?? 1) * besideEachOther(shape);
  const cell = ({ cells }: Figure) =>
    Math.max(3.1, 1 + 0.55 * Math.max(0, ...(cells?.texts ?? []).map((text) => text.length))) + 0.2;
  const grids = figures.map((figure) => columns * cell(figure));
  if (grids.reduce((sum, width) => sum + width, 0) <= 56) return 'narrow';
  return Math.max(...grids) <= 31 ? 'medium' : 'wide';
}
