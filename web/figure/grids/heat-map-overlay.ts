// Draws on top of a heat map's pixels: the numbers, if the cells are large enough, and the mark of the element
// that is pointed at.

import { HeatMapColours, text } from '../../design/charts/heat-map-colours.ts';
import { alignedTexts } from '../../experiment/number-text.ts';
import type { Place } from './heat-map-layout.ts';
import type { HeatMapSource } from './heat-map-picture.ts';
import type { Viewport } from './heat-map-viewport.ts';

/** Smaller cells have no room for a readable number. */
const SMALLEST_CELL = 22;
const LARGEST_FONT = 13;
const SMALLEST_FONT = 9;
/** A character's width in a monospaced font, as a share of its size. */
const CHARACTER = 0.61;

/** A cell of this size is marked by its outline, and a smaller one by a ring around it. */
const OUTLINED_CELL = 8;

interface Cell extends Place {
  index: number;
  value: number;
}

/** Draws all numbers in one size, or none if they do not fit. */
export function drawNumbers(
  context: CanvasRenderingContext2D,
  source: HeatMapSource,
  viewport: Viewport,
  colours: HeatMapColours,
): void {
  if (viewport.cell < SMALLEST_CELL) return;
  const cells = visibleCells(source, viewport);
  const values = cells.map(({ value }) => value);
  const texts = source.isMask ? values.map(String) : alignedTexts(values);
  const longest = Math.max(...texts.map(({ length }) => length));
  const fitting = (viewport.cell - 8) / (longest * CHARACTER);
  const size = Math.min(LARGEST_FONT, viewport.cell / 2, fitting);
  if (size < SMALLEST_FONT) return;

  const family = getComputedStyle(context.canvas).fontFamily;
  const fontOf = (weight: number) => `${weight} ${size}px ${family}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const { kept, isMask, largest } = source;
  cells.forEach(({ index, value, column, row }, i) => {
    const isDropped = (isMask ? value : kept?.[index]) === 0;
    const pixel = isMask
      ? colours.kept
      : (colours.tints[HeatMapColours.stepOf(value, largest)] ?? colours.background);
    context.font = fontOf(!isDropped && (kept || isMask) ? 600 : 400);
    context.fillStyle = isDropped ? text(colours.base.soft) : colours.textOn(pixel);
    const corner = viewport.cornerOf({ column, row });
    const middle = viewport.cell / 2;
    context.fillText(texts[i] as string, corner.x + middle - 1, corner.y + middle);
  });
}

export function drawPointer(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  place: Place,
  { base }: HeatMapColours,
): void {
  const { cell } = viewport;
  const corner = viewport.cornerOf(place);
  context.beginPath();
  if (cell >= OUTLINED_CELL) context.rect(corner.x, corner.y, cell - 1, cell - 1);
  else context.arc(corner.x + cell / 2, corner.y + cell / 2, 6, 0, 2 * Math.PI);
  // With a halo, so that the mark is seen on every colour.
  for (const [colour, width] of [
    [base.card, 5],
    [base.accent, 2],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = text(colour);
    context.stroke();
  }
}

function visibleCells({ layout, values }: HeatMapSource, viewport: Viewport): Cell[] {
  const { width, height } = viewport.frame;
  const first = viewport.placeAt({ x: 0, y: 0 });
  const last = viewport.placeAt({ x: width, y: height });
  const cells: Cell[] = [];
  for (let row = first.row; row <= last.row; ++row) {
    for (let column = first.column; column <= last.column; ++column) {
      const index = layout.indexAt({ column, row });
      if (index !== null) cells.push({ index, value: values[index] as number, column, row });
    }
  }
  return cells;
}
