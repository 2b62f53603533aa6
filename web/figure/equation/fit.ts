// How tensors stand together: how much room they take, and how small their cells are.

import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { besideEachOther } from '../../experiment/slices.ts';

/** The widths of styles/cells.ts, in rem, with the space between two cells. */
export interface CellWidths {
  mask: number;
  /** Of a cell with so many characters. */
  cell: (characters: number) => number;
}

export const USUAL: CellWidths = {
  mask: 2.7,
  cell: (characters) => Math.max(3.1, 1 + 0.57 * characters) + 0.2,
};

export const COMPACT: CellWidths = {
  mask: 2.1,
  cell: (characters) => Math.max(2.3, 0.7 + 0.49 * characters) + 0.2,
};

/** What there is for four tensors in one line of a wide page, for two, and for one below the other beside names. */
const ONE_LINE = 57.5;
const HALF_A_LINE = 31.5;
const BESIDE_NAMES = 50;

/**
 * Tensors of so few rows of cells stand below each other rather than two in a line, and tensors of more rows only if
 * two in a line do not fit, and if they are not so high that they cannot be compared.
 */
const FEW_ROWS = 2;
const MOST_ROWS = 6;

/** More rows than these have small cells in any case, so that a page shows more of them. */
const MANY_ROWS = 12;

export interface Fit {
  /**
   * - `narrow`: all in one line, read as a product
   * - `rows`: one below the other in columns of one width, read as a product, too
   * - `medium`: two in a line
   * - `wide`: each in a line of its own
   * - `maps`: heat maps, two in a line
   */
  width: 'narrow' | 'rows' | 'medium' | 'wide' | 'maps';
  /** How many slices of a tensor stand side by side. */
  beside: number;
  isCompact: boolean;
  /** The width of every cell in `rem`, if all have the same. */
  cell: number | null;
}

/**
 * @param given The tensors that do not depend on p.
 * @param product The tensor that does, in whose shape all are shown. Its cells count as long as 2.2222 even
 *   if they are 2, since otherwise a moving p would move everything.
 * @param taken What the operators of a line take of it beyond the usual, in rem.
 */
export function fitOf(given: readonly ShownTensor[], product: ShownTensor, taken = 0): Fit {
  const { shape, cells } = product;
  const usual = { beside: besideEachOther(shape), isCompact: false, cell: null };
  if (!cells) return { ...usual, width: 'maps' };
  const columns = Math.max(1, shape.at(-1) ?? 1);
  const texts = given.map((figure) => figure.cells?.texts ?? []);
  const scaled = texts.flat().map((text) => `${text.split('.')[0]}.2222`);
  const written = [...texts, [...scaled, ...cells.texts]];
  const longest = written.map((some) => longestInColumns(some, columns));

  // A slice of each tensor in one line is a product that can be read, so that slices stand below each other.
  const rows = product.size / columns;
  for (const widths of rows <= MANY_ROWS ? [USUAL, COMPACT] : [COMPACT]) {
    const width = sum(longest.map((all) => sum(all.map(widths.cell)))) + widths.mask * columns;
    if (width <= ONE_LINE - taken) {
      return { ...usual, width: 'narrow', beside: 1, isCompact: widths === COMPACT };
    }
  }
  if (rows <= FEW_ROWS) return inRows(longest.flat(), columns);
  for (const beside of [usual.beside, 1]) {
    for (const widths of [USUAL, COMPACT]) {
      const widest = Math.max(...longest.map((all) => sum(all.map(widths.cell)) * beside));
      if (widest <= HALF_A_LINE) {
        return { ...usual, width: 'medium', beside, isCompact: widths === COMPACT };
      }
    }
  }
  return rows <= MOST_ROWS ? inRows(longest.flat(), columns) : { ...usual, width: 'wide' };
}

// What does not fit scrolls.
function inRows(longest: readonly number[], columns: number): Fit {
  const most = Math.max(0, ...longest);
  const isCompact = USUAL.cell(most) * columns > BESIDE_NAMES;
  const cell = (isCompact ? COMPACT : USUAL).cell(most) - 0.2;
  return { width: 'rows', beside: 1, isCompact, cell };
}

function longestInColumns(texts: readonly string[], columns: number): number[] {
  const longest: number[] = [];
  texts.forEach(({ length }, i) => {
    longest[i % columns] = Math.max(longest[i % columns] ?? 0, length);
  });
  return longest;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
