// Two tensors beside each other where there is no room for four, as on a phone: how wide their cells are, and their
// numbers as short as that asks for. All digits stand in the prints, and in the sentence on a cell.
import { alignedTexts } from '../../experiment/number-text.ts';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import type { Fit } from './fit.ts';

/** In rem: from here on there is room for four tensors in a line, and below it for none with the usual cells. */
const FOUR_IN_A_LINE = 68;
const USUAL_CELLS = 34;

/** What the two of a line leave to others, in rem: the edges, and the sign between them. */
const EDGES = 2.8;
const NARROW_EDGES = 1.25;
const SIGN = 2;

/** In rem: the space between two cells, that around a text, and a character of each of two sizes of text. */
const SPACING = 0.19;
const PADDING = 0.22;
const CHARACTER = 0.565;
const SMALL_CHARACTER = 0.49;
const LARGEST_CELL = 4.4;

export interface Paired {
  figure: ShownTensor;
  /** Whether its numbers are written in the smaller size. */
  isSmall: boolean;
}

export interface Pairs {
  /** The width of every cell, in rem. */
  cell: number;
  /** The tensors in the order in which they were given, with the texts that fit. */
  figures: readonly Paired[];
}

/**
 * @param room The width that there is, in rem; 0 while it is not known.
 * @param figures The tensors, all of one shape.
 * @returns Null where tensors stand otherwise.
 */
export function pairsOf(room: number, fit: Fit, figures: readonly ShownTensor[]): Pairs | null {
  if (room === 0 || (fit.width !== 'narrow' && fit.width !== 'medium')) return null;
  if (room >= FOUR_IN_A_LINE && fit.width === 'narrow') return null;
  const isNarrow = room < USUAL_CELLS;
  const columns = Math.max(1, figures[0]?.shape.at(-1) ?? 1);
  const beside = (room - (isNarrow ? NARROW_EDGES : EDGES) - SIGN) / 2;
  const cell = Math.min(LARGEST_CELL, beside / columns / fit.beside - SPACING);
  const width = cell - PADDING;
  const paired = figures.map((figure) => {
    if (lengthOf(figure) <= width / CHARACTER) return { figure, isSmall: false };
    const most = width / SMALL_CHARACTER;
    const shorter = lengthOf(figure) <= most ? figure : isNarrow ? shortened(figure, most) : null;
    return shorter && { figure: shorter, isSmall: true };
  });
  return paired.every((one) => one !== null) ? { cell, figures: paired } : null;
}

function lengthOf({ cells }: ShownTensor): number {
  return Math.max(0, ...(cells?.texts ?? []).map(({ length }) => length));
}

/** With as many decimals as fit; null if a number would be told wrong. */
function shortened(figure: ShownTensor, most: number): ShownTensor | null {
  const { cells } = figure;
  if (!cells) return null;
  for (let decimals = 3; decimals >= 0; --decimals) {
    const texts = alignedTexts(cells.values, 0, decimals);
    const isRight = texts.every(
      (text, i) => text.length <= most && isNear(Number(text), cells.values[i] ?? 0),
    );
    if (isRight) return { ...figure, cells: { ...cells, texts } };
  }
  return null;
}

// A reader sees that 1.1 is not 1. Special numbers have no decimals, and are read as NaN.
function isNear(shown: number, value: number): boolean {
  return !(Math.abs(shown - value) > 0.05 * Math.abs(value));
}
