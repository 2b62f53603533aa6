// Tensors whose cells all have one width: four in a line where there is room, or two, as on a phone. Their numbers are
// as short as that asks for; all digits stand in the prints, and in the sentence on a cell.
import { alignedTexts } from '../../experiment/number-text.ts';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import type { Fit } from './fit.ts';

/** How wide the tensors may stand, in rem. */
export interface Room {
  /** 0 while it is not known. */
  width: number;
  /** From here on four tensors stand in a line. */
  line: number;
}

/** Of a page that does not say otherwise, which has room for them with all decimals. */
export const LINE = 68;

/** In rem: below it there is room for no tensor with the usual cells. */
const USUAL_CELLS = 34;

/** What the tensors of a line leave to others, in rem: the edges, and the signs between them. */
const EDGES = 2.8;
const NARROW_EDGES = 1.25;
const SIGN = 2;
const ALL_SIGNS = 11.4;

/** In rem: the space between two cells, that around a text, and a character of each of two sizes of text. */
const SPACING = 0.19;
const PADDING = 0.22;
const CHARACTER = 0.565;
const SMALL_CHARACTER = 0.49;
const LARGEST_CELL = 4.4;

/** Of the numbers in the output: as they are printed, and as many as a room can read. */
const PRINTED_DECIMALS = 4;
const FEW_DECIMALS = 2;

export interface EqualFigure {
  figure: ShownTensor;
  /** Whether its numbers are written in the smaller size. */
  isSmall: boolean;
}

export interface EqualCells {
  layout: 'line' | 'pairs';
  /** The width of every cell, in rem. */
  cell: number;
  /** The tensors in the order in which they were given, with the texts that fit. */
  figures: readonly EqualFigure[];
}

/** Whether four tensors stand in a line, with cells of one width or not. */
export function isInLine({ width, line }: Room, fit: Fit): boolean {
  return fit.width === 'narrow' && width >= line;
}

/**
 * @param figures All of one shape: x first.
 * @param taken What a long formula takes of a line, in rem.
 * @returns Null where tensors stand otherwise.
 */
export function equalCells(
  room: Room,
  fit: Fit,
  figures: readonly ShownTensor[],
  taken = 0,
): EqualCells | null {
  if (room.width === 0 || (fit.width !== 'narrow' && fit.width !== 'medium')) return null;
  const layout = isInLine(room, fit) ? 'line' : 'pairs';
  const isLine = layout === 'line';
  const isNarrow = !isLine && room.width < USUAL_CELLS;
  const columns = Math.max(1, figures[0]?.shape.at(-1) ?? 1);
  const edges = isNarrow ? NARROW_EDGES : EDGES;
  const each = (room.width - edges - (isLine ? ALL_SIGNS + taken : SIGN)) / (isLine ? 4 : 2);
  const cell = Math.min(LARGEST_CELL, each / columns / fit.beside - SPACING);
  const width = cell - PADDING;
  const most = width / SMALL_CHARACTER;
  // Whether a line has equal cells must not depend on p, which would move all of it.
  const decimals = room.line < LINE ? FEW_DECIMALS : PRINTED_DECIMALS;
  if (isLine && figures[0] && wholeDigits(figures[0]) + 1 + decimals > most) return null;
  const equal = figures.map((figure) => {
    if (lengthOf(figure) <= width / CHARACTER) return { figure, isSmall: false };
    const mayShorten = isNarrow || isLine;
    const shorter = lengthOf(figure) <= most ? figure : mayShorten ? shortened(figure, most) : null;
    return shorter && { figure: shorter, isSmall: true };
  });
  return equal.every((one) => one !== null) ? { layout, cell, figures: equal } : null;
}

/** Of the longest number, before its point. */
function wholeDigits({ cells }: ShownTensor): number {
  return Math.max(1, ...(cells?.texts ?? []).map((text) => text.split('.')[0]?.length ?? 0));
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
