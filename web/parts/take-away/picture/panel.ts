// One tensor of the picture: its caption, its cells or raster, and the line below.
import type { ShownTensor } from '../../../experiment/shown-tensor.ts';
import { sliceRows } from '../../../experiment/slices.ts';
import { HeatMapLayout } from '../../../figure/grids/heat-map-layout.ts';
import { type Box, EMPTY, type Raster, type Shape, type Words, wordsWidth } from './drawing.ts';
import {
  colourOf,
  DROPPED_INDEX,
  KEPT_INDEX,
  PALETTE,
  RASTER_COLOURS,
  tintIndex,
} from './palette.ts';

export interface PanelContent {
  name: string;
  /** What it is in code. */
  code: string;
  below: string;
  /** The shape in which the cells are arranged. */
  shape: readonly number[];
  values: ArrayLike<number>;
  /** The texts of the cells; null if there are too many cells for numbers. */
  texts: readonly string[] | null;
  /** 1 kept, 0 dropped; null if the cells are not marked so. */
  kept: Uint8Array | null;
  isMask: boolean;
  largest: number;
}

/** The shapes of a panel whose corner is at 0, 0. The cells are between `top` and `bottom`. */
export interface Panel {
  width: number;
  height: number;
  top: number;
  bottom: number;
  shapes: readonly Shape[];
}

const GAP = 3;
const CELL_HEIGHT = 36;
const SIZE = 14;
const CAPTION = 30;
const PREFIX = 20;

/** A raster has at most this many cells in a row or a column. Of a larger tensor some cells are left out. */
const MOST_ACROSS = 84;
const RASTER_WIDTH = 252;

export function textsOf(figure: ShownTensor): readonly string[] | null {
  return figure.cells?.texts ?? null;
}

export function panelOf(content: PanelContent): Panel {
  const grid = content.texts ? cellsOf(content, content.texts) : rasterOf(content);
  const bottom = CAPTION + grid.height;
  const caption: Words[] = [
    words(content.name, 0, 14, { weight: 600, colour: PALETTE.ink }),
    words(content.code, wordsWidth(content.name, 'sans', 13.5) + 10, 14, {
      family: 'mono',
      size: 12.5,
    }),
  ];
  const below = words(content.below, 0, bottom + 22, { size: 13 });
  const width = Math.max(
    grid.width,
    (caption[1] as Words).x + wordsWidth(content.code, 'mono', 12.5),
    wordsWidth(content.below, 'sans', 13),
  );
  return {
    width,
    height: bottom + 28,
    top: CAPTION,
    bottom,
    shapes: [...caption, ...grid.shapes.map((shape) => moved(shape, 0, CAPTION)), below],
  };
}

export function moved<Any extends Shape>(shape: Any, x: number, y: number): Any {
  return { ...shape, x: shape.x + x, y: shape.y + y };
}

export function words(
  text: string,
  x: number,
  y: number,
  look: Partial<Omit<Words, 'kind' | 'text' | 'x' | 'y'>> = {},
): Words {
  return {
    kind: 'words',
    text,
    x,
    y,
    anchor: 'start',
    family: 'sans',
    size: 13.5,
    weight: 400,
    colour: PALETTE.soft,
    ...look,
  };
}

interface Drawn {
  width: number;
  height: number;
  shapes: Shape[];
}

function cellsOf(content: PanelContent, texts: readonly string[]): Drawn {
  const { shape, isMask } = content;
  const longest = Math.max(1, ...texts.map((text) => text.length));
  const width = Math.max(isMask ? 38 : 46, longest * SIZE * 0.61 + 16);
  const shapes: Shape[] = [];
  let right = 0;
  let y = 0;
  for (const { slices, rows, columns } of sliceRows(shape)) {
    const hasPrefix = slices.some(({ prefix }) => prefix !== '');
    const top = y + (hasPrefix ? PREFIX : 0);
    slices.forEach(({ prefix, first }, i) => {
      const left = i * (columns * (width + GAP) + 12);
      if (hasPrefix) shapes.push(words(prefix, left, top - 7, { family: 'mono', size: 12 }));
      for (let cell = 0; cell < rows * columns; ++cell) {
        const x = left + (cell % columns) * (width + GAP);
        const row = top + Math.floor(cell / columns) * (CELL_HEIGHT + GAP);
        shapes.push(...cellShapes(content, first + cell, texts[first + cell] ?? '', x, row, width));
        right = Math.max(right, x + width);
      }
    });
    y = top + rows * (CELL_HEIGHT + GAP) + (hasPrefix ? 6 : 0);
  }
  return { width: right, height: Math.max(y - GAP, CELL_HEIGHT), shapes };
}

function cellShapes(
  { values, kept, isMask, largest }: PanelContent,
  index: number,
  text: string,
  x: number,
  y: number,
  width: number,
): Shape[] {
  const isDropped = kept?.[index] === 0;
  const value = values[index] ?? 0;
  const box: Box = {
    kind: 'box',
    x,
    y,
    width,
    height: CELL_HEIGHT,
    radius: 7,
    fill: isDropped ? 'hatched' : isMask ? PALETTE.kept : colourOf(value, largest),
  };
  const colour = isDropped ? PALETTE.soft : isMask ? PALETTE.accent : PALETTE.ink;
  const number = words(text, isMask ? x + width / 2 : x + width - 8, y + CELL_HEIGHT / 2 + 5, {
    anchor: isMask ? 'middle' : 'end',
    family: 'mono',
    size: SIZE,
    weight: kept && !isDropped ? 600 : 400,
    colour,
  });
  return [box, number];
}

function rasterOf({ shape, values, kept, isMask, largest }: PanelContent): Drawn {
  const layout = new HeatMapLayout(shape);
  const step = Math.ceil(Math.max(layout.width, layout.height) / MOST_ACROSS);
  const columns = Math.ceil(layout.width / step);
  const rows = Math.ceil(layout.height / step);
  const cells = Uint8Array.from({ length: columns * rows }, (_, i) => {
    const index = layout.indexAt({
      column: (i % columns) * step,
      row: Math.floor(i / columns) * step,
    });
    if (index === null) return EMPTY;
    if (kept?.[index] === 0) return DROPPED_INDEX;
    return isMask ? KEPT_INDEX : tintIndex(values[index] ?? 0, largest);
  });
  const cell = Math.min(12, RASTER_WIDTH / Math.max(columns, rows));
  const raster: Raster = {
    kind: 'raster',
    x: 0,
    y: 0,
    cell,
    columns,
    colours: RASTER_COLOURS,
    cells,
  };
  return { width: columns * cell, height: rows * cell, shapes: [raster] };
}
